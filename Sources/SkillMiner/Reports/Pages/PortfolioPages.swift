import Taxonomy

/// Portfolios of pathways: the list, and the board of one.
struct PortfolioPages {
  let observatory: Observatory

  /// - Throws: what the store throws.
  func list() throws -> SitePage {
    let portfolios = try observatory.store.portfolios()
    var page = SitePage(.portfolios, "Quels parcours proposer cette année ?", kicker: "Portefeuilles")
    page.lead = [
      portfolios.isEmpty
        ? "Aucun portefeuille n’a encore été tiré. Un portefeuille réunit les parcours (certification et module additionnel) qu’une région ou une branche propose, dix d’ordinaire."
        : "\(portfolios.count, "portefeuille", "portefeuilles"). Chacun se discute, se décide, puis se fige pour être transmis."
    ]
    var blocks: [Block] = []
    if !portfolios.isEmpty {
      blocks.append(
        .table(
          PageTable(
            "portefeuilles", caption: "Portefeuilles et où ils en sont.",
            columns: [
              .init("nom", "Portefeuille"), .init("pour", "Pour"), .init("parcours", "Parcours", .number),
              .init("valides", "Validés", .number), .init("manquent", "Manquent", .number),
              .init("figees", "Copies figées", .number),
            ],
            rows: portfolios.map { p in
              [
                .text(p.name, to: .portfolio(p.id)), .text(p.scope.name), .integer(p.active.count),
                .integer(p.standing.count { $0.validated != nil }), .integer(p.shortfall),
                .integer(p.frozen.count),
              ]
            })))
    }
    blocks.append(.form(PortfolioPageForms(observatory: observatory).draw()))
    page.sections = [SitePage.Section("portefeuilles", "Portefeuilles", blocks)]
    page.methods = [.candidate]
    return page
  }

  /// - Throws: what the store throws.
  func page(_ id: String) throws -> SitePage? {
    guard let p = try observatory.store.portfolios().first(where: { $0.id == id }) else { return nil }
    var page = SitePage(.portfolio(id), p.name, kicker: "Portefeuille · \(p.scope.name)")
    page.crumbs = ["\(link: "Portefeuilles", to: .portfolios)"]
    let analysis = observatory.analysis(of: p)
    let review = analysis.map { PortfolioReview(p, with: $0) }
    let moved = review?.standings.count { !$0.changes.isEmpty } ?? 0
    page.lead = [
      "\(p.active.count) parcours sur \(p.wanted, "voulu", "voulus")\(shortfall(p)). Révision \(p.revision)."
    ]
    if moved > 0 {
      page.warnings.append(
        "\(moved, "parcours ne dit", "parcours ne disent") plus tout à fait la même chose avec l’analyse du jour : voyez la colonne « Aujourd’hui »."
      )
    }
    for warning in review?.warnings ?? [] { page.warnings.append(PageText(verbatim: warning)) }
    page.figures = PathwayState.allCases.compactMap { state in
      let n = p.standing.count { $0.state == state }
      let words = n > 1 && state != .discussed ? state.french + "s" : state.french
      return n > 0 ? Figure(FrenchNumber.integer(n), PageText(verbatim: words)) : nil
    }
    page.actions = [
      "\(link: "Feuille de vote à imprimer", to: .sheet(id))",
      "\(link: "Saisir les décisions d’un forum", to: .forum(id))",
    ]
    let forms = PortfolioPageForms(observatory: observatory)
    var parts: [Block] = [.table(board(p, review))]
    for line in p.releaseLines { parts.append(.text("Tiré avec : \(line).")) }
    if let review { parts.append(.text("Comparé à une analyse faite avec : \(review.releases.text).")) }
    if review == nil, let compare = forms.compare(p) { parts.append(.form(compare)) }
    page.sections = [
      SitePage.Section("parcours", "Les parcours", parts),
      SitePage.Section("decider", "Décider", forms.decide(p)),
      SitePage.Section("modifier", "Modifier", forms.edit(p, analysis)),
      SitePage.Section("figer", "Figer et transmettre", [frozen(p), .form(forms.freeze(p))]),
      try forums(p),
      SitePage.Section(
        "journal", "Ce qui a été fait",
        [
          .list(
            p.history.reversed().prefix(60).map {
              "\(FrenchWords.date($0.when.day)), \($0.who) : \($0.what)"
            })
        ]),
    ]
    page.methods = [.candidate]
    return page
  }

  private func board(_ p: Portfolio, _ review: PortfolioReview?) -> PageTable {
    let standings = Dictionary(
      (review?.standings ?? []).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return PageTable(
      "parcours", caption: "Dans l’ordre du portefeuille. Le besoin est celui du jour du tirage.",
      columns: [
        .init("numero", "N°", .number), .init("parcours", "Module à ajouter"),
        .init("certification", "Certification"), .init("filiere", "Filière"),
        .init("besoin", "Besoin", .number),
        .init("etat", "État"), .init("aujourdhui", "Aujourd’hui"),
      ],
      rows: p.standing.map { pathway in
        let last = pathway.decisions.last
        return [
          .integer(pathway.number),
          .text(
            pathway.title,
            note: Self.note(pathway).map { PageText(verbatim: $0) },
            badges: pathway.isPinned ? [PageBadge("épinglé", "info")] : []),
          .text(
            pathway.certification,
            to: CertificationCode(pathway.key.certification).map(Link.certification),
            note: PageText(verbatim: pathway.key.certification)), .text(pathway.filiere),
          observatory.hides(offers: pathway.figures.offers, employers: pathway.figures.employers)
            ? .secret : .share(pathway.figures.share),
          .text(
            pathway.state.french,
            note: last.map { "\($0.who), \(FrenchWords.date($0.when.day)) : \($0.why)" }),
          .text(
            review == nil
              ? "à comparer"
              : standings[pathway.number]?.changes.joined(separator: " · ").nonEmpty ?? "inchangé"),
        ]
      })
  }

  /// What people wrote, and who teaches the gap.
  private static func note(_ pathway: Pathway) -> String? {
    let lines = (pathway.note.isEmpty ? [] : [pathway.note]) + (pathway.supply ?? [])
    return lines.isEmpty ? nil : lines.joined(separator: " · ")
  }

  private func frozen(_ p: Portfolio) -> Block {
    guard !p.frozen.isEmpty else {
      return .text(
        "Aucune copie figée. Une copie figée porte une empreinte : deux copies de même empreinte sont identiques."
      )
    }
    return .list(
      p.frozen.map {
        "Révision \($0.revision), \($0.who), \(FrenchWords.date($0.when.day)) : \(code: $0.fingerprint)"
      })
  }

  private func shortfall(_ p: Portfolio) -> PageText {
    p.shortfall > 0 ? " : il en manque \(p.shortfall)" : ""
  }

  /// What forums decided, and the lines of their sheets that could not be applied.
  private func forums(_ p: Portfolio) throws -> SitePage.Section {
    let held = try observatory.store.forums().filter { $0.record.portfolio == p.id }
    guard !held.isEmpty else {
      return SitePage.Section(
        "forums", "Forums",
        [.text("Aucun forum n’a encore rendu sa feuille. \(link: "Saisir des décisions", to: .forum(p.id))")])
    }
    return SitePage.Section(
      "forums", "Forums",
      held.flatMap { forum -> [Block] in
        let record = forum.record
        let refused = forum.outcomes.filter { $0.refusal != nil }
        let place = record.territory.isEmpty ? "" : ", \(record.territory)"
        let day = CalendarDate(record.date).map(FrenchWords.date) ?? record.date
        let line: PageText =
          "\(strong: record.name)\(place), \(day) : \(forum.outcomes.count - refused.count, "parcours débattu", "parcours débattus"), \(record.signals.count, "observation", "observations"). Saisi par \(forum.who)."
        guard !refused.isEmpty else { return [.text(line)] }
        return [
          .text(line),
          .list(refused.map { "Ligne mise de côté, parcours n° \($0.number) : \($0.refusal ?? "")" }),
        ]
      })
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
