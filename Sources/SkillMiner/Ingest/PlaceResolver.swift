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

  /// Codes of the place at each level that could be resolved.
  public func resolve(_ place: DeclaredPlace) -> [Territory.Level: String] { body(place) }
}
