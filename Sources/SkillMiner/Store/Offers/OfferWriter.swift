import Foundation
import GRDB
import Taxonomy

/// Writes offers inside one transaction and decides what each of them is to the store.
///
/// Rows of the count cube and everything else of a new offer are each written once and in the order of their tables.
final class OfferWriter {
  /// What a record turned out to be.
  enum Outcome {
    case new
    case newVersion
    case duplicate
  }

  private let store: Store
  private let db: Database
  /// Row of the journal.
  private let importRow: Int64
  private let extraction: Int64
  private var lastRow: Int64
  private var sources: [String: Int64] = [:]
  private var inserts: OfferInserts
  private var sketches = SketchWriter()
  private var places = PlaceRows()

  init(store: Store, db: Database, importRow: Int64, extraction: Int64) throws {
    self.store = store
    self.db = db
    self.importRow = importRow
    self.extraction = extraction
    lastRow = try Int64.fetchOne(db, sql: "SELECT max(id) FROM offer") ?? 0
    inserts = try OfferInserts(db)
  }

  /// Writes what is kept for many offers at a time. Call at the end of the transaction.
  func finish() throws {
    try sketches.flush(db)
    try places.flush(db)
  }

  /// A known text of a known identifier is a duplicate, be it an older text: importing a file twice changes nothing.
  /// A new text counts from now on, unless its own date says that it is older than the one that counts.
  func write(_ prepared: PreparedOffer) throws -> Outcome {
    let source = try sourceRow(prepared.offer.source)
    if try insertNew(prepared, source: source) { return .new }
    let find = try db.cachedStatement(
      sql: "SELECT id, fingerprint, versions, created, updated FROM offer WHERE source = ? AND identifier = ?"
    )
    guard let known = try Row.fetchOne(find, arguments: [source, prepared.offer.id]) else {
      throw StoreError.corrupt(store.path, detail: "index des offres incohérent")
    }
    let offer: Int64 = known["id"]
    let fingerprint = Data(prepared.fingerprint)
    if fingerprint == known["fingerprint"] as Data {
      try keepFurtherPlace(prepared, offer: offer)
      return .duplicate
    }
    let isJournaled = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM offer_version WHERE offer = ? AND fingerprint = ?"),
      arguments: [offer, fingerprint])
    if isJournaled != nil { return .duplicate }

    let version = (known["versions"] as Int) + 1
    if Self.isOlder(prepared.offer, than: known) {
      try journalLate(prepared, offer: offer, version: version)
    } else {
      try replace(offer, by: prepared, version: version)
    }
    return .newVersion
  }

  private static func isOlder(_ offer: JobOffer, than known: Row) -> Bool {
    guard let new = (offer.updated ?? offer.created)?.description,
      let old = (known["updated"] as String?) ?? (known["created"] as String?)
    else { return false }
    return new < old
  }

  private func sourceRow(_ name: String) throws -> Int64 {
    if let known = sources[name] { return known }
    let find = try db.cachedStatement(sql: "SELECT id FROM source WHERE name = ?")
    let row: Int64
    if let known = try Int64.fetchOne(find, arguments: [name]) {
      row = known
    } else {
      try db.execute(sql: "INSERT INTO source (name) VALUES (?)", arguments: [name])
      row = db.lastInsertedRowID
    }
    sources[name] = row
    return row
  }

  /// - Returns: `false` when the source has an offer of that identifier.
  private func insertNew(_ prepared: PreparedOffer, source: Int64) throws -> Bool {
    let row = lastRow + 1
    try inserts.insert(prepared, row: row, source: source, import: importRow)
    guard db.changesCount > 0 else { return false }
    lastRow = row
    try keepAll(prepared, row: row, cluster: row, source: source)
    return true
  }

  /// Writes everything of an offer whose own row is written.
  private func keepAll(_ prepared: PreparedOffer, row: Int64, cluster: Int64, source: Int64) throws {
    let offer = prepared.offer
    try inserts.keepText(
      title: offer.title, packed: prepared.body ?? store.codec.pack(offer.description), row: row)
    sketches.add(
      prepared.sketch ?? OfferSketch(title: offer.title, description: offer.description), offer: row)
    try inserts.keepLists(offer, row: row)
    try writeReading(prepared, row: row, cluster: cluster, source: source)
    try insertPlace(prepared, offer: row, ordinal: 0)
    if let url = offer.url { try inserts.keepURL(url, ordinal: 0, row: row) }
  }

  private func replace(_ offer: Int64, by prepared: PreparedOffer, version: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO offer_version
        SELECT o.id, o.version, o.import, o.fingerprint, o.created, o.updated, coalesce(t.title, ''),
          coalesce(t.description, '')
        FROM offer o LEFT JOIN offer_text t ON t.offer = o.id WHERE o.id = ?
        """
    ).execute(arguments: [offer])
    try db.cachedStatement(
      sql: "UPDATE offer SET version = ?1, versions = ?1, import = ?2, fingerprint = ?3 WHERE id = ?4"
    ).execute(arguments: [version, importRow, Data(prepared.fingerprint), offer])
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO offer_changed VALUES (?)").execute(arguments: [offer])
    // Its places leave the cube with their rows: those still waiting have to be there.
    try places.flush(db)
    for table in ["offer_item", "offer_place", "offer_url"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE offer = ?").execute(arguments: [offer])
    }
    try CubeWriter.forget(offer: offer, db)
    try db.cachedStatement(sql: "DELETE FROM offer_unread WHERE offer = ?").execute(arguments: [offer])
    // A reading of the former text counts for nothing, in a reading that is being made neither.
    for table in ["mention_pack", "offer_occupation"] {
      try db.cachedStatement(
        sql: "DELETE FROM \(table) WHERE extraction IN (SELECT id FROM extraction) AND offer = ?"
      ).execute(arguments: [offer])
    }
    var update = try BoundStatement(
      db,
      sql: """
        UPDATE offer SET created = ?, updated = ?, occupation_declared = ?, occupation_label = ?, appellation = ?,
          employer = ?, employer_key = ?, naf = ?, sector_label = ?, contract = ?, experience = ?,
          qualification = ?, positions = ? WHERE id = ?
        """)
    OfferInserts.bindFacts(of: prepared, to: &update)
    update.bind(offer)
    try update.run()
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT cluster, source FROM offer WHERE id = ?"), arguments: [offer])
    try keepAll(
      prepared, row: offer, cluster: known?[0] ?? offer, source: try sourceRow(prepared.offer.source))
  }

  private func journalLate(_ prepared: PreparedOffer, offer: Int64, version: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO offer_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        offer, version, importRow, Data(prepared.fingerprint), prepared.offer.created?.description,
        prepared.offer.updated?.description, prepared.offer.title, prepared.offer.description,
      ])
    try db.cachedStatement(sql: "UPDATE offer SET versions = ? WHERE id = ?").execute(arguments: [
      version, offer,
    ])
  }

  private func writeReading(
    _ prepared: PreparedOffer, row: Int64, cluster: Int64, source: Int64
  ) throws {
    if prepared.isUnread {
      return try inserts.keepUnread(row: row)
    }
    try store.insert(prepared.occupations, offer: row, extraction: extraction, db)
    try store.insert(prepared.mentions, offer: row, extraction: extraction, db)
    let offer = prepared.offer
    try CubeWriter.insertFact(
      CubeWriter.Fact(
        offer: row, cluster: cluster, created: offer.created, source: source, naf: offer.naf,
        employer: prepared.employerKey),
      extraction: extraction, occupations: prepared.occupations, mentions: prepared.mentions, store, db)
  }

  private func insertPlace(_ prepared: PreparedOffer, offer: Int64, ordinal: Int) throws {
    try inserts.keepPlace(prepared, ordinal: ordinal, row: offer)
    try places.add(offer: offer, territories: prepared.territories, store, db)
  }

  /// A duplicate may stand elsewhere or come from another address; the offer keeps them, each once.
  private func keepFurtherPlace(_ prepared: PreparedOffer, offer: Int64) throws {
    let declared = prepared.offer
    if declared.place != nil || declared.postcode != nil || declared.commune != nil {
      let known = try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT 1 FROM offer_place
            WHERE offer = ? AND label IS ? AND postcode IS ? AND commune_declared IS ?
            """), arguments: [offer, declared.place, declared.postcode, declared.commune])
      if known == nil { try insertPlace(prepared, offer: offer, ordinal: try next("offer_place", offer)) }
    }
    if let url = declared.url {
      let known = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM offer_url WHERE offer = ? AND url = ?"),
        arguments: [offer, url])
      if known == nil { try inserts.keepURL(url, ordinal: try next("offer_url", offer), row: offer) }
    }
  }

  private func next(_ table: String, _ offer: Int64) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(max(ordinal) + 1, 0) FROM \(table) WHERE offer = ?")
    return try Int.fetchOne(statement, arguments: [offer]) ?? 0
  }
}
