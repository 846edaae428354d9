import Synchronization
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

  /// Resolves with a gazetteer; places met before are remembered.
  public init(gazetteer: Gazetteer) {
    let memory = PlaceMemory()
    self.init { place in
      memory.place(place) {
        let found = gazetteer.resolve(
          communeCode: place.commune, postcode: place.postcode, label: place.label, latitude: place.latitude,
          longitude: place.longitude)
        return ResolvedPlace(
          codes: Dictionary(
            found.territories.map { ($0.level, $0.code) }, uniquingKeysWith: { first, _ in first }),
          resolution: found.resolution)
      }
    }
  }

  /// Codes of the place at each level that could be resolved, and how.
  public func resolve(_ place: DeclaredPlace) -> ResolvedPlace { body(place) }
}

/// What places turned out to be: a feed names the same towns again and again.
private final class PlaceMemory: Sendable {
  /// Places remembered; then all are forgotten and it starts anew.
  private static let most = 1 << 16

  private let known = Mutex<[DeclaredPlace: ResolvedPlace]>([:])

  func place(_ place: DeclaredPlace, resolve: () -> ResolvedPlace) -> ResolvedPlace {
    if let known = known.withLock({ $0[place] }) { return known }
    let resolved = resolve()
    known.withLock { known in
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      known[place] = resolved
    }
    return resolved
  }
}
