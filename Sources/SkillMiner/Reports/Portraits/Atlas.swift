import Taxonomy

/// Territories by key, with what each lies in.
struct Atlas: Sendable {
  let territories: [Territory]
  private let names: [CubeScope.TerritoryKey: String]
  private let regionOfDepartment: [String: String]
  private let communes: [String: CommuneRecord]

  init(territories: [Territory], communes: [CommuneRecord], regionOfDepartment: [String: String]) {
    self.territories = territories
    var names: [CubeScope.TerritoryKey: String] = [:]
    for territory in territories {
      names[CubeScope.TerritoryKey(level: territory.level, code: territory.code)] = territory.name
    }
    var regions = regionOfDepartment
    for commune in communes {
      names[CubeScope.TerritoryKey(level: .commune, code: commune.code)] = commune.name
      if regions[commune.department] == nil, !commune.region.isEmpty {
        regions[commune.department] = commune.region
      }
    }
    self.names = names
    self.regionOfDepartment = regions
    self.communes = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Name as people read it; the code when nobody named it.
  func name(_ key: CubeScope.TerritoryKey) -> String { names[key] ?? key.code }

  func isKnown(_ key: CubeScope.TerritoryKey) -> Bool { names[key] != nil }

  /// The territories a territory lies in, smallest first.
  func parents(_ key: CubeScope.TerritoryKey) -> [CubeScope.TerritoryKey] {
    var keys: [CubeScope.TerritoryKey] = []
    switch key.level {
    case .commune:
      guard let commune = communes[key.code] else { return [] }
      keys = [
        (.employmentBasin, commune.basin), (.department, commune.department), (.region, commune.region),
      ].compactMap { level, code in
        code.flatMap { $0.isEmpty ? nil : CubeScope.TerritoryKey(level: level, code: $0) }
      }
    case .department:
      if let region = regionOfDepartment[key.code] { keys = [.init(level: .region, code: region)] }
    case .employmentBasin, .employmentZone, .region: break
    }
    return keys
  }

  /// The départements of a region.
  func departments(of region: String) -> [String] {
    regionOfDepartment.filter { $0.value == region }.map(\.key).sorted()
  }
}
