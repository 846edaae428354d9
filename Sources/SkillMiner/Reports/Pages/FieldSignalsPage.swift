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
        ? "Aucun signal de terrain n’est encore saisi. Les branches, employeurs, organismes et stagiaires répondent au questionnaire ; un fichier CSV s’importe avec \(code: "miner-daemon field import")."
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
    page.methods = [
      Method(
        "terrain", "Accord avec les offres",
        "« Les offres le disent aussi » : au moins 20 offres demandent la compétence. « Peu d’offres » : moins de 20. Un désaccord n’est pas une erreur : les offres ne disent pas tout."
      )
    ]
    return page
  }

  private func row(_ signal: FieldSignal) -> [Cell] {
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
      Cell(
        .text(signal.readings.map(\.label).joined(separator: ", ")), PageText.joined(links, separator: ", ")),
      .text(verdict),
    ]
  }
}
