import Taxonomy

/// Territories: the list, and the portrait of one.
struct TerritoryPages {
  let observatory: Observatory

  private var parts: PageParts { PageParts(observatory: observatory) }

  func list() -> SitePage {
    var page = SitePage(.territories, "De quel territoire voulez-vous le portrait ?", kicker: "Territoires")
    let counts = observatory.facts.offersOfTerritory
    let regions = counts.count { $0.key.level == .region }
    let departments = counts.count { $0.key.level == .department }
    page.lead = [
      regions + departments == 0
        ? "Aucune offre collectée n’est située dans une région ou un département."
        : "Des offres ont été collectées dans \(regions, "région", "régions") et \(departments, "département", "départements"). Choisissez un carré de la carte ou une ligne des tableaux."
    ]
    page.sections = [
      SitePage.Section(
        "departements", "Départements",
        [
          .chart(
            parts.tiles(
              "carte", .department, family: nil, scope: PageScope(),
              title: "Offres collectées par département"))
        ]),
      SitePage.Section(
        "regions", "Régions",
        [
          .chart(
            parts.tiles(
              "carte-regions", .region, family: nil, scope: PageScope(), title: "Offres collectées par région"
            ))
        ]),
      SitePage.Section("bassins", "Bassins d’emploi", [.table(table(.employmentBasin, limit: 400))]),
      SitePage.Section("zones", "Zones d’emploi", [.table(table(.employmentZone, limit: 400))]),
    ]
    page.methods = [.offers]
    return page
  }

  private func table(_ level: Territory.Level, limit: Int) -> PageTable {
    let rows = observatory.facts.offersOfTerritory.filter { $0.key.level == level }
      .map { (key: $0.key, offers: observatory.total(PageScope(territory: $0.key))) }
      .sorted { ($1.offers, $0.key.code) < ($0.offers, $1.key.code) }
    return PageTable(
      level.rawValue, caption: "Offres distinctes.",
      columns: [.init("territoire", "Territoire"), .init("offres", "Offres", .number)],
      rows: rows.prefix(limit).map { row in
        [
          .text(observatory.territory(row.key), to: .territory(row.key)),
          parts.count(
            row.offers, in: PageScope(territory: row.key), to: .offers(nil, PageScope(territory: row.key))),
        ]
      })
  }

  func page(_ key: CubeScope.TerritoryKey) -> SitePage? {
    guard observatory.atlas.isKnown(key) || observatory.facts.offersOfTerritory[key] != nil else {
      return nil
    }
    let scope = PageScope(territory: key)
    let portrait = observatory.portrait(scope)
    let name = observatory.territory(key)
    var page = SitePage(.territory(key), name, kicker: PageParts.level(key))
    page.crumbs =
      ["\(link: "Territoires", to: .territories)"]
      + observatory.atlas.parents(key).reversed().map {
        PageText(verbatim: observatory.territory($0), to: .territory($0))
      }
    guard portrait.total > 0 else {
      page.lead = [
        "Aucune offre collectée ne se trouve dans ce territoire. Cela ne dit rien de son marché du travail : la collecte peut y manquer."
      ]
      page.sections = [SitePage.Section("suite", "Continuer", [.list(page.crumbs)])]
      return page
    }
    if observatory.hides(nil, in: scope) {
      page.lead = parts.keptBack
      page.sections = [SitePage.Section("suite", "Continuer", [.list(page.crumbs)])]
      return page
    }
    page.lead = lead(scope)
    page.figures = [
      Figure(counting: portrait.total, "offre distincte", "offres distinctes", to: .offers(nil, scope)),
      Figure(counting: portrait.employers, "employeur connu", "employeurs connus"),
      Figure(counting: portrait.occupations(of: observatory.facts).count, "métier", "métiers"),
      Figure(counting: portrait.families.count, "compétence demandée", "compétences demandées"),
    ]
    if portrait.total < 100 {
      page.warnings = [
        "Moins de 100 offres : les intervalles sont larges, lisez-les avant les parts."
      ]
    }
    page.actions = [
      "\(link: "Fiche à imprimer", to: .fiche(territory: key))",
      "\(link: "Dossier de forum", to: .forum(territory: key))",
    ]
    page.sections = [demand(scope), changes(scope), missing(scope), occupations(portrait, scope)]
    if let near = neighbours(key, portrait) { page.sections.append(near) }
    page.methods = [.offers]
    return page
  }

  /// What stands first on the page of a territory with offers, and on its sheet.
  func lead(_ scope: PageScope) -> [PageText] {
    var lines = [parts.mostAsked(scope)]
    if case .table(let result) = observatory.signals(scope) {
      let up = parts.signals(result, [.emerging, .growing], scope)
      lines.append(
        up.isEmpty
          ? "Aucune émergence n’est établie ici entre les deux dernières périodes."
          : "En hausse : \(PageText.list(up.prefix(3).map { PageText(verbatim: $0.family.label, to: .competency($0.family.id)) }))."
      )
    }
    return lines
  }

  private func demand(_ scope: PageScope) -> SitePage.Section {
    SitePage.Section(
      "demande", "Ce qui est demandé",
      [
        .table(
          parts.demandTable(
            "competences", scope, limit: 15,
            caption: "Compétences les plus demandées, savoir-être mis à part."
          ) {
            PageParts.isTrade($1)
          }),
        .table(
          parts.demandTable(
            "savoir-etre", scope, limit: 5, spark: false, caption: "Savoir-être les plus demandés."
          ) {
            $1.kind == .softSkill
          }), .explanation(.demand), .explanation(.interval),
      ])
  }

  func changes(_ scope: PageScope) -> SitePage.Section {
    var blocks: [Block] = []
    switch observatory.signals(scope) {
    case .none(let why): blocks.append(.text(PageText(verbatim: FrenchSpacing.apply(why))))
    case .table(let result):
      let windows = result.request.windows
      let offers = parts.offersOfPeriods(result, scope)
      blocks.append(
        .text(
          "Période récente : \(FrenchMonths.range(windows.recent)), \(offers.recent). Période de référence : \(FrenchMonths.range(windows.reference)), \(offers.reference)."
        ))
      blocks += result.warnings.map { .text(PageText(verbatim: $0.message.firstUppercased, style: .soft)) }
      let up = parts.signals(result, [.emerging, .growing], scope)
      let down = parts.signals(result, [.declining, .vanishing], scope)
      let undetermined = result.table.signals.count { $0.kind == .undetermined || $0.kind == .insufficient }
      for (id, rows, caption, empty) in [
        (
          "hausse", up, "Ce qui émerge ou croît.",
          "Rien n’émerge ni ne croît assez nettement pour l’affirmer."
        ),
        ("baisse", down, "Ce qui décline ou disparaît.", "Rien ne décline assez nettement pour l’affirmer."),
      ] {
        if rows.isEmpty {
          blocks.append(.text(PageText(stringLiteral: empty)))
        } else {
          blocks.append(
            .table(
              parts.signalTable(
                id, rows, scope, windows: windows, limit: 10, caption: PageText(stringLiteral: caption),
                more: "\(link: "Toutes", to: .signals(scope))")))
        }
      }
      if let chart = parts.decomposition(
        "composition", Array((up + down).prefix(10)),
        title: "Ce qui change dans les métiers, ce qui vient de leur composition")
      {
        blocks.append(.chart(chart))
      }
      blocks.append(
        .text(
          "Pour \(undetermined, "compétence", "compétences"), les offres ne permettent pas de trancher. \(link: "Voir tout le tableau", to: .signals(scope))"
        ))
      blocks += [.explanation(.signal), .explanation(.parts)]
    }
    return SitePage.Section("changements", "Ce qui émerge, ce qui s’efface", blocks)
  }

  /// Gaps of certifications that lead to the occupations of the territory, by offers here that ask.
  func missing(_ scope: PageScope) -> SitePage.Section {
    let gaps = GapsOfScope(observatory).gaps(scope, limit: 12)
    guard !gaps.isEmpty else {
      return SitePage.Section(
        "manques", "Ce qui manque aux certifications",
        [
          .text(
            "Aucun manque n’est établi pour les métiers de ces offres, ou aucune certification n’y conduit.")
        ])
    }
    return SitePage.Section(
      "manques", "Ce qui manque aux certifications",
      [
        .table(
          PageTable(
            "manques",
            caption:
              "Compétences demandées ici, absentes en tout ou partie des blocs des certifications qui mènent à ces métiers. Les offres comptées sont celles d’ici.",
            columns: [
              .init("competence", "Compétence"), .init("certification", "Certification"),
              .init("verdict", "Dans les blocs"), .init("offres", "Offres qui demandent", .number),
              .init("offres_metiers", "Offres de ces métiers", .number),
            ],
            rows: gaps.map { gap in
              [
                .text(gap.family.family.label, to: .competency(gap.family.family.id)),
                .text(gap.certification.title, to: .certification(gap.certification.code)),
                Verdicts.cell(gap.family.verdict),
                gap.isSecret ? .secret : .integer(gap.asking, to: .offers(gap.family.family.id, scope)),
                gap.hidesOffers ? .secret : .integer(gap.offers),
              ]
            }, more: "\(link: "Tous les modules candidats", to: .candidates)")), .explanation(.coverage),
      ])
  }

  private func occupations(_ portrait: Portrait, _ scope: PageScope) -> SitePage.Section {
    func local(_ code: ROMECode) -> PageScope {
      var local = scope
      local.occupation = code
      return local
    }
    let all = portrait.occupations(of: observatory.facts)
    let first = all.prefix(15).map { (code: $0.code, offers: observatory.total(local($0.code))) }
      .sorted { ($1.offers, $0.code) < ($0.offers, $1.code) }
    return SitePage.Section(
      "metiers", "Les métiers des offres",
      [
        .table(
          PageTable(
            "metiers", caption: "Offres distinctes par métier (fiche ROME).",
            columns: [
              .init("code", "ROME"), .init("metier", "Métier"), .init("offres", "Offres", .number),
              .init("part", "Part", .number),
            ],
            rows: first.map { code, offers in
              let isHidden = observatory.hides(nil, in: local(code))
              return [
                .text(code.value), .text(observatory.label(code), to: .occupation(code)),
                isHidden ? .secret : .integer(offers, to: .offers(nil, local(code))),
                isHidden ? .secret : .share(Double(offers) / Double(max(1, portrait.total))),
              ]
            }, more: all.count > 15 ? "Et \(all.count - 15, "autre métier", "autres métiers")." : nil))
      ])
  }

  private func neighbours(_ key: CubeScope.TerritoryKey, _ portrait: Portrait) -> SitePage.Section? {
    let near = NearTerritories(observatory).of(key, limit: 6)
    guard !near.isEmpty else { return nil }
    return SitePage.Section(
      "proches", "Territoires proches par leurs besoins",
      [
        .table(
          PageTable(
            "proches", caption: "Territoires de même niveau, au moins \(100, "offre", "offres").",
            columns: [
              .init("territoire", "Territoire"), .init("ressemblance", "Ressemblance", .number),
              .init("offres", "Offres", .number),
            ],
            rows: near.map {
              [
                .text(observatory.territory($0.key), to: .territory($0.key)), .share($0.likeness),
                parts.count($0.offers, in: PageScope(territory: $0.key)),
              ]
            })), .explanation(.neighbours),
      ])
  }
}
