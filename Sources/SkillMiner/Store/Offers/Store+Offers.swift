import Foundation
import GRDB
public import Taxonomy

extension Store {
  /// Which of these texts are already known, current or journaled: they need no extraction.
  public func known(_ keys: [OfferKey]) throws -> Set<OfferKey> {
    try read { db in
      let sources = try Dictionary(
        Row.fetchAll(db, sql: "SELECT name, id FROM source").map { ($0[0] as String, $0[1] as Int64) },
        uniquingKeysWith: { first, _ in first })
      var find = try BoundStatement(
        db,
        sql: """
          SELECT 1 FROM offer o WHERE o.source = ?1 AND o.identifier = ?2 AND (o.fingerprint = ?3 OR EXISTS (
            SELECT 1 FROM offer_version v WHERE v.offer = o.id AND v.fingerprint = ?3))
          """)
      return try Set(
        keys.filter { key in
          guard let source = sources[key.source] else { return false }
          find.bind(source)
          find.bind(key.identifier)
          find.bind(bytes: key.fingerprint)
          return try find.isTrue()
        })
    }
  }

  /// Which of these texts stand in an archive, as far as they are known.
  func archived(_ keys: some Sequence<OfferKey>) throws -> Set<OfferKey> {
    guard hasArchives else { return [] }
    return try read { db in
      let statement = try db.makeStatement(
        sql: """
          SELECT 1 FROM source s JOIN main.offer o ON o.source = s.id WHERE s.name = ? AND o.identifier = ?
          """)
      return try Set(
        keys.filter { try Int.fetchOne(statement, arguments: [$0.source, $0.identifier]) == nil })
    }
  }

  /// Keeps a batch of records in one transaction, with its share of the journal: when this returns, a kill loses
  /// none of it.
  ///
  /// - Parameter extraction: the current extraction, whose mentions the offers carry.
  /// - Returns: what became of the records.
  public func ingest(_ records: [PreparedRecord], import id: Int64, extraction: Int64) throws -> ImportCounts
  {
    try write { db in
      let writer = try OfferWriter(store: self, db: db, importRow: id, extraction: extraction)
      var counts = ImportCounts()
      var warnings = FindingTally(import: id)
      for record in records {
        switch record {
        case .quarantined(let record):
          try Self.insert(record, import: id, db)
          counts.quarantined += 1
        case .offer(let offer) where offer.isArchived: counts.duplicates += 1
        case .offer(let offer):
          for warning in offer.warnings { try warnings.add(warning, db) }
          counts.warnings += offer.warnings.count
          switch try writer.write(offer) {
          case .new: counts.ingested += 1
          case .newVersion:
            counts.ingested += 1
            counts.newVersions += 1
          case .duplicate: counts.duplicates += 1
          }
        }
      }
      try writer.finish()
      try warnings.flush(db)
      try Self.add(counts, import: id, db)
      return counts
    }
  }

  /// Number of offers kept (identifiers, not texts).
  public func offerCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM offer") ?? 0 }
  }

  /// Calls `body` with row, creation day and text of each current offer in row order.
  public func forEachText(
    _ body: (_ offer: Int64, _ created: CalendarDate?, _ title: String, _ description: String) throws -> Void
  ) throws {
    try read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.id, o.created, t.title, t.description FROM offer o JOIN offer_text t ON t.offer = o.id
          ORDER BY o.id
          """)
      while let row = try cursor.next() {
        let created = try decodeOptional(row, "created") { CalendarDate($0) }
        try body(row["id"], created, row["title"], row["description"])
      }
    }
  }

  /// Title and description of an offer as one text; empty when it was purged.
  func textToCompare(_ offer: Int64) throws -> String {
    try read { db in
      let find = try db.cachedStatement(sql: "SELECT title, body FROM offer_body WHERE offer = ?")
      guard let row = try Row.fetchOne(find, arguments: [offer]) else { return "" }
      return (row[0] as String) + "\n" + (try self.unpack(row[1]))
    }
  }
}
