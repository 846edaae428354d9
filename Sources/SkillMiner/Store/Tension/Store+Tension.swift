import GRDB
public import Taxonomy

extension Store {
  /// Keeps lines of tables of tension; a line of the same survey, year, occupation and territory is replaced.
  ///
  /// - Returns: how many lines were new or changed.
  @discardableResult
  public func keep(tension records: [TensionRecord], links: [FAPLink], labels: [FAPLabel] = []) throws -> Int
  {
    try write { db in
      var changed = 0
      let line = try db.makeStatement(
        sql: """
          INSERT INTO tension VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET label = excluded.label, projects = excluded.projects,
            difficult = excluded.difficult, seasonal = excluded.seasonal, indicator = excluded.indicator
          WHERE projects IS NOT excluded.projects OR difficult IS NOT excluded.difficult
            OR seasonal IS NOT excluded.seasonal OR indicator IS NOT excluded.indicator
          """)
      for record in records {
        let key = record.key
        try line.execute(arguments: [
          key.survey.rawValue, key.year, key.nomenclature.rawValue, key.occupation, record.label,
          key.level?.rawValue ?? "france", key.territory, record.projects, record.difficult, record.seasonal,
          record.indicator,
        ])
        changed += db.changesCount
      }
      let link = try db.makeStatement(sql: "INSERT OR IGNORE INTO fap_occupation VALUES (?, ?, ?)")
      for item in links {
        try link.execute(arguments: [item.fap, item.occupation.value, item.qualification])
        changed += db.changesCount
      }
      let name = try db.makeStatement(
        sql: """
          INSERT INTO fap_label VALUES (?, ?) ON CONFLICT DO UPDATE SET label = excluded.label
          WHERE label IS NOT excluded.label
          """)
      for item in labels {
        try name.execute(arguments: [item.fap, item.label])
        changed += db.changesCount
      }
      return changed
    }
  }

  /// Whether tables of tension and the passage from FAP to ROME are there.
  public func tensionTables() throws -> (lines: Int, links: Int) {
    try read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM tension") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM fap_occupation") ?? 0
      )
    }
  }

  /// Tension of some occupations, the latest year of each survey; empty when no table says anything of them.
  ///
  /// A family of professions (FAP) that holds one of the cards counts whole: surveys know nothing finer.
  ///
  /// - Parameters:
  ///   - occupations: cards of the loaded release.
  ///   - territory: where; its region, then France, stand in where the table has nothing of it.
  ///   - release: tells from which cards of ROME v3 these descend.
  public func tension(
    of occupations: Set<ROMECode>, in territory: CubeScope.TerritoryKey?, release: TaxonomyRelease
  ) throws -> [TensionFigure] {
    let parents = Set(occupations.compactMap { release.occupation($0)?.parent }).union(occupations)
    var places = territory.map { [$0] } ?? []
    if let territory, let above = try parent(of: territory) { places.append(above) }
    return try read { db in
      let surveys = try String.fetchAll(db, sql: "SELECT DISTINCT survey FROM tension ORDER BY survey")
      guard !surveys.isEmpty else { return [] }
      let cards = parents.sorted().map { "'\($0.value)'" }.joined(separator: ",")
      let families = try String.fetchAll(
        db, sql: "SELECT DISTINCT fap FROM fap_occupation WHERE occupation IN (\(cards)) ORDER BY fap")
      let codes = Set(families.flatMap(Self.spellings)).union(parents.map(\.value))
      return try surveys.compactMap { name in
        guard let survey = TensionRecord.Survey(rawValue: name) else { return nil }
        for place in places.map(Optional.some) + [nil] {
          if let figure = try Self.figure(survey, codes, place, db) { return figure }
        }
        return nil
      }
    }
  }

  /// The BMO survey writes X for the Z of the nomenclature, and DARES gives families without their last two digits.
  private static func spellings(_ fap: String) -> [String] {
    guard fap.utf8.count == 5 else { return [fap] }
    return [fap, String(fap.prefix(2)) + "X" + fap.suffix(2), String(fap.prefix(3))]
  }

  /// The name of a family whose table gives none, by any of its spellings; its code without names.
  private static func name(of code: String, _ db: Database) throws -> String {
    let zed = String(code.prefix(2)) + "Z" + code.dropFirst(3)
    return try String.fetchOne(
      db, sql: "SELECT label FROM fap_label WHERE fap IN (?, ?) ORDER BY fap <> ? LIMIT 1",
      arguments: [code, zed, code]) ?? code
  }

  private static func figure(
    _ survey: TensionRecord.Survey, _ codes: Set<String>, _ place: CubeScope.TerritoryKey?, _ db: Database
  ) throws -> TensionFigure? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT year, occupation, label, projects, difficult, seasonal, indicator FROM tension
        WHERE survey = ? AND level = ? AND territory = ? ORDER BY year DESC, occupation
        """, arguments: [survey.rawValue, place?.level.rawValue ?? "france", place?.code ?? ""])
    let own = rows.filter { codes.contains($0[1]) }
    guard let year = own.first?[0] as Int? else { return nil }
    let lines = own.filter { $0[0] == year }
    func sum(_ column: Int) -> Double? {
      let values = lines.compactMap { $0[column] as Double? }
      return values.isEmpty ? nil : values.reduce(0, +)
    }
    let indicators = lines.compactMap { $0[6] as Double? }
    return TensionFigure(
      survey: survey, year: year, territory: place,
      occupations: try lines.map { line in
        let (code, given) = (line[1] as String, line[2] as String)
        return TensionFigure.Occupation(code: code, label: try given.isEmpty ? name(of: code, db) : given)
      }, projects: sum(3),
      difficult: sum(4), seasonal: sum(5),
      indicator: indicators.isEmpty ? nil : indicators.reduce(0, +) / Double(indicators.count))
  }
}
