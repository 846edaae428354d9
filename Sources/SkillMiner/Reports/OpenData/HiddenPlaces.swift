import Taxonomy

/// Which cells of the table of demand by territory are kept back. Départements add up to their région and régions to the
/// country, so with each secret cell another of its line goes; and where a région is kept back, so are its départements,
/// whose sum would tell it.
struct HiddenPlaces {
  private var hidden: [CubeScope.TerritoryKey: Set<Int32>] = [:]

  init(_ observatory: Observatory, regions: [Territory], departments: [Territory], rules: SecrecyRules) {
    let regionKeys = regions.map { CubeScope.TerritoryKey(level: .region, code: $0.code) }
    for (family, places) in Self.suppressed(observatory, regionKeys, rules) {
      for key in places { hidden[key, default: []].insert(family) }
    }
    var isGrouped: Set<String> = []
    for region in regionKeys {
      let codes = Set(observatory.atlas.departments(of: region.code))
      isGrouped.formUnion(codes)
      let keys = departments.filter { codes.contains($0.code) }.map {
        CubeScope.TerritoryKey(level: .department, code: $0.code)
      }
      for (family, places) in Self.suppressed(observatory, keys, rules) {
        for key in places { hidden[key, default: []].insert(family) }
      }
      for family in hidden[region] ?? [] { for key in keys { hidden[key, default: []].insert(family) } }
    }
    // Départements whose région nobody knows stand for themselves.
    for department in departments where !isGrouped.contains(department.code) {
      let key = CubeScope.TerritoryKey(level: .department, code: department.code)
      for (family, places) in Self.suppressed(observatory, [key], rules) {
        for key in places { hidden[key, default: []].insert(family) }
      }
    }
  }

  /// Whether the figures of a family in a territory are kept back.
  func contains(_ key: CubeScope.TerritoryKey, _ family: Int32) -> Bool {
    hidden[key]?.contains(family) ?? false
  }

  /// For each family, the territories of one line that are kept back.
  private static func suppressed(
    _ observatory: Observatory, _ keys: [CubeScope.TerritoryKey], _ rules: SecrecyRules
  ) -> [Int32: [CubeScope.TerritoryKey]] {
    var lines: [Int32: [(key: CubeScope.TerritoryKey, cell: SecrecyRules.Cell)]] = [:]
    for key in keys {
      for demand in observatory.portrait(PageScope(territory: key)).families {
        lines[demand.family, default: []].append(
          (key, .init(offers: demand.offers, employers: demand.employers)))
      }
    }
    return lines.mapValues { line in
      zip(line, SuppressedRow(line.map(\.cell), rules: rules).isHidden).compactMap { $1 ? $0.key : nil }
    }
  }
}
