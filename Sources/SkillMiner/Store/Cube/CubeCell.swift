/// What a cell of the cube is cut by.
public enum CubeDimension: String, Sendable, CaseIterable {
  case month
  case territory
  case sector
  case occupation
  case source
  case family
}

/// Counts of one cell: month × territory × sector × occupation × source × family, each dimension that was not asked for
/// left `nil`.
public struct CubeCell: Hashable, Comparable, Sendable {
  /// The cell's place along each dimension; `?` for what offers do not say.
  public let key: [CubeDimension: String]
  /// Distinct offers: a near-duplicate cluster counts once in a cell.
  public let offers: Int
  /// Distinct known employers.
  public let employers: Int

  /// Makes the value from its parts.
  public init(key: [CubeDimension: String], offers: Int, employers: Int) {
    self.key = key
    self.offers = offers
    self.employers = employers
  }

  /// By place, dimension after dimension.
  public static func < (a: CubeCell, b: CubeCell) -> Bool {
    CubeDimension.allCases.map { a.key[$0] ?? "" }.lexicographicallyPrecedes(
      CubeDimension.allCases.map { b.key[$0] ?? "" })
  }
}
