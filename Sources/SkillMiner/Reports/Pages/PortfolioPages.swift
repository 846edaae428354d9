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
        : "\(portfolios.count) portefeuilles. Chacun se discute, se décide, puis se fige pour être transmis."
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
    blocks.append(
      .form(
        PageForm(
          "tirer", "Tirer un portefeuille", action: .portfolios,
          fields: [
            .init("nom", "Nom, par exemple « Grand Est 2027 »", .line),
            .init(
              "portee", "Pour",
              .choice(
                [("", "toute la collecte")]
                  + observatory.filieres.map { ($0.id, "la filière \($0.name)") }), isRequired: false),
            .init("nombre", "Nombre de parcours", .number(1...50), value: "10"),
            .init("par_filiere", "Au plus, par filière", .number(1...50), value: "3"),
            .init(
              "echues", "Certifications dont l’enregistrement est échu",
              .choice([("non", "écartées"), ("oui", "admises")]), isRequired: false),
          ], submit: "Tirer")))
    page.sections = [SitePage.Section("portefeuilles", "Portefeuilles", blocks)]
    page.methods = [.candidate]
    return page
  }

  /// - Throws: what the store throws.
  func page(_ id: String) throws -> SitePage? {
    guard let p = try observatory.store.portfolios().first(where: { $0.id == id }) else { return nil }
    var page = SitePage(.portfolio(id), p.name, kicker: "Portefeuille · \(p.scope.name)")
    page.crumbs = ["\(link: "Portefeuilles", to: .portfolios)"]
    let review = observatory.result.map { PortfolioReview(p, with: $0) }
    let moved = review?.standings.count { !$0.changes.isEmpty } ?? 0
    page.lead = [
      "\(p.active.count) parcours sur \(p.wanted) voulus\(p.shortfall > 0 ? " : il en manque \(p.shortfall)" : ""). Révision \(p.revision)."
    ]
    if moved > 0 {
      page.warnings.append(
        "\(moved) parcours ne disent plus tout à fait la même chose avec l’analyse du jour : voyez la colonne « Aujourd’hui »."
      )
    }
    page.figures = PathwayState.allCases.compactMap { state in
      let n = p.standing.count { $0.state == state }
      return n > 0 ? Figure(FrenchNumber.integer(n), PageText(verbatim: state.french)) : nil
    }
    page.sections = [
      SitePage.Section("parcours", "Les parcours", [.table(board(p, review))]),
      SitePage.Section("decider", "Décider", forms(p)), frozen(p),
      SitePage.Section(
        "journal", "Ce qui a été fait",
        [.list(p.history.reversed().prefix(60).map { "\($0.when.description), \($0.who) : \($0.what)" })]),
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
          .text(standings[pathway.number]?.changes.joined(separator: " · ").nonEmpty ?? "inchangé"),
        ]
      })
  }

  /// What people wrote, and who teaches the gap.
  private static func note(_ pathway: Pathway) -> String? {
    let lines = (pathway.note.isEmpty ? [] : [pathway.note]) + (pathway.supply ?? [])
    return lines.isEmpty ? nil : lines.joined(separator: " · ")
  }

  private func forms(_ p: Portfolio) -> [Block] {
    let open = p.standing.filter { !$0.state.decisions.isEmpty }
    var blocks: [Block] = []
    let revision = PageForm.Field("revision", "", .hidden, value: String(p.revision))
    if !open.isEmpty {
      blocks.append(
        .form(
          PageForm(
            "decision", "Changer l’état d’un parcours", action: Link(["portefeuilles", p.id, "decision"]),
            fields: [
              revision,
              .init(
                "numero", "Parcours",
                .choice(open.map { (String($0.number), "n° \($0.number) \($0.title) (\($0.state.french))") })),
              .init(
                "etat", "Nouvel état",
                .choice(
                  [PathwayState.discussed, .validated, .rejected, .postponed].map { ($0.rawValue, $0.french) }
                )),
              .init("motif", "Motif", .text),
            ], submit: "Décider")))
    }
    blocks.append(
      .form(
        PageForm(
          "modifier", "Modifier le portefeuille", action: Link(["portefeuilles", p.id, "modification"]),
          fields: [
            revision,
            .init(
              "numero", "Parcours",
              .choice(p.standing.map { (String($0.number), "n° \($0.number) \($0.title)") })),
            .init(
              "quoi", "Modification",
              .choice([
                ("epingler", "épingler"), ("desepingler", "désépingler"),
                ("retirer", "retirer du portefeuille"),
                ("renommer", "renommer (nouvel intitulé ci-dessous)"),
                ("annoter", "annoter (remarque ci-dessous)"),
                ("monter", "placer en tête"),
              ])), .init("texte", "Intitulé ou remarque", .line, isRequired: false),
            .init("motif", "Motif", .line, isRequired: false),
          ], submit: "Modifier")))
    blocks.append(
      .form(
        PageForm(
          "figer", "Figer une copie à transmettre", action: Link(["portefeuilles", p.id, "figer"]),
          fields: [revision], submit: "Figer")))
    return blocks
  }

  private func frozen(_ p: Portfolio) -> SitePage.Section {
    SitePage.Section(
      "copies", "Copies figées",
      p.frozen.isEmpty
        ? [
          .text(
            "Aucune copie figée. Une copie figée porte une empreinte : deux copies de même empreinte sont identiques."
          )
        ]
        : [
          .list(
            p.frozen.map {
              "Révision \($0.revision), \($0.who), \(FrenchWords.date($0.when.day)) : \(code: $0.fingerprint)"
            })
        ])
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
