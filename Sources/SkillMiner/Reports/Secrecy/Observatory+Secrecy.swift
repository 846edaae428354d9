import Taxonomy

/// What readers of these pages may see. Pages ask here, and nowhere else.
extension Observatory {
  /// Whether the number of offers of a scope (that ask for a family, or at all) is kept back, and with it its share and
  /// its employers.
  func hides(_ family: Int32?, in scope: PageScope) -> Bool {
    disclosure.secrecy.map { secrecy($0).hides(family ?? HiddenCells.all, scope) } ?? false
  }

  /// The same by identifier; a family nobody asks for hides nothing.
  package func hides(family id: String, in scope: PageScope) -> Bool {
    facts.familyPlaces[id].map { hides($0, in: scope) } ?? false
  }

  /// Whether a figure of the analysis, over the occupations of a certification, is kept back.
  func hides(_ demand: DemandFigures, of family: String, over occupations: [ROMECode]) -> Bool {
    if hides(offers: demand.offers, employers: demand.employers) { return true }
    guard let rules = disclosure.secrecy, let place = facts.familyPlaces[family] else { return false }
    return secrecy(rules).hides(place, occupations)
  }

  /// Whether what a candidate is asked for by is kept back.
  func hides(_ candidate: ModuleCandidate) -> Bool {
    let demand = candidate.demand
    if candidate.families.count == 1 {
      return hides(demand, of: candidate.families[0].family.id, over: candidate.links.occupations)
    }
    return hides(offers: demand.offers, employers: demand.employers)
  }

  /// The sentences behind a candidate: none where its figures, or those of a family, are kept back.
  func evidence(_ candidate: ModuleCandidate) -> [ModuleCandidate.Evidence] {
    let isShown = candidate.families.allSatisfy {
      !hides($0.demand, of: $0.family.id, over: candidate.links.occupations)
    }
    return hides(candidate) || !isShown ? [] : candidate.evidence
  }

  /// Whether the number of offers of the occupations of a certification is kept back.
  package func hides(_ assessment: CertificationAssessment) -> Bool {
    if hides(offers: assessment.offers, employers: assessment.employers) { return true }
    return disclosure.secrecy.map {
      secrecy($0).hides(HiddenCells.all, assessment.links.occupations)
    } ?? false
  }

  /// Whether a figure that is part of no table with totals is kept back.
  func hides(offers: Int, employers: Int) -> Bool { disclosure.hides(offers: offers, employers: employers) }

  /// Whether everything is shown.
  var showsEverything: Bool { disclosure.secrecy == nil }

  // MARK: Decisions, kept

  func hiddenCells(_ scope: PageScope) -> HiddenCells {
    guard let rules = disclosure.secrecy else { return HiddenCells() }
    return secrets.cells(scope) { secrecy(rules).hidden(ScopeLine(of: scope, in: self)) }
  }

  /// Occupations whose number of offers is kept back in a territory; `nil` where none is shown.
  func hiddenOccupations(_ territory: CubeScope.TerritoryKey) -> Set<ROMECode>? {
    guard let rules = disclosure.secrecy else { return [] }
    guard territory.level == .region || territory.level == .department else { return nil }
    let scope = PageScope(territory: territory)
    return secrets.cross(scope) {
      CrossSecrecy(observatory: self, rules: rules).hidden(ScopeLine(of: scope, in: self))
    }
  }

  var hiddenMonths: [Int: Set<Int32>] {
    guard let rules = disclosure.secrecy else { return [:] }
    return secrets.months { secrecy(rules).hiddenMonths() }
  }

  private func secrecy(_ rules: SecrecyRules) -> ScopeSecrecy {
    ScopeSecrecy(observatory: self, rules: rules)
  }
}
