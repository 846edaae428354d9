import Taxonomy

/// Parts of a candidate's page: its criteria side by side, its Pareto front, what exists already, what the field says.
struct CandidateSections {
  let result: AnalysisResult
  /// Whether too few offers or employers stand behind a candidate for its counts to be published.
  let hides: (ModuleCandidate) -> Bool
  /// The table of candidates of a list of them.
  let table: (_ id: String, _ candidates: [ModuleCandidate]) -> PageTable

  /// Most candidates of a front that are shown.
  private static let frontLimit = 10

  /// Every criterion, none summed up with another.
  func criteria(_ c: ModuleCandidate) -> SitePage.Section {
    let k = c.criteria
    let isHidden = hides(c)
    func shown(_ text: String) -> String { isHidden ? PageCell.secretWords : text }
    let level = FrenchWords.territories(result.parameters.territoryLevel, 2).firstUppercased
    let rows: [(String, String, String)] = [
      (
        "Besoin, borne basse", shown(FrenchNumber.percent(k.demand)),
        "part des offres qui demandent au moins une compétence du module, au plus prudent"
      ),
      (
        "Évolution sûre", shown(Self.signed(k.dynamics)),
        k.dynamics == 0
          ? "entre les deux moitiés de la période, le hasard suffit à expliquer l’écart"
          : "entre les deux moitiés de la période, borne la plus proche de zéro"
      ),
      ("Employeurs", shown(FrenchNumber.integer(k.employers)), "employeurs connus qui la demandent"),
      (level, shown(FrenchNumber.integer(k.territories)), "où elle est demandée"),
      (
        "Profondeur du manque", FrenchNumber.percent(k.depth),
        "absente des blocs compte 1, partielle compte un demi"
      ),
      (
        "Transférabilité", FrenchNumber.integer(k.transferability),
        "autres certifications qui ont le même manque"
      ),
      (
        "Formation par l’employeur", shown(FrenchNumber.percent(k.provided)),
        "offres dont l’employeur forme lui-même"
      ),
      ("Signaux de terrain", field(c.field), "observations, jamais ajoutées aux offres"),
      (
        "Tension de recrutement", k.tension.map(FrenchNumber.percent) ?? "non chargée",
        "projets de recrutement jugés difficiles (enquête BMO) dans ces métiers"
      ),
      (
        "Stabilité", c.stability.map(FrenchNumber.percent) ?? "non mesurée",
        "tirages par employeur où le module reste parmi les dix premiers"
      ),
    ]
    return SitePage.Section(
      "criteres", "Tous les critères, côte à côte",
      [
        .table(
          PageTable(
            "criteres", caption: "Aucun critère n’est fondu dans un autre.",
            columns: [
              .init("critere", "Critère"), .init("valeur", "Valeur", .number), .init("lecture", "Lecture"),
            ],
            rows: rows.map { [.text($0.0), .text($0.1), .text($0.2)] })),
        .explanation(.candidate),
      ])
  }

  /// The candidates none of which is better in everything than another of them.
  func front(_ c: ModuleCandidate) -> SitePage.Section {
    let mates = result.candidates.filter { $0.front == c.front }
    let isAlone = c.flags.contains(.singleEmployer)
    let text: PageText =
      isAlone
      ? "Un seul employeur porte l’essentiel de ce besoin : le module est montré, et rangé derrière tous les autres fronts."
      : mates.count == 1
        ? "Front \(c.front) : ce module y est seul."
        : "Front \(c.front) : \(mates.count) modules dont aucun ne fait mieux qu’un autre sur tous les critères à la fois. À l’intérieur d’un front, l’ordre vient des poids."
    let shown = min(mates.count, Self.frontLimit)
    let own = mates.firstIndex { CandidatePages.id($0) == CandidatePages.id(c) } ?? 0
    let rest: PageText =
      mates.count <= shown
      ? PageText(verbatim: "") : " Les \(shown) premiers sont montrés ; ce module y est au rang \(own + 1)."
    return SitePage.Section(
      "front", "Le front de Pareto",
      [.text(text + rest), .table(table("front", Array(mates.prefix(Self.frontLimit))))])
  }

  /// What certifies the gap already, and who teaches it.
  func existing(_ c: ModuleCandidate) -> SitePage.Section {
    var blocks: [Block] = []
    blocks.append(
      c.alternatives.isEmpty
        ? .text(
          "Aucune fiche du répertoire spécifique ni aucun bloc d’une autre certification chargée ne certifie ce manque."
        )
        : .list(
          c.alternatives.map { "\($0.sentence, to: .certification($0.certification))" }))
    guard !c.supply.isEmpty else {
      blocks.append(
        .text("Aucune table d’offre de formation n’est chargée : rien n’est dit de qui l’enseigne."))
      return SitePage.Section("existant", "Ce qui existe déjà", blocks)
    }
    blocks.append(.list(c.supply.map { PageText(verbatim: $0.sentence + ".") }))
    let rows = c.supply.flatMap { supply in
      (supply.here + supply.elsewhere).map { (family: supply.family, training: $0) }
    }
    if !rows.isEmpty {
      blocks.append(
        .table(
          PageTable(
            "offre", caption: "Qui l’enseigne, d’après les tables d’offre de formation chargées.",
            columns: [
              .init("competence", "Compétence"), .init("organisme", "Organisme"), .init("lieu", "Lieu"),
              .init("formation", "Formation"), .init("debut", "Prochain début"),
              .init("places", "Places", .number), .init("codes", "Formacode, ROME"),
            ],
            rows: rows.prefix(60).map { family, training in
              [
                .text(family.label), .text(training.body),
                .text(training.place.isEmpty ? "lieu inconnu" : training.place), .text(training.title),
                .text(training.start.map(FrenchWords.date) ?? "à tout moment"),
                training.places.map { PageCell.integer($0) } ?? .text("inconnu"),
                .text((training.formacodes + training.occupations.map(\.value)).joined(separator: ", ")),
              ]
            })))
    }
    return SitePage.Section("existant", "Ce qui existe déjà", blocks)
  }

  private func field(_ field: FieldAgreement) -> String {
    switch field.verdict {
    case .none: "aucun"
    case .agrees: "concordants (\(field.agreeing))"
    case .disagrees: "discordants (\(field.disagreeing))"
    case .mixed: "partagés (\(field.agreeing) pour, \(field.disagreeing) contre)"
    }
  }

  /// A change with its sign.
  private static func signed(_ change: Double) -> String {
    change == 0
      ? "aucune"
      : (change > 0 ? "+" : "\u{2212}") + FrenchNumber.decimal(change.magnitude * 100, digits: 1)
        + "\u{A0}points"
  }
}
