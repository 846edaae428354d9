import Taxonomy

/// The offers and sentences behind a number.
struct OffersPage {
  let observatory: Observatory

  static let size = 20
  /// Fewer than any number that is shown: nobody can count a small cell by reading lists.
  static let sample = 9

  /// - Throws: `PageRequest.BadFilter`, and what the store throws.
  func page(_ request: PageRequest) throws -> SitePage {
    let scope = try request.scope(observatory)
    let parts = PageParts(observatory: observatory)
    let facts = observatory.facts
    var family: CompetencyFamily?
    if let id = request.text("competence") {
      guard let known = observatory.family(id) else {
        throw PageRequest.BadFilter(
          name: "competence", value: id, advice: "Prenez une compétence de la page Compétences.")
      }
      family = known
    }
    var offers = observatory.distinct(scope)
    let place = family.flatMap { facts.familyPlaces[$0.id] }
    if family != nil { offers = place.map { OfferLists.common(offers, facts.offersOfFamily[Int($0)]) } ?? [] }
    let size = observatory.showsEverything ? Self.size : Self.sample
    let number = observatory.showsEverything ? Pager.number(request.page, count: offers.count, size: size) : 1
    let isHidden = !offers.isEmpty && observatory.hides(place, in: scope)
    if isHidden { offers = [] }
    let shown = parts.latest(offers, from: (number - 1) * size, limit: size)
    var page = SitePage(
      .offers(family?.id, scope, page: number),
      family.map { "Qui demande « \($0.label) » ?" }.map(FrenchSpacing.apply)
        ?? "Quelles offres sont comptées ?",
      kicker: "Offres collectées")
    if let family { page.crumbs = [PageText(verbatim: family.label, to: .competency(family.id))] }
    let said: PageText =
      "\(strong: FrenchNumber.integer(offers.count)) \(offers.count < 2 ? "offre distincte" : "offres distinctes") : \(observatory.name(scope))."
    let how: PageText =
      offers.count > 1
      ? " Du mois le plus récent au plus ancien ; les coordonnées et les noms de personnes sont retirés."
      : offers.isEmpty
        ? PageText(verbatim: "") : " Les coordonnées et les noms de personnes en sont retirés."
    page.lead = [said + how]
    if scope.months != nil {
      page.lead.append(
        "Les rediffusions d’offres parues plus tôt sont dans la liste ; les courbes comptent une offre au mois de sa première parution."
      )
    }
    if isHidden {
      page.lead = parts.keptBack
    } else if !observatory.showsEverything, !offers.isEmpty {
      page.lead.append(
        "Un échantillon en est montré ; les lecteurs habilités voient la liste entière en se connectant.")
    }
    var blocks: [Block] = []
    // Offers that have a text to show.
    var told = shown.count
    // Where sentences are shown, the filters in force; where offers are listed, those that may be chosen too.
    if family == nil { blocks.append(.facets(ScopeFacets(observatory).facets(scope) { .offers(nil, $0) })) }
    blocks.append(.facets(filters(scope, family)))
    if isHidden {
      blocks.append(.text("\(link: "Retirer les filtres", to: .offers(family?.id))"))
    } else if offers.isEmpty, scope == PageScope(), family == nil {
      blocks.append(.text("Aucune offre n’est encore collectée."))
    } else if offers.isEmpty {
      blocks.append(
        .text(
          "Aucune offre avec ces filtres. \(link: "Retirer les filtres", to: .offers(family?.id))"))
    } else if let family {
      let quotes = try parts.quotes(shown, family: family.id)
      told = quotes.count
      blocks.append(.evidence(quotes))
    } else {
      let heads = try observatory.store.heads(of: shown.map { facts.cube.offers[Int($0)] })
      told = heads.count
      blocks.append(
        .table(
          PageTable(
            "offres", caption: "Offres distinctes, du mois le plus récent au plus ancien.",
            columns: [
              .init("identifiant", "Offre"), .init("titre", "Titre"), .init("date", "Date"),
              .init("lieu", "Lieu"), .init("source", "Source"),
            ],
            rows: heads.map {
              [
                .text($0.identifier), .text($0.title), .date($0.created), .text($0.place ?? "–"),
                .text($0.source),
              ]
            })))
    }
    if told < shown.count, family == nil || told > 0 {
      blocks.append(
        .text(
          "Sur cette page, \(FrenchWords.count(shown.count - told, "offre est comptée sans son texte : purgée, ou venue", "offres sont comptées sans leur texte : purgées, ou venues").spaced) d’un cube."
        ))
    }
    if observatory.showsEverything {
      blocks += Pager.blocks(count: offers.count, size: size, page: number) {
        .offers(family?.id, scope, page: $0)
      }
    }
    blocks.append(.explanation(.demand))
    page.sections = [SitePage.Section("offres", family == nil ? "Offres" : "Phrases", blocks)]
    page.methods = [.offers]
    return page
  }

  /// The filters in force that no list of choices shows, each with a way out.
  private func filters(_ scope: PageScope, _ family: CompetencyFamily?) -> [Facet] {
    var choices: [Facet.Choice] = []
    func add(_ label: String, _ change: (inout PageScope) -> Void) {
      var wider = scope
      change(&wider)
      choices.append(
        Facet.Choice(label: "× " + label, count: nil, link: .offers(family?.id, wider), isChosen: false))
    }
    if let key = scope.territory, family != nil { add(observatory.territory(key)) { $0.territory = nil } }
    if let code = scope.occupation, family != nil { add(observatory.label(code)) { $0.occupation = nil } }
    if let id = scope.filiere, family != nil {
      add(observatory.filieres.first { $0.id == id }?.name ?? id) { $0.filiere = nil }
    }
    if let months = scope.months { add(FrenchMonths.range(months)) { $0.months = nil } }
    if let source = scope.source { add(source) { $0.source = nil } }
    return choices.isEmpty ? [] : [Facet(title: "Filtres", choices: choices)]
  }
}
