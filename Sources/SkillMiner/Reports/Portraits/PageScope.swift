package import Taxonomy

/// The offers a page speaks of, as its address says it. What is not given does not restrict.
package struct PageScope: Hashable, Sendable {
  package var territory: CubeScope.TerritoryKey?
  package var occupation: ROMECode?
  /// Identifier of a filière.
  package var filiere: String?
  package var months: ClosedRange<Int>?
  package var source: String?

  package init(
    territory: CubeScope.TerritoryKey? = nil, occupation: ROMECode? = nil, filiere: String? = nil,
    months: ClosedRange<Int>? = nil, source: String? = nil
  ) {
    self.territory = territory
    self.occupation = occupation
    self.filiere = filiere
    self.months = months
    self.source = source
  }

  /// As filters of an address.
  var query: [(String, String?)] {
    [
      ("territoire", territory.map { "\($0.level.rawValue):\($0.code)" }), ("metier", occupation?.value),
      ("filiere", filiere), ("mois", months.map(SignalWindows.text)), ("source", source),
    ]
  }

  /// Restricts to some months.
  package func during(_ months: ClosedRange<Int>?) -> PageScope {
    var scope = self
    scope.months = months
    return scope
  }
}
