import Taxonomy

/// What people report from the field, beside what offers say: never mixed into counts.
struct FieldSignalsPage {
  let observatory: Observatory

  /// - Throws: what the store throws.
  func page() throws -> SitePage {
    let signals = try observatory.store.fieldSignals()
    var page = SitePage(.fieldSignals, "Que voit-on sur le terrain ?", kicker: "Signaux de terrain")
    page.lead = [
      signals.isEmpty
        ? "Aucun signal de terrain n’est encore saisi. Les branches, employeurs, organismes et stagiaires répondent au questionnaire ; une réponse se saisit ci-dessous, un fichier CSV s’importe avec \(code: "miner-daemon field import")."
        : "\(signals.count) signaux. Ils sont montrés à côté des offres, sans jamais entrer dans leurs comptes."
    ]
    if !signals.isEmpty {
      page.sections = [
        SitePage.Section(
          "signaux", "Signaux, le dernier d’abord",
          [
            .table(
              PageTable(
                "signaux", caption: "Ce qui a été dit, par qui, et si les offres le disent aussi.",
                columns: [
                  .init("date", "Date"), .init("role", "Qui"), .init("territoire", "Territoire"),
                  .init("sens", "Sens"), .init("mots", "Dit ainsi"), .init("competences", "Compétences"),
                  .init("offres", "Ce que disent les offres"),
                ],
                rows: signals.reversed().prefix(300).map(row)))
          ])
      ]
    }
    page.sections.append(SitePage.Section("saisie", "Ajouter une observation", [.form(form)]))
    page.methods = [
      Method(
        "terrain", "Accord avec les offres",
        "« Les offres le disent aussi » : au moins 20 offres demandent la compétence. « Peu d’offres » : moins de 20. Un désaccord n’est pas une erreur : les offres ne disent pas tout."
      )
    ]
    return page
  }

  /// One line of the questionnaire, in its order.
  private var form: PageForm {
    typealias Column = FieldSignalColumns
    func field(
      _ column: Column, _ label: String, _ kind: PageForm.Field.Kind = .line, value: String = "",
      isRequired: Bool = false
    ) -> PageForm.Field {
      PageForm.Field(column.rawValue, label, kind, value: value, isRequired: isRequired)
    }
    return PageForm(
      "observation", "Une observation", action: .fieldSignals,
      fields: [
        field(.date, "Jour", .day, value: observatory.today.description, isRequired: true),
        field(
          .direction, "Ce qui est dit",
          .choice(FieldSignal.Direction.allCases.map { ($0.french, Self.sentence($0)) }), isRequired: true),
        field(.words, "Compétence ou observation, en une ou deux phrases", .text),
        field(.code, "Code de la compétence (OGR), si vous le connaissez"),
        field(.role, "Qui observe", .choice(FieldSignal.Role.allCases.map { ($0.french, $0.french) })),
        field(.source, "Organisme ou table de forum (pas de nom de personne)"),
        field(.sector, "Secteur, en clair ou code NAF"),
        field(.territory, "Territoire : nom ou code (vide si l’observation vaut partout)"),
        field(.occupation, "Métier : code ROME, comme N1103"),
        field(.certification, "Certification : code, comme RNCP34860"),
        field(
          .weight, "Personnes ou entreprises concernées", .number(1...1_000_000), value: "1",
          isRequired: true),
      ], needs: .contributor, submit: "Ajouter l’observation")
  }

  private static func sentence(_ direction: FieldSignal.Direction) -> String {
    switch direction {
    case .missing: "il en faut, et ce n’est pas enseigné"
    case .growing: "il en faut plus qu’avant"
    case .declining: "il en faut moins qu’avant"
    case .useless: "c’est enseigné, et il n’en faut plus"
    }
  }

  private func row(_ signal: FieldSignal) -> [PageCell] {
    let links = signal.readings.map { PageText(verbatim: $0.label, to: .competency($0.family)) }
    let offers =
      signal.readings.compactMap { observatory.facts.familyPlaces[$0.family] }
      .map { observatory.portrait(PageScope()).demand($0)?.offers ?? 0 }.max() ?? 0
    let verdict =
      signal.readings.isEmpty
      ? "non rattaché" : offers >= 20 ? "les offres le disent aussi" : "peu d’offres (\(offers))"
    return [
      .text(signal.date),
      .text([signal.role.french, signal.source].filter { !$0.isEmpty }.joined(separator: ", ")),
      .text(signal.territoryName), .text(signal.direction.french), .text(signal.words),
      PageCell(
        .text(signal.readings.map(\.label).joined(separator: ", ")), PageText.joined(links, separator: ", ")),
      .text(verdict),
    ]
  }
}
