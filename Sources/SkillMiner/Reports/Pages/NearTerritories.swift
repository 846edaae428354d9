import Taxonomy

/// Territories of one level that ask for the same competencies.
struct NearTerritories {
  /// A close territory.
  struct Near {
    let key: CubeScope.TerritoryKey
    let likeness: Double
    let offers: Int
  }

  private let observatory: Observatory

  init(_ observatory: Observatory) { self.observatory = observatory }

  /// The closest territories; none when the first has too few offers to be compared.
  func of(_ key: CubeScope.TerritoryKey, limit: Int, support: Int = 100) -> [Near] {
    guard key.level != .commune else { return [] }
    let own = observatory.profile(key)
    guard own.offers >= support else { return [] }
    return observatory.facts.offersOfTerritory
      .filter { $0.key.level == key.level && $0.key != key && $0.value.count >= support }
      .map { other, _ -> Near in
        let profile = observatory.profile(other)
        return Near(key: other, likeness: own.likeness(profile), offers: profile.offers)
      }
      .filter { $0.offers >= support }
      .sorted { ($1.likeness, $0.key.code) < ($0.likeness, $1.key.code) }.prefix(limit).map { $0 }
  }
}
