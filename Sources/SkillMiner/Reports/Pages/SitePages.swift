import Taxonomy

/// From an address to its page.
package struct SitePages: Sendable {
  package let observatory: Observatory

  package init(_ observatory: Observatory) { self.observatory = observatory }

  /// The page of an address; one that helps (status 404 or 400) when there is none.
  ///
  /// - Throws: what the store throws.
  package func page(_ request: PageRequest) throws -> SitePage {
    let link = Link(request.path, query: request.query.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    do {
      if var page = try known(request) {
        if observatory.facts.cube.count == 0, !request.path.isEmpty {
          page.warnings.insert(
            "Aucune offre n’est encore dans ce magasin : \(link: "ce qu’il faut importer d’abord", to: .home).",
            at: 0)
        }
        return page
      }
    } catch let filter as PageRequest.BadFilter {
      return ProblemPages(observatory: observatory).badFilter(link, filter)
    }
    return unknown(request, link)
  }

  private func known(_ request: PageRequest) throws -> SitePage? {
    let o = observatory
    let path = request.path
    switch path.count {
    case 0: return HomePage(observatory: o).page()
    case 1:
      switch path[0] {
      case "territoires": return TerritoryPages(observatory: o).list()
      case "filieres": return FilierePages(observatory: o).list()
      case "metiers": return OccupationPages(observatory: o).list()
      case "competences": return try CompetencyPages(observatory: o).list(request)
      case "certifications": return CertificationPages(observatory: o).list()
      case "candidats": return try CandidatePages(observatory: o).list(request)
      case "signaux": return try SignalsPage(observatory: o).page(request)
      case "offres": return try OffersPage(observatory: o).page(request)
      case "qualite": return try QualityPage(observatory: o).page()
      case "methode": return MethodPage(observatory: o).page()
      case "lexique": return LexiconPage(observatory: o).page()
      case "donnees-ouvertes": return try OpenDataPage(observatory: o).page()
      case "recherche": return try SearchPage(observatory: o).page(request)
      case "fiches": return FichePages(observatory: o).list()
      case "portefeuilles": return try PortfolioPages(observatory: o).list()
      case "signaux-terrain": return try FieldSignalsPage(observatory: o).page()
      default: return nil
      }
    case 2:
      switch path[0] {
      case "filieres": return FilierePages(observatory: o).page(path[1])
      case "metiers": return ROMECode(path[1]).flatMap { OccupationPages(observatory: o).page($0) }
      case "competences": return try CompetencyPages(observatory: o).page(path[1])
      case "certifications":
        return CertificationCode(path[1]).flatMap { CertificationPages(observatory: o).page($0) }
      case "candidats": return CandidatePages(observatory: o).page(path[1])
      case "portefeuilles": return try PortfolioPages(observatory: o).page(path[1])
      default: return nil
      }
    case 3:
      if path[0] == "territoires", let key = territory(path[1], path[2]) {
        return TerritoryPages(observatory: o).page(key)
      }
      if path[0] == "portefeuilles" {
        switch path[2] {
        case "feuille": return try ForumPages(observatory: o).sheet(path[1])
        case "forum": return try ForumPages(observatory: o).entry(path[1])
        default: return nil
        }
      }
      guard path[0] == "fiches" else { return nil }
      if path[1] == "filiere" { return FichePages(observatory: o.published).filiere(path[2]) }
      if path[1] == "certification" {
        return CertificationCode(path[2]).flatMap { FichePages(observatory: o.published).certification($0) }
      }
      return nil
    case 4:
      guard path[0] == "fiches", let key = territory(path[2], path[3]) else { return nil }
      if path[1] == "territoire" { return FichePages(observatory: o.published).territory(key) }
      if path[1] == "forum" { return FichePages(observatory: o.published).forum(key) }
      return nil
    default: return nil
    }
  }

  private func territory(_ level: String, _ code: String) -> CubeScope.TerritoryKey? {
    Territory.Level(rawValue: level).map { CubeScope.TerritoryKey(level: $0, code: code) }
  }

  private func unknown(_ request: PageRequest, _ link: Link) -> SitePage {
    let problems = ProblemPages(observatory: observatory)
    let last = request.path.last ?? ""
    switch request.path.first {
    case "competences":
      return problems.unknown(
        link, what: "La compétence « \(last) » n’est pas connue de cette version du lexique.",
        suggestions: problems.families(like: last))
    case "metiers":
      return problems.unknown(
        link, what: "« \(last) » n’est pas une fiche du \(observatory.lexicon.release.name).",
        suggestions: ROMECode(last).map { observatory.lexicon.release.expand($0) }?.map {
          PageText(verbatim: observatory.label($0), to: .occupation($0))
        } ?? [])
    case "certifications":
      return problems.unknown(
        link,
        what: "La certification « \(last) » n’est pas dans les données importées, ou n’a pas été examinée.")
    case "candidats":
      let code = String(last.prefix { $0 != "+" })
      return problems.unknown(
        link,
        what:
          "Ce module n’est plus candidat : les offres, les blocs ou les seuils ont changé depuis que ce lien a été gardé.",
        suggestions: CertificationCode(code).map {
          [PageText(verbatim: "Certification \($0)", to: .certification($0))]
        } ?? [])
    case "portefeuilles":
      return problems.unknown(
        link, what: "Ce portefeuille n’existe pas.",
        suggestions: ["\(link: "Tous les portefeuilles", to: .portfolios)"])
    case "territoires":
      return problems.unknown(link, what: "Ce territoire n’est pas connu de la carte importée.")
    default: return problems.unknown(link, what: "Aucune page ne répond à cette adresse.")
    }
  }
}
