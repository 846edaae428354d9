import GRDB
public import Taxonomy

extension Store {
  /// Forgets offers first published before a day: texts, places, items, mentions. Offers without a date stay.
  ///
  /// - Parameter keepingCounts: leaves their facts in the cube, without identifier or text.
  /// - Returns: how many offers were forgotten.
  @discardableResult
  public func purgeOffers(before day: CalendarDate, keepingCounts: Bool) throws -> Int {
    try write { db in
      let condition = "SELECT id FROM offer WHERE created < ?"
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM offer WHERE created < ?", arguments: [day.description]) ?? 0
      if keepingCounts { try Self.keepCounts("created < ?", [day.description], db) }
      for table in [
        "offer_text", "offer_version", "offer_place", "offer_url", "offer_item", "offer_occupation",
        "mention",
      ] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE offer IN (\(condition))", arguments: [day.description])
      }
      try db.execute(sql: "DELETE FROM offer WHERE created < ?", arguments: [day.description])
      // A cluster whose first offer is gone is named by the first that is left.
      try db.execute(
        sql: """
          CREATE TEMP TABLE heir AS
          SELECT cluster, min(id) AS first FROM offer WHERE cluster NOT IN (SELECT id FROM offer) GROUP BY cluster;
          UPDATE offer SET cluster = (SELECT first FROM heir WHERE heir.cluster = offer.cluster)
          WHERE cluster IN (SELECT cluster FROM heir);
          UPDATE cube_fact SET cluster = (SELECT first FROM heir WHERE heir.cluster = cube_fact.cluster)
          WHERE offer > 0 AND cluster IN (SELECT cluster FROM heir);
          DROP TABLE heir;
          """)
      return count
    }
  }

  /// Makes the facts of some offers outlive them: call before the offers are deleted.
  ///
  /// - Parameter condition: SQL over `offer`.
  static func keepCounts(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws {
    let first = try Int64.fetchOne(db, sql: "SELECT min(0, min(offer)) FROM cube_fact") ?? 0
    try db.execute(
      sql: """
        CREATE TEMP TABLE kept AS
        SELECT id, \(first) - row_number() OVER (ORDER BY id) AS kept FROM offer WHERE \(condition)
        """, arguments: arguments)
    try db.execute(
      sql: """
        CREATE UNIQUE INDEX temp.kept_id ON kept (id);
        UPDATE cube_fact SET offer = (SELECT kept FROM kept WHERE id = cube_fact.offer)
        WHERE offer IN (SELECT id FROM kept);
        UPDATE cube_fact SET cluster = coalesce((SELECT kept FROM kept WHERE id = cube_fact.cluster), cluster)
        WHERE offer < 0 AND cluster > 0;
        UPDATE cube_place SET offer = (SELECT kept FROM kept WHERE id = cube_place.offer)
        WHERE offer IN (SELECT id FROM kept);
        DROP TABLE kept;
        """)
  }
}
