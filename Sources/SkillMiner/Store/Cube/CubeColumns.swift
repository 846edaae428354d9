public import Taxonomy

/// Facts of a scope, one offer a place in every array, in ascending order of offers. Flat, so that a million offers fit
/// in some hundred megabytes.
public struct CubeColumns: Sendable {
  /// Rows in the store, those of purged offers included.
  public var offers: [Int64] = []
  /// Near-duplicate clusters.
  public var clusters: [Int64] = []
  /// Month (`CalendarDate.monthIndex`); `-1` when unknown.
  public var months: [Int32] = []
  /// Feed, as a place in `sourceNames`.
  public var sources: [Int32] = []
  /// Occupation, as a place in `occupationCodes`; `-1` when unknown.
  public var occupations: [Int32] = []
  /// Employer by number; `-1` when unknown. Numbers mean nothing outside one store.
  public var employers: [Int32] = []
  /// NAF code without points, as a place in `sectorCodes`; `-1` when unknown.
  public var sectors: [Int32] = []
  /// Families of offer i are `families[familyStarts[i]..<familyStarts[i + 1]]`, by number.
  public var familyStarts: [Int] = [0]
  /// Families demanded, by number in the store.
  public var families: [Int32] = []
  /// Names of feeds.
  public var sourceNames: [String] = []
  /// Cards.
  public var occupationCodes: [ROMECode] = []
  /// NAF codes.
  public var sectorCodes: [String] = []
  /// Identifier of each family number met.
  public var familyNames: [Int32: String] = [:]
  /// Offers of the whole store that wait to be read, and so stand in no scope.
  public var unread = 0

  /// No offer.
  public init() {}

  /// Number of offers.
  public var count: Int { offers.count }

  /// Families of one offer, by number.
  public func families(of index: Int) -> ArraySlice<Int32> {
    families[familyStarts[index]..<familyStarts[index + 1]]
  }
}

/// What signals read of a store. `Store` implements it; tests may use values in memory.
public protocol CubeReading {
  /// The facts of a scope.
  func cube(_ scope: CubeScope) throws -> CubeColumns
  /// Where the offers of a scope stand, at one level.
  func cubePlaces(_ scope: CubeScope, level: Territory.Level) throws -> CubePlaces
  /// The territory a small one is drawn towards; `nil` for a region.
  func parent(of key: CubeScope.TerritoryKey) throws -> CubeScope.TerritoryKey?
  /// Recruitment tension of some occupations; see `Store`.
  func tension(
    of occupations: Set<ROMECode>, in territory: CubeScope.TerritoryKey?, release: TaxonomyRelease
  ) throws -> [TensionFigure]
}
