import Taxonomy

/// Scopes whose figures add up to those of a wider scope, so that what is hidden of one must be hidden together with
/// something of another.
struct ScopeLine: Hashable, Sendable {
  /// What the scopes are parts of; `nil` for a scope that stands alone.
  let parent: PageScope?
  /// Ascending.
  let members: [PageScope]

  /// The line a scope stands in; months are not looked at.
  init(of scope: PageScope, in observatory: Observatory) {
    if let key = scope.territory {
      let above = Self.parent(of: key, observatory.atlas)
      var parent = scope
      parent.territory = above
      self.parent = parent
      members = observatory.facts.offersOfTerritory.keys
        .filter { $0.level == key.level && Self.parent(of: $0, observatory.atlas) == above }
        .sorted { $0.code < $1.code }
        .map { PageScope(territory: $0, filiere: scope.filiere) }
    } else if scope.occupation != nil {
      parent = PageScope()
      members = observatory.facts.offersOfOccupation.keys.sorted().map { PageScope(occupation: $0) }
    } else {
      parent = nil
      members = [scope]
    }
  }

  /// The territory that the territories of a level make up together: a region is made of its départements, a
  /// département of its communes; basins and zones cross those borders.
  private static func parent(
    of key: CubeScope.TerritoryKey, _ atlas: Atlas
  ) -> CubeScope.TerritoryKey? {
    let level: Territory.Level
    switch key.level {
    case .commune: level = .department
    case .department: level = .region
    case .employmentBasin, .employmentZone, .region: return nil
    }
    return atlas.parents(key).first { $0.level == level }
  }
}
