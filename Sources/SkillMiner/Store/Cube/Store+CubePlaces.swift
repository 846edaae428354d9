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
      result.codes = try String.fetchAll(
        db, sql: "SELECT code FROM cube_territory WHERE level = ? ORDER BY code", arguments: [level.rawValue])
      let place = Dictionary(uniqueKeysWithValues: result.codes.enumerated().map { ($1, Int32($0)) })
      guard let column = Self.placeColumns.first(where: { $0.0 == level })?.1 else { return result }
      let (condition, arguments) = try Self.condition(scope, extraction, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.offer, p.\(column) FROM cube_fact f \(index(scope))
            CROSS JOIN offer_place p ON p.offer = f.offer
          WHERE p.\(column) <> '' AND (\(condition)) ORDER BY f.offer
          """, arguments: arguments)
      while let row = try rows.next() {
        let offer: Int64 = row[0]
        guard let number = place[row[1] as String] else { continue }
        // Two places of an offer may lie in one territory.
        var known = result.offers.count - 1
        while known >= 0, result.offers[known] == offer, result.places[known] != number { known -= 1 }
        if known >= 0, result.offers[known] == offer { continue }
        result.offers.append(offer)
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
