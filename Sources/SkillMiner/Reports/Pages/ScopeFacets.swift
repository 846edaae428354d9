import Taxonomy

/// Filters by filière and region: each choice is a link that keeps the others.
struct ScopeFacets {
  private let observatory: Observatory

  init(_ observatory: Observatory) { self.observatory = observatory }

  func facets(_ scope: PageScope, link: (PageScope) -> Link) -> [Facet] {
    var facets: [Facet] = []
    var filieres = [choice("toutes", scope.filiere == nil, link, scope) { $0.filiere = nil }]
    for filiere in observatory.filieres {
      filieres.append(
        choice(filiere.name, scope.filiere == filiere.id, link, scope) { $0.filiere = filiere.id })
    }
    facets.append(Facet(title: "Filière", choices: filieres))
    let isRegion = scope.territory.map { $0.level == .region } ?? true
    var regions = [
      choice(isRegion ? "toutes" : "tous", scope.territory == nil, link, scope) { $0.territory = nil }
    ]
    let known = observatory.facts.offersOfTerritory.filter { $0.key.level == .region && $0.value.count >= 30 }
      .map(\.key).sorted { observatory.territory($0) < observatory.territory($1) }
    for key in known {
      regions.append(
        choice(observatory.territory(key), scope.territory == key, link, scope) { $0.territory = key })
    }
    if let key = scope.territory, key.level != .region || !known.contains(key) {
      regions.append(choice(observatory.territory(key), true, link, scope) { _ in })
    }
    facets.append(Facet(title: isRegion ? "Région" : "Territoire", choices: regions))
    if let code = scope.occupation {
      facets.append(
        Facet(
          title: "Métier",
          choices: [
            choice("tous", false, link, scope) { $0.occupation = nil },
            choice(observatory.label(code), true, link, scope) { _ in },
          ]))
    }
    return facets
  }

  private func choice(
    _ label: String, _ isChosen: Bool, _ link: (PageScope) -> Link, _ scope: PageScope,
    _ change: (inout PageScope) -> Void
  ) -> Facet.Choice {
    var scope = scope
    change(&scope)
    return Facet.Choice(label: label, count: nil, link: link(scope), isChosen: isChosen)
  }
}
