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
    let own = observatory.portrait(PageScope(territory: key))
    guard own.total >= support else { return [] }
    let profile = shares(own)
    return observatory.facts.offersOfTerritory
      .filter { $0.key.level == key.level && $0.key != key && $0.value.count >= support }
      .map { other, _ -> Near in
        let portrait = observatory.portrait(PageScope(territory: other))
        return Near(key: other, likeness: cosine(profile, shares(portrait)), offers: portrait.total)
      }
      .filter { $0.offers >= support }
      .sorted { ($1.likeness, $0.key.code) < ($0.likeness, $1.key.code) }.prefix(limit).map { $0 }
  }

  private func shares(_ portrait: Portrait) -> [Int32: Double] {
    var shares: [Int32: Double] = [:]
    for demand in portrait.families where demand.offers >= 3 {
      let kind = observatory.family(demand.family).kind
      if kind != .softSkill, kind != .language, kind != .diploma { shares[demand.family] = demand.share }
    }
    return shares
  }

  /// Summed in the order of families, so that the last digit is the same every time.
  private func cosine(_ a: [Int32: Double], _ b: [Int32: Double]) -> Double {
    func norm(_ x: [Int32: Double]) -> Double {
      x.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    }
    let dot = a.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) }
    let size = norm(a) * norm(b)
    return size > 0 ? dot / size : 0
  }
}
