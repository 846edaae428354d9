public import Taxonomy

/// Resolves the places of offers to territories.
public struct PlaceResolver: Sendable {
  private let body: @Sendable (DeclaredPlace) -> ResolvedPlace

  /// Resolves nothing: for a store without territories.
  public static let none = PlaceResolver { _ in [:] }

  /// Makes a resolver of a function.
  public init(_ body: @escaping @Sendable (DeclaredPlace) -> ResolvedPlace) {
    self.body = body
  }

  /// Resolves with a gazetteer.
  public init(gazetteer: Gazetteer) {
    self.init { place in
      let found = gazetteer.resolve(
        communeCode: place.commune, postcode: place.postcode, label: place.label, latitude: place.latitude,
        longitude: place.longitude)
      return ResolvedPlace(
        codes: Dictionary(
          found.territories.map { ($0.level, $0.code) }, uniquingKeysWith: { first, _ in first }),
        resolution: found.resolution)
    }
  }

  /// Codes of the place at each level that could be resolved, and how.
  public func resolve(_ place: DeclaredPlace) -> ResolvedPlace { body(place) }
}
