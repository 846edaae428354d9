public import Taxonomy

/// The facts of the offers that stand in a perimeter a user drew: an offer counts once, whatever the number of its places
/// that lie in it.
public struct PerimeterReading: CubeReading {
  private let base: any CubeReading
  private let offers: Set<Int64>

  /// - Parameter places: offers by territory, as `Store.offersByTerritory` gives them.
  public init(
    _ base: any CubeReading, perimeter: Perimeter, places: [CubeScope.TerritoryKey: [Int64]]
  ) {
    self.base = base
    var offers = Set<Int64>()
    for (level, codes) in perimeter.members {
      for code in codes { offers.formUnion(places[CubeScope.TerritoryKey(level: level, code: code)] ?? []) }
    }
    self.offers = offers
  }

  /// How many offers stand in the perimeter.
  public var count: Int { offers.count }

  /// The facts of a scope, of offers in the perimeter alone.
  public func cube(_ scope: CubeScope) throws -> CubeColumns {
    let cube = try base.cube(scope)
    return cube.only(cube.offers.indices.filter { offers.contains(cube.offers[$0]) })
  }

  /// Where these offers stand, at one level.
  public func cubePlaces(_ scope: CubeScope, level: Territory.Level) throws -> CubePlaces {
    let all = try base.cubePlaces(scope, level: level)
    var places = CubePlaces()
    places.codes = all.codes
    for (offer, place) in zip(all.offers, all.places) where offers.contains(offer) {
      places.offers.append(offer)
      places.places.append(place)
    }
    return places
  }

  /// As the base says.
  public func parent(of key: CubeScope.TerritoryKey) throws -> CubeScope.TerritoryKey? {
    try base.parent(of: key)
  }

  /// Tension is published for territories, not for perimeters: none is given.
  public func tension(
    of occupations: Set<ROMECode>, in territory: CubeScope.TerritoryKey?, release: TaxonomyRelease
  ) throws -> [TensionFigure] { [] }
}
