import Taxonomy

/// What takes long is made before anybody waits for it.
extension Observatory {
  /// Signals of a scope with fewer offers are made when they are asked for.
  private static let many = 2_000

  /// Makes what pages of wide scopes rest on: portraits, signals, decisions on secrecy, gaps, the open data and what
  /// is known of the quality. Call it before these pages are shown; without it they are the same, later.
  ///
  /// - Throws: what the store throws.
  package func warm() throws {
    let scopes = wideScopes
    for scope in scopes + largeCommunes {
      keepPortrait(scope)
      if offers(scope).count >= Self.many { keepSignals(scope) }
    }
    let crosses = crossScopes
    for scope in crosses {
      _ = total(scope)
      if offers(scope).count >= Self.many { keepSignals(scope) }
    }
    for reader in [self, published] {
      for scope in scopes + crosses {
        _ = reader.hides(nil, in: scope)
        if let territory = scope.territory, scope.filiere == nil { _ = reader.hiddenOccupations(territory) }
      }
      _ = reader.hiddenMonths
      for territory in territories where territory.level == .region || territory.level == .department {
        GapsOfScope(reader).keep(PageScope(territory: territory))
      }
    }
    _ = try quality()
    _ = try openData()
  }

  /// Everything, and what each list of the site leads to, communes left out: there are too many, and most have few offers.
  private var wideScopes: [PageScope] {
    [PageScope()] + facts.offersOfOccupation.keys.sorted().map { PageScope(occupation: $0) }
      + territories.map { PageScope(territory: $0) } + filieres.map { PageScope(filiere: $0.id) }
      + facts.cube.sourceNames.map { PageScope(source: $0) }
  }

  /// Communes with as many offers as a département; the search leads to them first.
  private var largeCommunes: [PageScope] {
    facts.offersOfTerritory.filter { $0.key.level == .commune && $0.value.count >= Self.many }
      .keys.sorted { $0.code < $1.code }.map { PageScope(territory: $0) }
  }

  /// What the filters of the signals lead to, and what the maps of filières are drawn from.
  private var crossScopes: [PageScope] {
    filieres.flatMap { filiere in
      territories.filter { $0.level == .region || $0.level == .department }
        .map { PageScope(territory: $0, filiere: filiere.id) }
    }
  }

  private var territories: [CubeScope.TerritoryKey] {
    facts.offersOfTerritory.keys.filter { $0.level != .commune }
      .sorted { ($0.level.rawValue, $0.code) < ($1.level.rawValue, $1.code) }
  }
}
