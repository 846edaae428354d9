import Taxonomy

/// The tables of the open data. What is kept back is what the pages keep back: two patterns would tell each other's cells.
struct OpenDataTables {
  /// As anybody may see it.
  let observatory: Observatory
  /// What stands in place of a figure that is kept back.
  private static let secret = "s"

  // MARK: Demand by territory

  /// Families by country, région and département. Levels that cut across these are left out: their differences would
  /// tell what is kept back.
  func demand() -> OpenDataFile {
    let regions = observatory.territoriesWithOffers(.region)
    let departments = observatory.territoriesWithOffers(.department)
    var rows = figures(["pays", "FR", "France (toute la collecte)"], PageScope())
    for territory in regions + departments {
      let key = CubeScope.TerritoryKey(level: territory.level, code: territory.code)
      rows += figures([territory.level.rawValue, territory.code, territory.name], PageScope(territory: key))
    }
    return OpenDataFile(
      "demande-territoires.csv", "Compétences demandées, par territoire",
      "Une ligne par compétence demandée au moins une fois dans un territoire : France, régions, départements.",
      columns: [
        .init("niveau", .string, "pays, region ou departement"),
        .init("code", .string, "code Insee ; FR pour le pays"),
        .init("territoire", .string, "nom du territoire"),
      ] + Self.figureColumns, rows: rows)
  }

  /// Families by occupation, whole country.
  func occupations() -> OpenDataFile {
    let rows = observatory.facts.offersOfOccupation.keys.sorted().flatMap { code in
      figures([code.value, observatory.label(code)], PageScope(occupation: code))
    }
    return OpenDataFile(
      "demande-metiers.csv", "Compétences demandées, par métier",
      "Une ligne par compétence demandée au moins une fois pour une fiche du ROME, toute la collecte.",
      columns: [
        .init("rome", .string, "code de la fiche ROME"), .init("metier", .string, "intitulé de la fiche"),
      ] + Self.figureColumns, rows: rows)
  }

  private static let figureColumns: [OpenDataFile.Column] = [
    .init("competence", .string, "identifiant de la compétence dans l’observatoire"),
    .init("libelle", .string, "libellé de la compétence"),
    .init("nature", .string, "savoir-faire, savoir, outil, certificat, langue, savoir-être ou diplôme"),
    .init("offres", .integer, "offres distinctes qui la demandent ; « s » : secret statistique"),
    .init("offres_total", .integer, "offres distinctes du territoire ou du métier"),
    .init("part", .number, "offres / offres_total, de 0 à 1 ; « s » : secret statistique"),
    .init("part_bas", .number, "borne basse de l’intervalle à 95 % (Wilson, effectif corrigé)"),
    .init("part_haut", .number, "borne haute"),
    .init("employeurs", .integer, "employeurs connus parmi les offres qui la demandent"),
  ]

  /// One line a family of a scope, behind what names the scope.
  private func figures(_ head: [String], _ scope: PageScope) -> [[String]] {
    let portrait = observatory.portrait(scope)
    let total = observatory.hides(nil, in: scope) ? Self.secret : String(portrait.total)
    return portrait.families.map { demand in
      let family = observatory.family(demand.family)
      let names = head + [family.id, family.label, FrenchWords.kind(family.kind)]
      guard !observatory.hides(demand.family, in: scope) else {
        return names + [Self.secret, total] + Array(repeating: Self.secret, count: 4)
      }
      return names + [
        String(demand.offers), total, CSVOutput.number(demand.share),
        CSVOutput.number(demand.interval.lower), CSVOutput.number(demand.interval.upper),
        String(demand.employers),
      ]
    }
  }

  // MARK: Change

  /// Signals of the country between the default periods.
  func signals() -> OpenDataFile {
    var rows: [[String]] = []
    if case .table(let result) = observatory.signals(PageScope()) {
      let windows = result.request.windows
      let parts = PageParts(observatory: observatory)
      for s in parts.rows(result.table.signals, PageScope(), windows) {
        let shares = [s.shareReference, s.shareRecent].map { $0.map(CSVOutput.number) ?? Self.secret }
        let numbers =
          [s.offersReference, s.offersRecent].map { $0.map { String($0) } ?? Self.secret } + shares + [
            s.isWhole ? s.oddsRatio.map(CSVOutput.number) ?? "" : Self.secret,
            s.q.map(CSVOutput.number) ?? "",
          ]
        rows.append(
          [
            SignalWindows.text(windows.reference), SignalWindows.text(windows.recent), s.family.id,
            s.family.label, FrenchWords.signal(s.kind),
          ] + numbers)
      }
    }
    return OpenDataFile(
      "changements.csv", "Ce qui émerge, croît ou décline",
      "Une ligne par compétence, toute la collecte ; deux périodes comparées à métier et source égaux.",
      columns: [
        .init("periode_reference", .string, "première période, AAAA-MM..AAAA-MM"),
        .init("periode_recente", .string, "seconde période"),
        .init("competence", .string, "identifiant de la compétence"),
        .init("libelle", .string, "libellé de la compétence"),
        .init("classe", .string, "ce qui peut être affirmé ; la plupart du temps, rien"),
        .init("offres_reference", .integer, "offres distinctes de la première période"),
        .init("offres_recentes", .integer, "offres distinctes de la seconde"),
        .init("part_reference", .number, "part des offres de la première période"),
        .init("part_recente", .number, "part des offres de la seconde"),
        .init("rapport_de_cotes", .number, "rapport de cotes commun aux strates"),
        .init("q", .number, "taux de fausses découvertes (Benjamini et Hochberg)"),
      ], rows: rows)
  }

  // MARK: Modules

  /// Candidate modules in their order.
  func modules() -> OpenDataFile {
    let rows = (observatory.result?.candidates ?? []).enumerated().map { place, c -> [String] in
      let isHidden = observatory.hides(c)
      let figures =
        isHidden
        ? Array(repeating: Self.secret, count: 5)
        : [
          String(c.demand.offers), CSVOutput.number(c.demand.share),
          CSVOutput.number(c.demand.interval.lower), CSVOutput.number(c.demand.interval.upper),
          String(c.demand.employers),
        ]
      return [
        String(place + 1), c.certification.code.description, c.certification.title, c.name,
        c.families.map(\.family.id).joined(separator: "|"),
      ] + figures + [
        isHidden ? Self.secret : String(c.demand.offersTotal), c.flags.map(\.rawValue).joined(separator: "|"),
      ]
    }
    return OpenDataFile(
      "modules.csv", "Modules additionnels candidats",
      "Une ligne par hypothèse de module, dans l’ordre du classement ; des hypothèses à débattre, non des décisions.",
      columns: [
        .init("rang", .integer, "place dans le classement"),
        .init("certification", .string, "code RNCP ou RS"),
        .init("intitule", .string, "intitulé de la certification"),
        .init("module", .string, "nom du module"),
        .init("competences", .string, "identifiants des compétences, séparés par une barre droite"),
        .init(
          "offres", .integer, "offres des métiers visés qui demandent une de ces compétences ; « s » : secret"
        ),
        .init("besoin", .number, "leur part, de 0 à 1"),
        .init("besoin_bas", .number, "borne basse de l’intervalle à 95 %"),
        .init("besoin_haut", .number, "borne haute"),
        .init("employeurs", .integer, "employeurs connus parmi elles"),
        .init("offres_total", .integer, "offres des métiers visés"),
        .init("reserves", .string, "ce qu’il faut savoir avant de s’en servir"),
      ], rows: rows)
  }

  /// The verdict on each demanded family of each certification.
  func coverage() -> OpenDataFile {
    var rows: [[String]] = []
    for a in (observatory.result?.assessments ?? []).sorted(by: {
      $0.certification.code.description < $1.certification.code.description
    }) {
      for family in a.families {
        rows.append([
          a.certification.code.description, a.certification.title, family.family.id, family.family.label,
          FrenchWords.verdict(family.verdict.level), FrenchWords.reason(family.verdict.reason),
        ])
      }
    }
    return OpenDataFile(
      "couverture.csv", "Compétences demandées et blocs des certifications",
      "Une ligne par certification évaluée et compétence demandée dans ses métiers.",
      columns: [
        .init("certification", .string, "code RNCP ou RS"),
        .init("intitule", .string, "intitulé de la certification"),
        .init("competence", .string, "identifiant de la compétence"),
        .init("libelle", .string, "libellé de la compétence"),
        .init("verdict", .string, "couverte, partielle ou absente"),
        .init("raison", .string, "la règle qui a décidé"),
      ], rows: rows)
  }
}
