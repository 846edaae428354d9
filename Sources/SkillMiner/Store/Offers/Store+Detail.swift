import GRDB
import Taxonomy

extension Store {
  /// One offer by its row; `nil` when there is none.
  public func offer(_ offer: Int64) throws -> OfferDetail? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT o.*, s.name AS source_name, t.title, t.description FROM offer o
            JOIN source s ON s.id = o.source LEFT JOIN offer_text t ON t.offer = o.id WHERE o.id = ?
            """, arguments: [offer])
      else { return nil }
      return OfferDetail(
        offer: offer, source: row["source_name"], identifier: row["identifier"], title: row["title"],
        description: row["description"],
        created: try self.decodeOptional(row, "created") { CalendarDate($0) },
        updated: try self.decodeOptional(row, "updated") { CalendarDate($0) }, versions: row["versions"],
        cluster: row["cluster"], occupations: try self.occupations(of: offer, db), naf: row["naf"],
        contract: row["contract"], places: try Self.places(of: offer, db),
        urls: try String.fetchAll(
          db, sql: "SELECT url FROM offer_url WHERE offer = ? ORDER BY ordinal", arguments: [offer]),
        mentions: try self.mentions(of: offer, db))
    }
  }

  /// Calls `body` with the summary and the mentions of each offer in row order, on one snapshot a thousand offers.
  public func forEachMentions(_ body: (OfferSummary, [Mention]) throws -> Void) throws {
    var after: Int64 = 0
    while true {
      let page: [(OfferSummary, [Mention])] = try read { db in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT o.id, s.name AS source, o.identifier, t.title, o.created, p.label AS place, p.department
            FROM offer o JOIN source s ON s.id = o.source LEFT JOIN offer_text t ON t.offer = o.id
              LEFT JOIN offer_place p ON p.offer = o.id AND p.ordinal = 0
            WHERE o.id > ? ORDER BY o.id LIMIT 1000
            """, arguments: [after])
        return try rows.map { row in
          let id: Int64 = row["id"]
          let summary = OfferSummary(
            offer: id, source: row["source"], identifier: row["identifier"], title: row["title"],
            created: try self.decodeOptional(row, "created") { CalendarDate($0) },
            occupation: try self.occupations(of: id, db).first?.code, place: row["place"],
            department: row["department"])
          return (summary, try self.mentions(of: id, db))
        }
      }
      guard let last = page.last else { return }
      for (summary, mentions) in page { try body(summary, mentions) }
      after = last.0.offer
    }
  }

  private func occupations(of offer: Int64, _ db: Database) throws -> [OfferOccupation] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT code, origin FROM offer_occupation
        WHERE extraction = (SELECT id FROM extraction WHERE state = 'current') AND offer = ? ORDER BY rank
        """)
    return try Row.fetchAll(statement, arguments: [offer]).map { row in
      OfferOccupation(
        code: try decode(row, "code") { ROMECode($0) },
        origin: try decode(row, "origin") { OfferOccupation.Origin(rawValue: $0) })
    }
  }

  private func mentions(of offer: Int64, _ db: Database) throws -> [Mention] {
    let item = try db.cachedStatement(sql: "SELECT code, family FROM mention_item WHERE id = ?")
    return try packedMentions(of: offer, db).map { mention in
      let link = mention.item == 0 ? nil : try Row.fetchOne(item, arguments: [mention.item])
      guard let origin = try symbols.text(of: mention.origin, db) else {
        throw StoreError.corrupt(path, detail: "origine \(mention.origin) inconnue")
      }
      return Mention(
        field: mention.field == 0 ? .title : .description, start: mention.start, end: mention.end,
        code: try link.flatMap { try ogrOptional($0, "code") },
        family: try (link?["family"] as Int64?).flatMap { try symbols.text(of: $0, db) },
        kind: mention.kind, stance: mention.stance, origin: origin)
    }.sorted { a, b in
      (a.field == .title ? 0 : 1, a.start, a.end) < (b.field == .title ? 0 : 1, b.start, b.end)
    }
  }

  private static func places(of offer: Int64, _ db: Database) throws -> [OfferDetail.Place] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM offer_place WHERE offer = ? ORDER BY ordinal", arguments: [offer]
    ).map { row in
      var territories: [Territory.Level: String] = [:]
      for (level, column) in Store.placeColumns {
        if let code = row[column] as String? { territories[level] = code }
      }
      return OfferDetail.Place(label: row["label"], territories: territories)
    }
  }
}
