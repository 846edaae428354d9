import Taxonomy

/// Forms of the pages of portfolios: drawing, deciding, editing, freezing. Each but the first names the revision its
/// reader sees.
struct PortfolioPageForms {
  /// Candidates offered for adding by hand; whoever wants another one names its certification.
  private static let candidatesOffered = 150

  let observatory: Observatory

  /// A new portfolio: for everything collected, a region or a filière.
  func draw() -> PageForm {
    let regions =
      observatory.regional == nil
      ? []
      : observatory.territoriesWithOffers(.region).map { ("region:" + $0.code, "la région \($0.name)") }
    return PageForm(
      "tirer", "Tirer un portefeuille", action: .portfolios,
      fields: [
        .init("nom", "Nom, par exemple « Grand Est 2027 »", .line),
        .init(
          "portee", "Pour",
          .choice(
            [("", "toute la collecte")] + regions
              + observatory.filieres.map { ($0.id, "la filière \($0.name)") }), isRequired: false),
      ] + rules(wanted: 10, DrawRules()), submit: "Tirer")
  }

  /// The state of one pathway.
  func decide(_ p: Portfolio) -> [Block] {
    let open = p.open
    guard !open.isEmpty else { return [.text("Aucun parcours n’attend de décision.")] }
    return [
      .form(
        PageForm(
          "decision", "Changer l’état d’un parcours", action: Link(["portefeuilles", p.id, "decision"]),
          fields: [
            revision(p),
            .init(
              "numero", "Parcours",
              .choice(open.map { (String($0.number), "n° \($0.number) \($0.title) (\($0.state.french))") })),
            .init(
              "etat", "Nouvel état",
              .choice(
                [PathwayState.discussed, .validated, .rejected, .postponed].map { ($0.rawValue, $0.french) })),
            .init("motif", "Motif", .text),
          ], submit: "Décider"))
    ]
  }

  /// Everything that can be changed, each in its form.
  func edit(_ p: Portfolio, _ analysis: AnalysisResult?) -> [Block] {
    var blocks: [Block] = []
    if !p.standing.isEmpty { blocks.append(.form(pathway(p))) }
    if let add = add(p, analysis) { blocks.append(.form(add)) }
    blocks.append(
      .form(
        PageForm(
          "portefeuille", "Le portefeuille lui-même", action: edits(p),
          fields: [
            revision(p),
            .init(
              "quoi", "Modification",
              .choice([
                ("nommer", "le renommer (nom ci-dessous)"),
                ("vouloir", "changer le nombre de parcours voulus (nombre ci-dessous)"),
              ])), .init("texte", "Nom ou nombre", .line), .init("motif", "Motif", .line, isRequired: false),
          ], submit: "Modifier")))
    blocks.append(
      .form(
        PageForm(
          "retirage", "Tirer à nouveau", action: Link(["portefeuilles", p.id, "tirage"]),
          fields: [revision(p)] + rules(wanted: p.wanted, p.rules),
          submit: "Tirer à nouveau, en gardant ce qui est épinglé ou discuté")))
    return blocks
  }

  /// A frozen copy.
  func freeze(_ p: Portfolio) -> PageForm {
    PageForm(
      "copie", "Figer une copie à transmettre", action: Link(["portefeuilles", p.id, "figer"]),
      fields: [revision(p)], submit: "Figer")
  }

  /// Holding a portfolio of one region against its offers of today; `nil` when the region is unknown.
  func compare(_ p: Portfolio) -> PageForm? {
    guard observatory.regional != nil, p.scope.kind == .region, p.scope.code != nil else { return nil }
    return PageForm(
      "comparer", "Comparer avec les offres du jour dans la région",
      action: Link(["portefeuilles", p.id, "comparaison"]), fields: [],
      submit: "Comparer (peut durer une minute)")
  }

  /// How many pathways a draw makes, and by which rules.
  private func rules(wanted: Int, _ rules: DrawRules) -> [PageForm.Field] {
    [
      .init("nombre", "Nombre de parcours", .number(1...50), value: String(wanted)),
      .init("par_filiere", "Au plus, par filière", .number(1...50), value: String(rules.perFiliere)),
      .init(
        "echues", "Certifications dont l’enregistrement est échu",
        .choice([("non", "écartées"), ("oui", "admises")]), value: rules.allowsExpired ? "oui" : "non",
        isRequired: false),
    ]
  }

  private func pathway(_ p: Portfolio) -> PageForm {
    PageForm(
      "modifier-parcours", "Modifier un parcours", action: edits(p),
      fields: [
        revision(p),
        .init(
          "numero", "Parcours", .choice(p.standing.map { (String($0.number), "n° \($0.number) \($0.title)") })
        ),
        .init(
          "quoi", "Modification",
          .choice([
            ("epingler", "épingler"), ("desepingler", "désépingler"), ("retirer", "retirer du portefeuille"),
            ("renommer", "renommer (nouvel intitulé ci-dessous)"),
            ("annoter", "annoter (remarque ci-dessous)"),
            ("rattacher", "rattacher à une autre filière (nom ci-dessous)"),
            ("placer", "changer de rang (rang ci-dessous ; en tête si rien n’est écrit)"),
          ])), .init("texte", "Intitulé, remarque, filière ou rang", .line, isRequired: false),
        .init("motif", "Motif", .line, isRequired: false),
      ], submit: "Modifier le parcours")
  }

  /// Candidates of the analysis that are not in the portfolio yet.
  private func add(_ p: Portfolio, _ analysis: AnalysisResult?) -> PageForm? {
    let known = Set(p.standing.map(\.key))
    let choices = (analysis?.candidates ?? []).lazy.filter { !known.contains(CandidateKey($0)) }
      .prefix(Self.candidatesOffered)
      .map { (CandidateKey($0).description, "\($0.name) — \($0.certification.title)") }
    guard !choices.isEmpty else { return nil }
    return PageForm(
      "ajouter", "Ajouter un parcours", action: edits(p),
      fields: [
        revision(p), .init("quoi", "", .hidden, value: "ajouter"),
        .init("cle", "Module candidat, dans l’ordre du classement", .choice(Array(choices))),
        .init("motif", "Motif", .line, isRequired: false),
      ], submit: "Ajouter")
  }

  private func edits(_ p: Portfolio) -> Link { Link(["portefeuilles", p.id, "modification"]) }

  private func revision(_ p: Portfolio) -> PageForm.Field {
    PageForm.Field("revision", "", .hidden, value: String(p.revision))
  }
}
