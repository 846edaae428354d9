import Taxonomy

/// Candidate modules: the ranking, and one with its criteria and evidence.
struct CandidatePages {
  let observatory: Observatory

  /// Identifier that does not change with the rank: certification and families.
  static func id(_ candidate: ModuleCandidate) -> String {
    ([candidate.certification.code.description] + candidate.families.map(\.family.id)).joined(separator: "+")
  }

  static func name(_ candidate: ModuleCandidate) -> String { candidate.name }

  func list(_ request: PageRequest) throws -> SitePage {
    let scope = try request.scope(observatory)
    var page = SitePage(
      Link(["candidats"], query: scope.query), "Quels modules ajouter, à quelles certifications ?",
      kicker: "Modules candidats")
    guard let result = observatory.result else {
      page.lead = ["Aucune analyse n’a encore été faite : importez des certifications et des offres."]
      return page
    }
    var candidates = result.candidates
    if let id = scope.filiere, let filiere = observatory.filieres.first(where: { $0.id == id }) {
      let codes = Set(FilierePages(observatory: observatory).assessments(filiere).map(\.certification.code))
      candidates = candidates.filter { codes.contains($0.certification.code) }
    }
    if let first = candidates.first {
      page.lead = [
        "\(candidates.count, "hypothèse de module", "hypothèses de modules"), à débattre avec les branches et les certificateurs. En tête : \(Self.name(first), to: .candidate(Self.id(first))), demandé dans \(need(first)) des offres des métiers visés."
      ]
    } else {
      page.lead = ["Aucun module candidat avec ces offres, ces seuils et ce filtre."]
    }
    page.warnings = PageParts.warnings(result.warnings)
    let size = 100
    let number = Pager.number(request.page, count: candidates.count, size: size)
    let start = (number - 1) * size
    let filieres = ScopeFacets(observatory).facets(scope) { Link(["candidats"], query: $0.query) }.prefix(1)
    page.sections = [
      SitePage.Section(
        "candidats", "Classement",
        [
          .facets(Array(filieres)),
          .table(
            table("candidats", Array(candidates.dropFirst(start).prefix(size)), limit: size, ranks: start)),
        ]
          + Pager.blocks(count: candidates.count, size: size, page: number) {
            Link(["candidats"], query: scope.query + [("page", String($0))])
          } + [.explanation(.candidate), .explanation(.coverage), .explanation(.interval)])
    ]
    page.actions = ["\(link: "Imprimer des fiches", to: .prints)"]
    page.methods = [.offers]
    return page
  }

  /// The share of a candidate, unless it is kept back.
  private func need(_ c: ModuleCandidate) -> PageText {
    observatory.hides(c)
      ? "une part (\(PageText.secret))" : PageText(verbatim: FrenchNumber.percent(c.demand.share))
  }

  /// - Parameters:
  ///   - ranks: rank before the first, where ranks are shown.
  ///   - isOfOne: whether all are of the certification the page is about.
  func table(
    _ id: String, _ candidates: [ModuleCandidate], limit: Int, ranks: Int? = nil, isOfOne: Bool = false
  ) -> PageTable {
    let scale = IntervalChart.scale(for: candidates.prefix(limit).map(\.demand.interval.upper).max() ?? 1)
    var columns: [PageTable.Column] = [
      .init("module", "Module proposé"), .init("certification", "Certification"),
      .init("besoin", "Besoin et intervalle à 95 %", .visual), .init("offres", "Offres", .number),
      .init("employeurs", "Employeurs", .number),
      .init("territoires", PageParts(observatory: observatory).territories(2).firstUppercased, .number),
    ]
    if isOfOne { columns.remove(at: 1) }
    if ranks != nil { columns.insert(.init("rang", "Rang", .number), at: 0) }
    return PageTable(
      id, caption: "Compétences demandées et absentes, en tout ou partie, des blocs.",
      columns: columns,
      rows: candidates.prefix(limit).enumerated().map { index, c in
        let d = c.demand
        let allMissing = c.families.allSatisfy { $0.verdict.level == .missing }
        let isHidden = observatory.hides(c)
        var cells: [PageCell] = [
          PageCell(
            .text(c.name), PageText(verbatim: c.name, to: .candidate(Self.id(c))),
            note: PageText(verbatim: allMissing ? "○ absent des blocs" : "◐ absent ou partiel"),
            badges: badges(c)),
          .text(
            c.certification.title, to: .certification(c.certification.code),
            note: PageText(
              verbatim: c.certification.code.description
                + (c.certification.level.map { ", niveau\u{A0}\($0)" } ?? ""))),
          isHidden
            ? .secret
            : PageCell(
              .share(d.share), PageText(verbatim: FrenchNumber.percent(d.share)),
              note: PageText(verbatim: FrenchNumber.percentRange(d.interval.lower, d.interval.upper)),
              visual: .interval(
                share: d.share, lower: d.interval.lower, upper: d.interval.upper, scale: scale)),
          isHidden
            ? .secret
            : PageCell(
              .integer(d.offers), PageText(verbatim: FrenchNumber.count(d.offers, of: d.offersTotal))),
          isHidden ? .secret : .integer(d.employers), isHidden ? .secret : .integer(d.territories),
        ]
        if isOfOne { cells.remove(at: 1) }
        return ranks.map { [PageCell.integer($0 + index + 1)] + cells } ?? cells
      },
      more: candidates.count > limit
        ? "\(link: "Tous les modules candidats", to: .candidates)" : nil)
  }

  private func badges(_ c: ModuleCandidate) -> [PageBadge] {
    c.flags.map { flag in
      switch flag {
      case .expired: PageBadge(FrenchWords.flag(flag), "ink")
      case .smallSupport, .singleEmployer: PageBadge(FrenchWords.flag(flag), "warn")
      default: PageBadge(FrenchWords.flag(flag), "info")
      }
    }
  }

  func page(_ id: String) -> SitePage? {
    guard let result = observatory.result,
      let rank = result.candidates.firstIndex(where: { Self.id($0) == id })
    else { return nil }
    let c = result.candidates[rank]
    let code = c.certification.code
    var page = SitePage(.candidate(id), c.name, kicker: "Module candidat n° \(rank + 1)")
    page.crumbs = [
      "\(link: "Modules candidats", to: .candidates)",
      PageText(verbatim: c.certification.title, to: .certification(code)),
    ]
    page.actions = ["\(link: "Fiche à imprimer", to: .fiche(certification: code))"]
    page.lead = [
      "À ajouter à \(c.certification.title, to: .certification(code)) (\(code.description)) : \(observatory.hides(c) ? hiddenNeed(c) : sentence(c))."
    ]
    page.warnings = c.flags.map { PageText(verbatim: FrenchWords.warning($0).spaced) }
    page.figures = observatory.hides(c) ? [] : criteria(c)
    var sections: [SitePage.Section] = []
    if let assessment = CertificationPages(observatory: observatory).assessment(code) {
      sections.append(
        SitePage.Section(
          "competences", "Compétences du module",
          [
            .table(
              CertificationPages(observatory: observatory).familyTable("competences", c.families, assessment)),
            .explanation(.coverage), .explanation(.demand), .explanation(.interval),
          ]))
    }
    sections.append(
      SitePage.Section(
        "preuves", "Ce que disent les offres",
        [
          .evidence(
            observatory.evidence(c).map { e in
              let marked = MarkedSentence(e.passage.sentence, start: e.passage.start, end: e.passage.end)
              let facts = [
                "Offre \(e.offer)", e.date.map(FrenchWords.date) ?? "date inconnue",
                e.place ?? "lieu inconnu",
              ]
              return PageQuote(
                before: marked.before, mention: marked.mention, after: marked.after,
                stance: StanceWords.text(e.passage.stance),
                source: PageText(verbatim: facts.joined(separator: ", ")))
            }),
          .list(
            c.families.map {
              "\(link: "Toutes les offres", to: .offers($0.family.id)) qui demandent « \($0.family.label) »"
            }),
        ]))
    sections.append(
      SitePage.Section(
        "regle", "D’où vient ce classement",
        [
          .list([
            "Front de Pareto : \(c.front) ; score dans ce front : \(observatory.hides(c) ? PageText.secret : PageText(verbatim: FrenchNumber.percent(c.score))).",
            "Manque : borne basse du besoin d’au moins \(FrenchNumber.percent(result.parameters.minimumDemand)), dans au moins \(result.parameters.minimumOffers, "offre", "offres").",
            "Métiers visés : \(PageText.joined(c.links.occupations.map { PageText(verbatim: $0.value, to: .occupation($0)) }, separator: ", ")) (\(c.links.origin == .official ? "liens officiels" : "liens proposés, à valider")).",
            "Empreinte de l’analyse : \(code: result.fingerprint)",
          ]), .explanation(.candidate),
        ]))
    let parts = CandidateSections(result: result, hides: { observatory.hides($0) }) { id, candidates in
      table(id, candidates, limit: candidates.count)
    }
    sections.insert(contentsOf: [parts.criteria(c), parts.existing(c)], at: min(1, sections.count))
    sections.append(parts.front(c))
    page.sections = sections
    page.methods = [.offers]
    return page
  }

  /// What asks for the module, in a sentence.
  private func sentence(_ c: ModuleCandidate) -> PageText {
    let d = c.demand
    let subject =
      c.families.count == 1 ? "cette compétence est demandée" : "au moins une de ces compétences est demandée"
    return
      "\(subject) dans \(strong: FrenchNumber.percent(d.share)) des offres de ses métiers (\(FrenchNumber.count(d.offers, of: d.offersTotal)), intervalle de \(FrenchNumber.percent(d.interval.lower)) à \(FrenchNumber.percent(d.interval.upper)))"
  }

  private func hiddenNeed(_ c: ModuleCandidate) -> PageText {
    "trop peu d’offres ou d’employeurs demandent \(c.families.count == 1 ? "cette compétence" : "ces compétences") pour que leur nombre soit publié (\(PageText.secret))"
  }

  func criteria(_ c: ModuleCandidate) -> [Figure] {
    [
      Figure(FrenchNumber.percent(c.criteria.demand), "besoin, borne basse"),
      Figure(counting: c.criteria.employers, "employeur connu", "employeurs connus"),
      Figure(
        FrenchNumber.integer(c.criteria.territories),
        PageText(verbatim: PageParts(observatory: observatory).territories(c.criteria.territories))),
      Figure(FrenchNumber.percent(c.criteria.depth), "profondeur du manque"),
      Figure(
        counting: c.criteria.transferability, "autre certification concernée",
        "autres certifications concernées"),
      Figure(counting: c.criteria.field, "organisme de terrain d’accord", "organismes de terrain d’accord"),
    ]
  }
}
