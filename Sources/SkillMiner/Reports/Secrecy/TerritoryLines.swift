import Taxonomy

/// Territories with offers by what they make up together. There are tens of thousands of communes: put in order once.
struct TerritoryLines: Sendable {
  private struct Line: Hashable {
    let level: Territory.Level
    let parent: CubeScope.TerritoryKey?
  }

  private let lines: [Line: [CubeScope.TerritoryKey]]

  init(_ facts: OfferFacts, _ atlas: Atlas) {
    lines = Dictionary(grouping: facts.offersOfTerritory.keys.sorted { $0.code < $1.code }) {
      Line(level: $0.level, parent: Self.parent(of: $0, atlas))
    }
  }

  /// The territories of a level that make up another, ascending; those that make up nothing when it is `nil`.
  func members(_ level: Territory.Level, of parent: CubeScope.TerritoryKey?) -> [CubeScope.TerritoryKey] {
    lines[Line(level: level, parent: parent)] ?? []
  }

  /// The territory that the territories of a level make up together: a region is made of its départements, a
  /// département of its communes; basins and zones cross those borders.
  static func parent(of key: CubeScope.TerritoryKey, _ atlas: Atlas) -> CubeScope.TerritoryKey? {
    let level: Territory.Level
    switch key.level {
    case .commune: level = .department
    case .department: level = .region
    case .employmentBasin, .employmentZone, .region: return nil
    }
    return atlas.parents(key).first { $0.level == level }
  }
}
