import GRDB
import Taxonomy

/// Keeps the cube in step with offers, inside the transaction that changes them.
enum CubeWriter {
  /// Adds the fact of an offer whose row is written.
  ///
  /// - Parameter families: numbers of the families demanded, ascending, each once.
  static func insertFact(
    offer: Int64, extraction: Int64, occupation: String?, families: [Int64], _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO cube_employer (key)
        SELECT employer_key FROM offer WHERE id = ? AND employer_key IS NOT NULL
        """
    ).execute(arguments: [offer])
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO cube_fact
        SELECT ?, id, cluster, CAST(substr(created, 1, 4) AS INTEGER) * 12 + CAST(substr(created, 6, 2) AS INTEGER) - 1,
          source, ?, nullif(replace(upper(naf), '.', ''), ''),
          (SELECT e.id FROM cube_employer e WHERE e.key = employer_key), ?
        FROM offer WHERE id = ?
        """
    ).execute(arguments: [extraction, occupation, FamilyCode.encode(families), offer])
  }

  /// What the cube takes over from an offer.
  struct Fact {
    let offer: Int64
    let cluster: Int64
    let created: CalendarDate?
    let source: Int64
    let naf: String?
    /// Digest of the employer.
    let employer: String?
  }

  /// Adds the fact of an offer with what was read in it.
  static func insertFact(
    _ fact: Fact, extraction: Int64, occupations: [OfferOccupation], mentions: [Mention], _ store: Store,
    _ db: Database
  ) throws {
    let sector = fact.naf.map { $0.uppercased().replacing(".", with: "") }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO cube_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        extraction, fact.offer, fact.cluster, fact.created?.monthIndex, fact.source,
        occupations.first?.code.value, sector.flatMap { $0.isEmpty ? nil : $0 },
        try fact.employer.map { try employer($0, store, db) },
        FamilyCode.encode(try families(mentions, store, db)),
      ])
  }

  /// The same for an offer that is stored.
  static func insertFact(
    offer: Int64, extraction: Int64, occupations: [OfferOccupation], mentions: [Mention], _ store: Store,
    _ db: Database
  ) throws {
    try insertFact(
      offer: offer, extraction: extraction, occupation: occupations.first?.code.value,
      families: try families(mentions, store, db), db)
  }

  private static func families(_ mentions: [Mention], _ store: Store, _ db: Database) throws -> [Int64] {
    var families = Set<Int64>()
    for mention in mentions where mention.stance.isDemand {
      if let family = mention.family { families.insert(try store.symbols.number(of: family, db)) }
    }
    return families.sorted()
  }

  private static func employer(_ key: String, _ store: Store, _ db: Database) throws -> Int64 {
    try store.employerNumbers.number(of: key) {
      let find = try db.cachedStatement(sql: "SELECT id FROM cube_employer WHERE key = ?")
      if let known = try Int64.fetchOne(find, arguments: [key]) { return known }
      try db.cachedStatement(sql: "INSERT INTO cube_employer (key) VALUES (?)").execute(arguments: [key])
      return db.lastInsertedRowID
    }
  }

  /// Calls `body` with the number of each territory of a place.
  static func forEachTerritory(
    _ territories: [Territory.Level: String], _ store: Store, _ db: Database, _ body: (Int64) -> Void
  ) throws {
    for level in Territory.Level.allCases {
      guard let code = territories[level], !code.isEmpty else { continue }
      body(
        try store.territoryNumbers.number(of: CubeScope.TerritoryKey(level: level, code: code)) {
          let find = try db.cachedStatement(sql: "SELECT id FROM cube_territory WHERE level = ? AND code = ?")
          if let known = try Int64.fetchOne(find, arguments: [level.rawValue, code]) { return known }
          try db.cachedStatement(sql: "INSERT INTO cube_territory (level, code) VALUES (?, ?)")
            .execute(arguments: [level.rawValue, code])
          return db.lastInsertedRowID
        })
    }
  }

  /// Takes an offer out before another version of it is written; the trigger `cube_leave` sees to its places.
  static func forget(offer: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "DELETE FROM cube_fact WHERE extraction IN (SELECT id FROM extraction) AND offer = ?"
    ).execute(arguments: [offer])
  }

  /// Places every stored offer anew.
  static func placeAll(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM cube_place")
    for (level, column) in Store.placeColumns {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO cube_territory (level, code)
          SELECT DISTINCT :level, \(column) FROM offer_place WHERE \(column) IS NOT NULL AND \(column) <> ''
          ORDER BY \(column);
          """, arguments: ["level": level.rawValue])
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO cube_place
          SELECT t.id, p.offer FROM offer_place p JOIN cube_territory t ON t.level = :level AND t.code = p.\(column)
          """, arguments: ["level": level.rawValue])
    }
  }

  /// Makes the facts of the current extraction anew from mentions.
  static func readAll(_ db: Database) throws {
    guard
      let extraction = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
    else { return }
    try db.execute(sql: "DELETE FROM cube_fact WHERE extraction = ?", arguments: [extraction])
    let names = Stance.allCases.filter(\.isDemand).map { "'\($0.rawValue)'" }.joined(separator: ",")
    let families = try db.makeStatement(
      sql: """
        SELECT DISTINCT family FROM mention WHERE extraction = ? AND offer = ? AND family IS NOT NULL
          AND stance IN (SELECT id FROM symbol WHERE text IN (\(names))) ORDER BY family
        """)
    let offers = try Row.fetchAll(
      db,
      sql: """
        SELECT o.id, c.code FROM offer o
          LEFT JOIN offer_occupation c ON c.extraction = ? AND c.offer = o.id AND c.rank = 0
        """, arguments: [extraction])
    for row in offers {
      let offer: Int64 = row[0]
      try insertFact(
        offer: offer, extraction: extraction, occupation: row[1],
        families: try Int64.fetchAll(families, arguments: [extraction, offer]), db)
    }
  }
}
