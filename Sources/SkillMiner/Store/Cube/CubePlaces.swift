/// In which territories of one level offers stand: pairs in ascending order of offers, then of codes.
public struct CubePlaces: Sendable {
  /// Codes of the territories, ascending.
  public var codes: [String] = []
  /// Row of the offer of each pair.
  public var offers: [Int64] = []
  /// Territory of each pair, as a place in `codes`.
  public var places: [Int32] = []

  /// No offer stands anywhere.
  public init() {}

  /// For each territory, the places in a cube of the offers that stand in it, ascending.
  public func members(of cube: CubeColumns) -> [[Int]] {
    var members = [[Int]](repeating: [], count: codes.count)
    var row = 0
    for (offer, place) in zip(offers, places) {
      while row < cube.count, cube.offers[row] < offer { row += 1 }
      guard row < cube.count else { break }
      if cube.offers[row] == offer { members[Int(place)].append(row) }
    }
    return members
  }
}

extension CubeColumns {
  /// The same facts for some offers alone.
  ///
  /// - Parameter rows: ascending.
  public func only(_ rows: [Int]) -> CubeColumns {
    var part = CubeColumns()
    part.sourceNames = sourceNames
    part.occupationCodes = occupationCodes
    part.sectorCodes = sectorCodes
    part.familyNames = familyNames
    part.unread = unread
    part.offers = rows.map { offers[$0] }
    part.clusters = rows.map { clusters[$0] }
    part.months = rows.map { months[$0] }
    part.sources = rows.map { sources[$0] }
    part.occupations = rows.map { occupations[$0] }
    part.employers = rows.map { employers[$0] }
    part.sectors = rows.map { sectors[$0] }
    part.familyStarts.reserveCapacity(rows.count + 1)
    for row in rows {
      part.families.append(contentsOf: families(of: row))
      part.familyStarts.append(part.families.count)
    }
    return part
  }
}
