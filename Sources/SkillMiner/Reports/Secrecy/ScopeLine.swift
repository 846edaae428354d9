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
      var parent = scope
      parent.territory = TerritoryLines.parent(of: key, observatory.atlas)
      self.parent = parent
      members = observatory.lines.members(key.level, of: parent.territory)
        .map { PageScope(territory: $0, filiere: scope.filiere) }
    } else if scope.occupation != nil {
      parent = PageScope()
      members = observatory.facts.offersOfOccupation.keys.sorted().map { PageScope(occupation: $0) }
    } else {
      parent = nil
      members = [scope]
    }
  }
}
