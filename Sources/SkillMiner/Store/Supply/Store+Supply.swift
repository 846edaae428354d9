import GRDB
import Taxonomy

extension Store {
  /// Replaces a table of training supply.
  ///
  /// - Returns: how many lines the table did not hold before.
  func keep(
    supply lines: [StoredTraining], source: String, day: CalendarDate, digest: String, import id: Int64
  ) throws -> Int {
    try write { db in
      let before = Set(try Self.supply(self, db, source: source))
      try db.execute(sql: "DELETE FROM supply WHERE source = ?", arguments: [source])
      try db.execute(
        sql: """
          INSERT INTO supply_table VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET day = excluded.day, digest = excluded.digest, import = excluded.import
          """, arguments: [source, day.description, digest, id])
      let insert = try db.makeStatement(
        sql: "INSERT INTO supply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      var new = 0
      for (ordinal, line) in lines.enumerated() {
        let offer = line.offer
        try insert.execute(arguments: [
          source, ordinal, offer.body, offer.siret, offer.certification?.description, offer.block,
          offer.title, line.place, line.territories[.commune], line.territories[.department],
          line.territories[.region], offer.start?.description, offer.end?.description, offer.places,
          offer.formacodes.joined(separator: " "), offer.occupations.map(\.value).joined(separator: " "),
        ])
        if !before.contains(line) { new += 1 }
      }
      return new
    }
  }

  /// Tables of training supply, by name.
  public func supplyTables() throws -> [SupplyTable] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM supply_table ORDER BY name").map { row in
        SupplyTable(
          name: row["name"], day: try decode(row, "day") { CalendarDate($0) }, digest: row["digest"])
      }
    }
  }

  /// Every line of every table, in the order of the tables.
  public func trainings() throws -> [StoredTraining] { try read { try Self.supply(self, $0, source: nil) } }

  private static func supply(_ store: Store, _ db: Database, source: String?) throws -> [StoredTraining] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM supply WHERE ?1 IS NULL OR source = ?1 ORDER BY source, ordinal",
      arguments: [source]
    ).map { row in
      var territories: [Territory.Level: String] = [:]
      for (level, column) in [
        (Territory.Level.commune, "commune"), (.department, "department"), (.region, "region"),
      ] {
        territories[level] = row[column]
      }
      return StoredTraining(
        source: row["source"],
        offer: TrainingOffer(
          body: row["body"], siret: row["siret"],
          certification: try store.decodeOptional(row, "certification") { CertificationCode($0) },
          block: row["block"], title: row["title"],
          start: try store.decodeOptional(row, "start") { CalendarDate($0) },
          end: try store.decodeOptional(row, "end") { CalendarDate($0) }, places: row["places"],
          formacodes: (row["formacodes"] as String).split(separator: " ").map(String.init),
          occupations: (row["occupations"] as String).split(separator: " ").compactMap { ROMECode($0) }),
        place: row["place"], territories: territories)
    }
  }
}
