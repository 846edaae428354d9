import Foundation
import GRDB
public import Taxonomy

extension Store {
  /// Which of these texts are already known, current or journaled: they need no extraction.
  public func known(_ keys: [OfferKey]) throws -> Set<OfferKey> {
    try read { db in
      let statement = try db.makeStatement(
        sql: """
          SELECT 1 FROM source s JOIN offer o ON o.source = s.id
          WHERE s.name = ?1 AND o.identifier = ?2 AND (o.fingerprint = ?3 OR EXISTS (
            SELECT 1 FROM offer_version v WHERE v.offer = o.id AND v.fingerprint = ?3))
          """)
      return try Set(
        keys.filter {
          try Int.fetchOne(
            statement, arguments: [$0.source, $0.identifier, Data($0.fingerprint)]) != nil
        })
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
      let writer = OfferWriter(store: self, db: db, importRow: id, extraction: extraction)
      var counts = ImportCounts()
      for record in records {
        switch record {
        case .quarantined(let record):
          try Self.insert(record, import: id, db)
          counts.quarantined += 1
        case .offer(let offer):
          for warning in offer.warnings { try Self.insert(warning, import: id, db) }
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

  /// Replaces the near-duplicate clusters.
  ///
  /// - Parameter members: kept offer by member; offers that are not named stand alone.
  public func replaceClusters(_ members: [(offer: Int64, kept: Int64)]) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE offer SET cluster = id WHERE cluster <> id AND id IN (SELECT offer FROM offer_text)
          """)
      try db.execute(
        sql: """
          UPDATE cube_fact SET cluster = offer
          WHERE cluster <> offer AND offer > 0 AND offer IN (SELECT offer FROM offer_text)
          """)
      let statement = try db.makeStatement(sql: "UPDATE offer SET cluster = ? WHERE id = ?")
      let fact = try db.makeStatement(
        sql: """
          UPDATE cube_fact SET cluster = ? WHERE extraction IN (SELECT id FROM extraction) AND offer = ?
          """)
      for member in members where member.offer != member.kept {
        try statement.execute(arguments: [member.kept, member.offer])
        try fact.execute(arguments: [member.kept, member.offer])
      }
    }
  }
}
