import GRDB
public import Taxonomy

extension Store {
  /// Offers by every territory they stand in, places of re-posts included; offers ascending in each.
  ///
  /// - Parameter levels: sizes asked for.
  public func offersByTerritory(
    _ levels: [Territory.Level] = Territory.Level.allCases
  ) throws -> [CubeScope.TerritoryKey: [Int64]] {
    try read { db in
      var table: [CubeScope.TerritoryKey: [Int64]] = [:]
      for level in levels {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT t.code, p.offer FROM cube_territory t JOIN cube_place p ON p.territory = t.id
            WHERE t.level = ? ORDER BY t.id, p.offer
            """, arguments: [level.rawValue])
        while let row = try rows.next() {
          table[CubeScope.TerritoryKey(level: level, code: row[0]), default: []].append(row[1])
        }
      }
      return table
    }
  }

  /// What analyses of this store remember: fingerprint, day and command, latest day first.
  public func analyses(limit: Int) throws -> [(fingerprint: String, made: CalendarDate, command: String)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT fingerprint, made, command FROM analysis ORDER BY made DESC, fingerprint LIMIT ?",
        arguments: [limit]
      ).map { (fingerprint: $0[0], made: try self.decode($0, "made") { CalendarDate($0) }, command: $0[2]) }
    }
  }

  /// Places no way was found for, as sources write them, most frequent first.
  public func unresolvedPlaces(limit: Int) throws -> [(label: String, offers: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(label, postcode, commune_declared) AS place, count(*) AS n FROM offer_place
          WHERE commune IS NULL AND department IS NULL AND region IS NULL
            AND coalesce(label, postcode, commune_declared) IS NOT NULL
          GROUP BY place ORDER BY n DESC, place LIMIT ?
          """, arguments: [limit]
      ).map { (label: $0[0], offers: $0[1]) }
    }
  }

  /// Offers that count, offers that repeat another under another identifier, and texts that were replaced.
  public func duplication() throws -> (offers: Int, repeated: Int, versions: Int) {
    try read { db in
      (
        offers: try Int.fetchOne(db, sql: "SELECT count(*) FROM offer") ?? 0,
        repeated: try Int.fetchOne(db, sql: "SELECT count(*) FROM offer WHERE cluster <> id") ?? 0,
        versions: try Int.fetchOne(db, sql: "SELECT count(*) FROM offer_version") ?? 0
      )
    }
  }
}
