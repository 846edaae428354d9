import Taxonomy

/// What the data are worth: journal, feeds over time, duplicates, places, warnings.
struct QualityPage {
  let observatory: Observatory

  /// - Throws: what the store throws.
  func page() throws -> SitePage {
    let store = observatory.store
    let imports = try store.imports()
    let quality = try observatory.quality()
    var page = SitePage(.quality, "Que valent les données ?", kicker: "Qualité")
    let offers = imports.filter { $0.kind == .offers }
    let read = offers.reduce(0) { $0 + $1.counts.read }
    let aside = offers.reduce(0) { $0 + $1.counts.quarantined }
    page.lead = [
      read == 0 && quality.offers == 0
        ? "Aucune offre n’a encore été lue."
        : "\(read, "enregistrement d’offre lu", "enregistrements d’offres lus"), \(aside) mis de côté (\(FrenchNumber.percent(Double(aside) / Double(max(1, read))))), \(quality.offers, "offre gardée", "offres gardées"), dont \(quality.repeated, "répète", "répètent") une autre presque mot pour mot."
    ]
    page.figures = [
      Figure(counting: quality.offers, "offre", "offres"),
      Figure(
        counting: quality.repeated, "quasi-doublon, compté une fois", "quasi-doublons, comptés une fois"),
      Figure(counting: quality.undated, "offre sans date", "offres sans date"),
      Figure(counting: quality.unknown, "offre sans métier", "offres sans métier"),
    ]
    if let result = observatory.result {
      page.warnings = PageParts.warnings(result.warnings)
    }
    let remarks = try remarks(imports)
    page.sections = [
      SitePage.Section("sources", "Les sources au fil du temps", [.table(sources(quality))]),
      SitePage.Section("journal", "Journal des imports", [.table(journal(imports)), .explanation(.quality)]),
      SitePage.Section(
        "remarques", "Ce qui a été remarqué",
        remarks.rows.isEmpty ? [.text("Rien à remarquer dans les fichiers importés.")] : [.table(remarks)]),
      SitePage.Section(
        "lieux", "Lieux non reconnus",
        quality.unresolved.isEmpty
          ? [.text("Tous les lieux écrits ont été reconnus.")]
          : [
            .table(
              PageTable(
                "lieux", caption: "Lieux tels que les sources les écrivent, les plus fréquents d’abord.",
                columns: [.init("lieu", "Lieu"), .init("offres", "Offres", .number)],
                rows: quality.unresolved.map { [.text($0.label), small($0.offers)] }))
          ]),
    ]
    page.methods = [.offers]
    return page
  }

  /// Numbers of offers whose employers were not counted.
  private func small(_ n: Int) -> PageCell {
    observatory.hides(offers: n, employers: n) ? .secret : .integer(n)
  }

  private func sources(_ quality: StoreQuality) -> PageTable {
    let parts = PageParts(observatory: observatory)
    let facts = observatory.facts
    let span = facts.months.map { Array($0.suffix(24)) } ?? []
    return PageTable(
      "sources",
      caption: "Offres par source, rediffusions comprises ; les 24 derniers mois sont dessinés.",
      columns: [
        .init("source", "Source"), .init("offres", "Offres", .number),
        .init("sans_date", "Sans date", .number),
        .init("par_mois", "Par mois", .visual),
      ],
      rows: zip(facts.cube.sourceNames, quality.sources).map { name, own in
        [
          .text(name),
          parts.count(
            own.values.reduce(0, +), in: PageScope(source: name),
            to: .offers(nil, PageScope(source: name))),
          small(own[-1] ?? 0),
          .spark(observatory.showsEverything ? span.map { Double(own[$0] ?? 0) } : []),
        ]
      })
  }

  private func journal(_ imports: [ImportRecord]) -> PageTable {
    PageTable(
      "journal", caption: "Lus = intégrés + doublons + écartés, pour chaque fichier.",
      columns: [
        .init("date", "Jour"), .init("nature", "Nature"), .init("fichier", "Fichier"),
        .init("lus", "Lus", .number), .init("integres", "Intégrés", .number),
        .init("doublons", "Doublons", .number), .init("ecartes", "Écartés", .number),
        .init("avertissements", "Remarques", .number), .init("etat", "État"),
      ],
      rows: imports.suffix(100).reversed().map { r in
        [
          .date(r.started), .text(Self.kind(r.kind)), .text(Self.file(r.file)), .integer(r.counts.read),
          .integer(r.counts.ingested), .integer(r.counts.duplicates), .integer(r.counts.quarantined),
          .integer(r.counts.warnings), .text(Self.state(r.state)),
        ]
      }, more: imports.count > 100 ? "Les 100 derniers imports sont montrés." : nil)
  }

  private func remarks(_ imports: [ImportRecord]) throws -> PageTable {
    var counts: [String: Int] = [:]
    var examples: [String: Finding] = [:]
    for record in imports {
      for (code, count) in try observatory.store.findingCounts(import: record.id) {
        counts[code, default: 0] += count
      }
      for finding in try observatory.store.findings(import: record.id, limit: 200)
      where examples[finding.code] == nil {
        examples[finding.code] = finding
      }
      for aside in try observatory.store.quarantine(import: record.id, limit: 50)
      where examples[aside.finding.code] == nil { examples[aside.finding.code] = aside.finding }
    }
    return PageTable(
      "remarques", caption: "Par code de remarque, avec un exemple et ce qu’il faut faire.",
      columns: [
        .init("code", "Code"), .init("nombre", "Nombre", .number), .init("exemple", "Exemple"),
        .init("conseil", "Que faire"),
      ],
      rows: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
        [
          .text(code), .integer(count), .text(examples[code]?.message ?? "–"),
          .text(examples[code]?.advice ?? "–"),
        ]
      })
  }

  private static func file(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func kind(_ kind: ImportKind) -> String {
    switch kind {
    case .offers: "offres"
    case .taxonomy: "taxonomie"
    case .referential: "certifications"
    case .territories: "territoires"
    }
  }

  private static func state(_ state: ImportRecord.State) -> String {
    switch state {
    case .running: "en cours"
    case .finished: "terminé"
    case .failed: "arrêté sur une erreur"
    case .interrupted: "interrompu"
    case .resumed: "repris"
    }
  }
}
