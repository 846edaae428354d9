import Foundation
import GRDB
public import Taxonomy

/// What a purge took away.
public struct PurgeCounts: Hashable, Sendable {
  /// Offers whose texts went; they are still counted.
  public var offers = 0
  /// Older versions of offers.
  public var versions = 0
  /// Records set aside whose raw bytes went.
  public var quarantined = 0
}

extension Store {
  /// Removes texts, addresses and employers’ names of offers that are older than a day, and keeps what was counted in
  /// them: occupations, mentions, places, dates, sector, and the fingerprint by which the offer is recognised.
  ///
  /// An offer is as old as its last date; without any, as old as the import that brought it. Employers are told apart
  /// by a digest of their name, before and after (see `EmployerDigest`). Offers that were purged are not read again with
  /// another taxonomy.
  ///
  /// - Throws: `StoreError` `STORE-014` while offers wait to be read: nothing could be counted in them afterwards.
  public func purge(before day: CalendarDate) throws -> PurgeCounts {
    try requireAllRead()
    let counts = try write { db in
      try db.execute(
        sql: """
          DROP TABLE IF EXISTS temp.purged;
          CREATE TEMP TABLE purged AS
            SELECT o.id FROM offer o JOIN offer_body t ON t.offer = o.id JOIN import i ON i.id = o.import
            WHERE coalesce(o.updated, o.created, i.started) < \(day.description.quotedDatabaseText);
          CREATE UNIQUE INDEX temp.purged_id ON purged (id);
          """)
      var counts = PurgeCounts()
      counts.offers = try Int.fetchOne(db, sql: "SELECT count(*) FROM purged") ?? 0
      try db.execute(
        sql: """
          DELETE FROM offer_body WHERE offer IN (SELECT id FROM purged);
          DELETE FROM offer_url WHERE offer IN (SELECT id FROM purged);
          DELETE FROM offer_item WHERE offer IN (SELECT id FROM purged) AND code IS NULL;
          UPDATE offer SET employer = NULL WHERE id IN (SELECT id FROM purged);
          """)
      // A sketch says little of a text, but it was made of it.
      var sketches = SketchWriter()
      for offer in try Int64.fetchAll(db, sql: "SELECT id FROM purged ORDER BY id") {
        sketches.add(.none, offer: offer)
      }
      try sketches.flush(db)
      try db.execute(
        sql: """
          UPDATE offer_version SET title = '', description = '' WHERE description <> ''
            AND (offer IN (SELECT id FROM purged) OR coalesce(updated, created, '') < ?)
          """, arguments: [day.description])
      counts.versions = db.changesCount
      try db.execute(
        sql: """
          UPDATE quarantine SET raw = x'' WHERE length(raw) > 0
            AND import IN (SELECT id FROM import WHERE started < ?)
          """, arguments: [day.description])
      counts.quarantined = db.changesCount
      try db.execute(sql: "DROP TABLE temp.purged")
      return counts
    }
    // What was deleted must not linger in free pages of the file.
    try writeWithoutTransaction { try $0.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);") }
    return counts
  }

  /// Takes what was counted in purged offers over into an extraction that is being built: their texts cannot be read
  /// again.
  func carryPurged(into extraction: Int64) throws {
    try write { db in
      guard let old = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'") else {
        return
      }
      for table in ["mention_pack", "offer_occupation", "cube_fact"] {
        let columns = try db.columnList(of: table, without: "extraction")
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO \(table) (extraction, \(columns)) SELECT ?, \(columns) FROM \(table)
            WHERE extraction = ? AND offer NOT IN (SELECT offer FROM offer_body)
            """, arguments: [extraction, old])
      }
    }
  }
}

extension String {
  fileprivate var quotedDatabaseText: String { "'" + replacing("'", with: "''") + "'" }
}
