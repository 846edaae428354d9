import GRDB
public import Taxonomy

extension Store {
  /// Where the offers of a scope stand, at one level.
  public func cubePlaces(_ scope: CubeScope, level: Territory.Level) throws -> CubePlaces {
    try read { db in
      var result = CubePlaces()
      guard
        let extraction = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
      else { return result }
      let territories = try Row.fetchAll(
        db, sql: "SELECT id, code FROM cube_territory WHERE level = ? ORDER BY code",
        arguments: [level.rawValue])
      var place: [Int64: Int32] = [:]
      for row in territories {
        place[row[0]] = Int32(result.codes.count)
        result.codes.append(row[1])
      }
      let (condition, arguments) = try Self.condition(scope, extraction, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.offer, p.territory FROM cube_fact f \(index(scope))
            CROSS JOIN cube_place p ON p.offer = f.offer
          WHERE \(condition) ORDER BY f.offer
          """, arguments: arguments)
      while let row = try rows.next() {
        guard let number = place[row[1]] else { continue }
        result.offers.append(row[0])
        result.places.append(number)
      }
      return result
    }
  }

  /// The territory a small one is drawn towards: the region that holds most of its communes; `nil` for a region, and
  /// for a territory that no table places.
  public func parent(of key: CubeScope.TerritoryKey) throws -> CubeScope.TerritoryKey? {
    let column: String
    switch key.level {
    case .region: return nil
    case .commune: column = "code"
    case .employmentBasin: column = "basin"
    case .employmentZone: column = "zone"
    case .department: column = "department"
    }
    let region = try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT region FROM commune WHERE \(column) = ? AND region <> '' GROUP BY region
          ORDER BY count(*) DESC, region LIMIT 1
          """, arguments: [key.code])
    }
    return region.map { CubeScope.TerritoryKey(level: .region, code: $0) }
  }
}
