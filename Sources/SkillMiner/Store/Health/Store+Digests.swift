import GRDB
public import Taxonomy

/// What an analysis of a store rests on; goes into its fingerprint.
public struct StoreDigests: Hashable, Sendable {
  /// Digest of the release that counts; `nil` without one.
  public let taxonomy: String?
  /// Digest of the lexicon the offers were read with.
  public let lexicon: String?
  /// Digest of all certifications.
  public let referential: String
  /// Digest of all current offers: sources, identifiers, texts and days of creation.
  public let offers: String
  /// Number of current offers.
  public let offerCount: Int
  /// First and last day of creation; `nil` when no offer has one.
  public let window: ClosedRange<CalendarDate>?
}

extension Store {
  /// What an analysis of this store rests on, on one snapshot; independent of the order of imports.
  public func digests() throws -> StoreDigests {
    let referential = try referentialDigest()
    return try read { db in
      var offers = SHA256()
      var count = 0
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.name, o.identifier, hex(o.fingerprint) AS fingerprint, o.created FROM offer o
          JOIN source s ON s.id = o.source ORDER BY s.name, o.identifier
          """)
      while let row = try cursor.next() {
        for column in 0..<4 { offers.update((row[column] as String? ?? "") + "\u{1F}") }
        count += 1
      }
      let days = try Row.fetchOne(db, sql: "SELECT min(created) AS first, max(created) AS last FROM offer")
      let first = try days.flatMap { try decodeOptional($0, "first") { CalendarDate($0) } }
      let last = try days.flatMap { try decodeOptional($0, "last") { CalendarDate($0) } }
      var window: ClosedRange<CalendarDate>?
      if let first, let last { window = first...last }
      let current = try Row.fetchOne(
        db,
        sql: """
          SELECT r.digest, e.lexicon FROM extraction e JOIN release r ON r.id = e.release
          WHERE e.state = 'current'
          """)
      return StoreDigests(
        taxonomy: current?["digest"], lexicon: current?["lexicon"], referential: referential,
        offers: offers.finish(), offerCount: count, window: window)
    }
  }

  private func referentialDigest() throws -> String {
    var hash = SHA256()
    for item in try certifications() {
      let fields: [String] = [
        item.code.description, item.title, item.shortTitle ?? "", item.level.map { String($0) } ?? "",
        item.type ?? "",
        item.expiry?.description ?? "", item.isActive.map { $0 ? "1" : "0" } ?? "", item.context,
        item.prerequisites,
      ]
      let lists: [[String]] = [
        item.occupations.map(\.value), item.formacodes, item.nsf, item.certifiers,
        item.successors.map(\.description),
      ]
      let blocks = item.blocks.map { [$0.code, $0.title] + $0.sentences }
      for list in [fields] + lists + blocks { hash.update(list.joined(separator: "\u{1F}") + "\u{1E}") }
    }
    return hash.finish()
  }
}
