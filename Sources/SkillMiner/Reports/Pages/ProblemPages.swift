import Taxonomy

/// Pages for addresses that lead nowhere: each says where to go.
struct ProblemPages {
  let observatory: Observatory

  /// - Parameter suggestions: pages that may be meant.
  func unknown(_ link: Link, what: PageText, suggestions: [PageText] = []) -> SitePage {
    var page = SitePage(link, "Page introuvable", kicker: "Erreur 404")
    page.status = 404
    page.lead = [what]
    var blocks: [Block] = []
    if !suggestions.isEmpty { blocks += [.text("Vouliez-vous dire :"), .list(suggestions)] }
    blocks.append(.search(query: ""))
    blocks.append(
      .list([
        "\(link: "Accueil", to: .home)", "\(link: "Territoires", to: .territories)",
        "\(link: "Filières", to: .filieres)", "\(link: "Métiers", to: .occupations)",
        "\(link: "Compétences", to: .competencies)", "\(link: "Certifications", to: .certifications)",
        "\(link: "Modules candidats", to: .candidates)",
      ]))
    page.sections = [SitePage.Section("suite", "Continuer", blocks)]
    return page
  }

  func badFilter(_ link: Link, _ filter: PageRequest.BadFilter) -> SitePage {
    var page = SitePage(link, "Ce filtre n’est pas connu", kicker: "Erreur 400")
    page.status = 400
    page.lead = [
      "« \(filter.value) » n’est pas une valeur possible du filtre « \(filter.name) ».",
      PageText(verbatim: FrenchSpacing.apply(filter.advice)),
    ]
    page.sections = [
      SitePage.Section(
        "suite", "Continuer", [.list(["\(link: "La même page sans filtre", to: Link(plain: link))"])])
    ]
    return page
  }

  /// Families whose label shares the most words with a text.
  func families(like text: String) -> [PageText] {
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    guard !words.isEmpty else { return [] }
    let scored = observatory.facts.familyIDs.compactMap { id -> (Int, CompetencyFamily)? in
      guard let family = observatory.family(id) else { return nil }
      let own = Set(
        (family.label.lowercased() + " " + id).split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let shared = own.intersection(words).count
      return shared > 0 ? (shared, family) : nil
    }
    return scored.sorted { ($1.0, $0.1.id) < ($0.0, $1.1.id) }.prefix(5).map {
      PageText(verbatim: $0.1.label, to: .competency($0.1.id))
    }
  }
}

extension Link {
  /// The page without its filters.
  init(plain link: Link) { self = link.withoutQuery }
}

extension SitePage {
  /// Why an act was refused, and what to do.
  ///
  /// - Parameter back: the page it was asked for on; `nil` when that is not there yet.
  package static func refusal(_ error: ReviewError, back: Link?) -> SitePage {
    var page = SitePage(back ?? .portfolios, "Cela n’a pas été fait", kicker: "Portefeuille")
    page.status = 400
    page.lead = [PageText(verbatim: error.message.firstUppercased), PageText(verbatim: error.advice)]
    var blocks: [Block] = []
    if !error.changes.isEmpty {
      blocks = [.text("Ce qui a changé entre-temps :"), .list(error.changes.map { PageText(verbatim: $0) })]
    }
    let way = back.map { ["\(link: "Revenir au portefeuille", to: $0)" as PageText] } ?? []
    blocks.append(.list(way + ["\(link: "Tous les portefeuilles", to: .portfolios)"]))
    page.sections = [SitePage.Section("suite", "Continuer", blocks)]
    return page
  }
}
