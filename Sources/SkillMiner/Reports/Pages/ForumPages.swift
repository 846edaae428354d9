import Taxonomy

/// What a forum is given of a portfolio, and where what it decided is written down.
struct ForumPages {
  let observatory: Observatory

  /// The vote sheet: one line a pathway, nothing decided.
  ///
  /// - Throws: what the store throws.
  func sheet(_ id: String) throws -> SitePage? {
    guard let p = try portfolio(id) else { return nil }
    var page = SitePage(.sheet(id), "Feuille de vote : \(p.name)", kicker: "Forum des compétences")
    page.format = .fiche
    page.crumbs = ["\(link: "Portefeuilles", to: .portfolios)", "\(p.name, to: .portfolio(id))"]
    page.lead = [
      "Révision \(strong: String(p.revision)) du portefeuille : rappelez-la en saisissant les décisions. Une ligne par parcours ; ce que la salle n’a pas débattu reste vide."
    ]
    page.sections = [
      SitePage.Section("vote", "Les parcours", [.table(table(p))]),
      SitePage.Section(
        "observations", "Ce que les offres ne disent pas",
        [
          .writing(label: "Compétences recherchées, en hausse ou en déclin, et où :", lines: 4),
          .writing(label: "Forum, lieu, date, animation :", lines: 1),
        ]),
    ]
    return page
  }

  /// The form for what a forum decided.
  ///
  /// - Throws: what the store throws.
  func entry(_ id: String) throws -> SitePage? {
    guard let p = try portfolio(id) else { return nil }
    var page = SitePage(.forum(id), "Qu’a décidé le forum ?", kicker: "Portefeuille · \(p.name)")
    page.hasTwins = false
    page.crumbs = ["\(link: "Portefeuilles", to: .portfolios)", "\(p.name, to: .portfolio(id))"]
    page.lead = [
      "Recopiez la feuille de vote. Une ligne sans vote ni décision ni commentaire n’est pas retenue ; une ligne sur un parcours que d’autres ont changé depuis l’impression est mise de côté, et cela se dira."
    ]
    let open = p.open
    page.sections = [
      SitePage.Section(
        "saisie", "Saisie",
        open.isEmpty
          ? [.text("Tous les parcours sont déjà transmis : il n’y a plus rien à décider.")]
          : [.form(form(p, open))])
    ]
    page.actions = ["\(link: "Feuille de vote à imprimer", to: .sheet(id))"]
    return page
  }

  private func portfolio(_ id: String) throws -> Portfolio? {
    try observatory.store.portfolios().first { $0.id == id }
  }

  private func table(_ p: Portfolio) -> PageTable {
    PageTable(
      "vote", caption: "Besoin : part des offres des métiers visés le jour du tirage, intervalle à 95 %.",
      columns: [
        .init("numero", "N°", .number), .init("module", "Module à ajouter"),
        .init("certification", "Certification"), .init("besoin", "Besoin", .number), .init("pour", "Pour"),
        .init("contre", "Contre"), .init("decision", "Décision"), .init("commentaire", "Commentaire"),
      ],
      rows: p.open.map { pathway in
        let blank = PageCell(.none, PageText(verbatim: ""))
        let choices = ["valider", "rejeter", "ajourner", "discuter"].map { "☐\u{A0}\($0)" }
        return [
          .integer(pathway.number), .text(pathway.title),
          .text(pathway.certification, note: PageText(verbatim: pathway.key.certification)),
          // What is printed leaves the house, whoever prints it.
          observatory.published.hides(offers: pathway.figures.offers, employers: pathway.figures.employers)
            ? .secret
            : PageCell(
              .share(pathway.figures.share),
              PageText(verbatim: FrenchNumber.percentRange(pathway.figures.lower, pathway.figures.upper))),
          blank, blank, PageCell(.none, PageText(verbatim: choices.joined(separator: " "))), blank,
        ]
      })
  }

  private func form(_ p: Portfolio, _ open: [Pathway]) -> PageForm {
    PageForm(
      "forum", "Décisions du forum", action: .forum(p.id),
      fields: [
        .init("nom", "Nom du forum", .line),
        .init(
          "territoire", "Territoire", .line, value: p.scope.kind == .region ? p.scope.name : "",
          isRequired: false),
        .init("jour", "Jour", .day, value: observatory.today.description),
        .init(
          "revision", "Révision imprimée sur la feuille", .number(0...1_000_000), value: String(p.revision)),
      ],
      groups: open.map { pathway in
        let n = pathway.number
        return PageForm.Group(
          "n° \(n) \(pathway.title), pour « \(pathway.certification) » (\(pathway.state.french))",
          [
            .init("pour_\(n)", "Pour", .number(0...100_000), isRequired: false),
            .init("contre_\(n)", "Contre", .number(0...100_000), isRequired: false),
            .init(
              "decision_\(n)", "Décision",
              .choice([
                ("", "aucune"), (PathwayState.validated.rawValue, "valider"),
                (PathwayState.rejected.rawValue, "rejeter"), (PathwayState.postponed.rawValue, "ajourner"),
                (PathwayState.discussed.rawValue, "discuter"),
              ]), isRequired: false), .init("commentaire_\(n)", "Commentaire", .line, isRequired: false),
          ])
      }, submit: "Rapporter les décisions au portefeuille")
  }
}
