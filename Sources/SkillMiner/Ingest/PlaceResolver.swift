public import Taxonomy

/// Resolves the places of offers to territories.
public struct PlaceResolver: Sendable {
  private let body: @Sendable (DeclaredPlace) -> [Territory.Level: String]

  /// Resolves nothing: for a store without territories.
  public static let none = PlaceResolver { _ in [:] }

  /// Makes a resolver of a function.
  public init(_ body: @escaping @Sendable (DeclaredPlace) -> [Territory.Level: String]) {
    self.body = body
  }

  /// Resolves with a gazetteer.
  public init(gazetteer: Gazetteer) {
    self.init { place in
      let found = gazetteer.resolve(communeCode: place.commune, postcode: place.postcode, label: place.label)
      return Dictionary(
        found.territories.map { ($0.level, $0.code) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Codes of the place at each level that could be resolved.
  public func resolve(_ place: DeclaredPlace) -> [Territory.Level: String] { body(place) }
}
