import Foundation
import GRDB
public import Taxonomy

extension Store: CubeReading {
  /// The facts of a scope, of the current extraction, on one snapshot.
  public func cube(_ scope: CubeScope) throws -> CubeColumns {
    try read { db in
      var columns = CubeColumns()
      guard
        let extraction = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
      else { return columns }
      columns.unread = try Self.unreadOffers(db)
      let (condition, arguments) = try Self.condition(scope, extraction, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.offer, f.cluster, f.month, f.source, f.occupation, f.employer, f.families, f.sector
          FROM cube_fact f \(index(scope)) WHERE \(condition) ORDER BY f.offer
          """, arguments: arguments)
      let names = try Row.fetchAll(db, sql: "SELECT id, name FROM source ORDER BY name")
      columns.sourceNames = names.map { $0["name"] }
      let sources = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1["id"] as Int64, Int32($0)) })
      var occupations: [String: Int32] = [:]
      var sectors: [String: Int32] = [:]
      while let row = try rows.next() {
        columns.offers.append(row[0])
        columns.clusters.append(row[1])
        columns.months.append(Int32(row[2] as Int? ?? -1))
        columns.sources.append(sources[row[3]] ?? -1)
        columns.occupations.append(try self.occupation(row[4], &occupations, &columns))
        columns.employers.append(Int32(row[5] as Int? ?? -1))
        let isWhole = try row.withUnsafeData(atIndex: 6) { data in
          (data ?? .init()).withUnsafeBytes { FamilyCode.decode($0, into: &columns.families) }
        }
        guard isWhole else {
          throw StoreError.corrupt(self.path, detail: "cube, offre \(row[0] as Int64)")
        }
        columns.familyStarts.append(columns.families.count)
        if let code = row[7] as String? {
          if sectors[code] == nil {
            sectors[code] = Int32(columns.sectorCodes.count)
            columns.sectorCodes.append(code)
          }
          columns.sectors.append(sectors[code] ?? -1)
        } else {
          columns.sectors.append(-1)
        }
      }
      var isMet = [Bool](repeating: false, count: Int(columns.families.max() ?? -1) + 1)
      for family in columns.families { isMet[Int(family)] = true }
      for family in isMet.indices where isMet[family] {
        columns.familyNames[Int32(family)] = try self.symbols.text(of: Int64(family), db)
      }
      return columns
    }
  }

  /// Levels at which some offer stands in a territory of this code.
  public func territoryLevels(ofCode code: String) throws -> [Territory.Level] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT level FROM territory WHERE code = :code
          UNION SELECT level FROM cube_territory WHERE code = :code
          UNION SELECT 'commune' FROM commune WHERE code = :code
          """, arguments: ["code": code]
      ).compactMap { Territory.Level(rawValue: $0) }.sorted { $0.rawValue < $1.rawValue }
    }
  }

  private func occupation(
    _ code: String?, _ known: inout [String: Int32], _ columns: inout CubeColumns
  ) throws -> Int32 {
    guard let code else { return -1 }
    if let number = known[code] { return number }
    guard let card = ROMECode(code) else {
      throw StoreError.corrupt(path, detail: "cube, métier «\u{A0}\(code)\u{A0}»")
    }
    let number = Int32(columns.occupationCodes.count)
    columns.occupationCodes.append(card)
    known[code] = number
    return number
  }

  /// Without statistics SQLite would rather read every fact in the order asked for than those of some occupations.
  /// Several stores are seen through a view, which has no index to name.
  func index(_ scope: CubeScope) -> String {
    if hasArchives { return "" }
    return scope.occupations.map { $0.isEmpty ? "" : "INDEXED BY cube_fact_occupation" } ?? ""
  }

  static func condition(
    _ scope: CubeScope, _ extraction: Int64, _ db: Database
  ) throws -> (String, StatementArguments) {
    var parts = ["f.extraction = ?"]
    var arguments: StatementArguments = [extraction]
    if let months = scope.months {
      parts.append("f.month BETWEEN ? AND ?")
      arguments += [months.lowerBound, months.upperBound]
    }
    if let occupations = scope.occupations {
      parts.append("f.occupation IN (\(occupations.map { _ in "?" }.joined(separator: ",")))")
      arguments += StatementArguments(occupations.sorted().map(\.value))
    }
    if let sectors = scope.sectors {
      let tests = sectors.map { _ in "substr(f.sector, 1, length(?)) = ?" }
      parts.append("(" + (tests.isEmpty ? "0" : tests.joined(separator: " OR ")) + ")")
      for sector in sectors { arguments += [sector, sector] }
    }
    if let territory = scope.territory, scope.occupations != nil {
      // Few offers of many: each is looked up, instead of listing all of the territory.
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM cube_territory WHERE level = ? AND code = ?",
        arguments: [territory.level.rawValue, territory.code])
      parts.append("EXISTS (SELECT 1 FROM cube_place p WHERE p.territory = ? AND p.offer = f.offer)")
      arguments += [row ?? -1]
    } else if let territory = scope.territory {
      parts.append(
        """
        f.offer IN (SELECT p.offer FROM cube_place p JOIN cube_territory t ON t.id = p.territory
          WHERE t.level = ? AND t.code = ?)
        """)
      arguments += [territory.level.rawValue, territory.code]
    }
    return (parts.joined(separator: " AND "), arguments)
  }
}
