import Taxonomy

/// Pages made for paper: one or two A4, small cells kept back.
struct FichePages {
  let observatory: Observatory

  private var parts: PageParts { PageParts(observatory: observatory) }

  /// What can be printed.
  func list() -> SitePage {
    var page = SitePage(.prints, "Quelle fiche voulez-vous imprimer ?", kicker: "Fiches")
    page.lead = [
      "Chaque fiche tient sur une ou deux pages A4. Imprimez-la depuis le navigateur, ou enregistrez-la en PDF."
    ]
    let regions = observatory.facts.offersOfTerritory.keys.filter { $0.level == .region }
      .sorted { observatory.territory($0) < observatory.territory($1) }
    let departments = observatory.facts.offersOfTerritory.keys.filter { $0.level == .department }
      .sorted { $0.code < $1.code }
    var seen: Set<CertificationCode> = []
    let certifications = (observatory.result?.candidates ?? []).map(\.certification).filter {
      seen.insert($0.code).inserted
    }
    page.sections = [
      SitePage.Section(
        "filieres", "Filières", [.list(observatory.filieres.map { "\($0.name, to: .fiche(filiere: $0.id))" })]
      ),
      SitePage.Section(
        "regions", "Régions et dossiers de forum",
        [
          regions.isEmpty
            ? .text("Aucune offre collectée n’est située dans une région.")
            : .list(
              regions.map {
                "\(observatory.territory($0), to: .fiche(territory: $0)) (\(link: "dossier de forum", to: .forum(territory: $0)))"
              })
        ]),
      SitePage.Section(
        "departements", "Départements et dossiers de forum",
        [
          departments.isEmpty
            ? .text("Aucune offre collectée n’est située dans un département.")
            : .list(
              departments.map {
                "\(observatory.territory($0), to: .fiche(territory: $0)) (\(link: "dossier de forum", to: .forum(territory: $0)))"
              })
        ]),
      SitePage.Section(
        "certifications", "Certifications à compléter",
        [
          certifications.isEmpty
            ? .text("Aucun module candidat.")
            : .list(
              certifications.prefix(100).map {
                "\($0.title, to: .fiche(certification: $0.code)) (\($0.code.description))"
              })
        ]),
    ]
    return page
  }

  // MARK: Territory

  func territory(_ key: CubeScope.TerritoryKey) -> SitePage? {
    guard observatory.atlas.isKnown(key) else { return nil }
    let scope = PageScope(territory: key)
    let portrait = observatory.portrait(scope)
    var page = SitePage(
      .fiche(territory: key), observatory.territory(key), kicker: "Fiche territoire · \(PageParts.level(key))"
    )
    page.format = .fiche
    page.crumbs = [PageText(verbatim: observatory.territory(key), to: .territory(key))]
    guard portrait.total > 0, !observatory.hides(nil, in: scope) else {
      page.lead = portrait.total == 0 ? ["Aucune offre collectée dans ce territoire."] : parts.notPublished
      return page
    }
    page.figures = figures(portrait)
    page.lead = TerritoryPages(observatory: observatory).lead(scope)
    page.sections = [
      demand(scope), changes(scope), missing(scope, "Ce qui manque aux certifications"), method(scope),
    ]
    return page
  }

  /// - Parameter occupations: those of a filière, whether they have offers or not, as its page counts them.
  private func figures(_ portrait: Portrait, occupations: Int? = nil) -> [Figure] {
    [
      Figure(counting: portrait.total, "offre distincte", "offres distinctes"),
      Figure(counting: portrait.employers, "employeur connu", "employeurs connus"),
      Figure(
        counting: occupations ?? portrait.occupations(of: observatory.facts).count, "métier", "métiers"),
    ]
  }

  private func demand(_ scope: PageScope, limit: Int = 12) -> SitePage.Section {
    var table = parts.demandTable(
      "competences", scope, limit: limit, spark: false,
      caption: "Part des offres distinctes qui demandent la compétence, savoir-être mis à part."
    ) {
      demand, family in
      PageParts.isTrade(family) && !observatory.hides(demand.family, in: scope)
    }
    // Who reads the first lines as the most demanded must know that some are left out.
    let leading = observatory.portrait(scope).families.lazy
      .filter { PageParts.isTrade(observatory.family($0.family)) }.prefix(limit)
    if leading.contains(where: { observatory.hides($0.family, in: scope) }) {
      table.more =
        "D’autres compétences, parfois plus demandées, n’y sont pas : leurs chiffres relèvent du \(PageText.secret)."
    }
    return SitePage.Section("demande", "Ce qui est demandé", [.table(table)])
  }

  private func changes(_ scope: PageScope) -> SitePage.Section {
    guard case .table(let result) = observatory.signals(scope) else {
      return SitePage.Section(
        "changements", "Ce qui change", [.text("Les offres ne permettent pas de comparer deux périodes.")])
    }
    let strong = parts.signals(result, [.emerging, .growing, .declining, .vanishing], scope)
    guard !strong.isEmpty else {
      return SitePage.Section(
        "changements", "Ce qui change",
        [.text("Aucun changement assez net pour l’affirmer entre les deux dernières périodes.")])
    }
    return SitePage.Section(
      "changements", "Ce qui change",
      [
        .list(
          strong.prefix(8).map {
            "\(strong: $0.family.label) : \(FrenchWords.signal($0.kind)), \(change($0))"
          })
      ])
  }

  /// What the offers of the two periods say, as far as it is shown.
  private func change(_ s: SignalRow) -> PageText {
    switch (s.shareReference, s.shareRecent) {
    case (let before?, let now?):
      "de \(FrenchNumber.percent(before)) à \(FrenchNumber.percent(now)) des offres"
    case (nil, let now?):
      "\(FrenchNumber.percent(now)) des offres récentes (part d’avant : \(PageText.secret))"
    case (let before?, nil):
      "\(FrenchNumber.percent(before)) des offres d’avant (part récente : \(PageText.secret))"
    case (nil, nil): "parts : \(PageText.secret)"
    }
  }

  /// Gaps that enough offers of the scope speak of. The sheet that is voted on holds no other.
  private func gapsToPrint(_ scope: PageScope) -> [GapsOfScope.Gap] {
    Array(GapsOfScope(observatory).gaps(scope, limit: GapsOfScope.most).filter { !$0.isSecret }.prefix(8))
  }

  private func missing(_ scope: PageScope, _ title: String) -> SitePage.Section {
    let gaps = gapsToPrint(scope)
    guard !gaps.isEmpty else {
      return SitePage.Section(
        "manques", title, [.text("Aucun manque n’est établi avec assez d’offres pour être publié.")])
    }
    return SitePage.Section(
      "manques", title,
      [
        .table(
          PageTable(
            "manques", caption: "Compétences demandées ici et absentes, en tout ou partie, des blocs.",
            columns: [
              .init("competence", "Compétence"), .init("certification", "Certification à compléter"),
              .init("offres", "Offres d’ici", .number),
            ],
            rows: gaps.map {
              [
                .text($0.family.family.label),
                .text($0.certification.title, note: PageText(verbatim: $0.certification.code.description)),
                PageCell(
                  .integer($0.asking),
                  PageText(
                    verbatim: $0.hidesOffers
                      ? FrenchNumber.integer($0.asking) : FrenchNumber.count($0.asking, of: $0.offers))),
              ]
            }))
      ])
  }

  private func method(_ scope: PageScope) -> SitePage.Section {
    let months = observatory.portrait(scope).months
    let span = months.first.flatMap { first in months.last.map { FrenchMonths.range(first.month...$0.month) }
    }
    return SitePage.Section(
      "methode", "Sources et méthode",
      [
        .text(
          "Offres collectées \(span ?? "sans date"), \(observatory.lexicon.release.name), répertoires RNCP et RS. \(Method.offers.text)"
        ), .text(PageText(verbatim: Method.demand.text)), .text(PageText(verbatim: Method.interval.text)),
        .text(PageText(verbatim: Method.secrecy.text)),
      ])
  }

  // MARK: Filière

  func filiere(_ id: String) -> SitePage? {
    guard let filiere = observatory.filieres.first(where: { $0.id == id }) else { return nil }
    let scope = PageScope(filiere: id)
    let portrait = observatory.portrait(scope)
    var page = SitePage(.fiche(filiere: id), filiere.name, kicker: "Fiche filière")
    page.format = .fiche
    page.crumbs = [PageText(verbatim: filiere.name, to: .filiere(id))]
    guard portrait.total > 0, !observatory.hides(nil, in: scope) else {
      page.lead =
        portrait.total == 0
        ? ["Aucune offre collectée pour les métiers de cette filière."] : parts.notPublished
      return page
    }
    page.figures = figures(portrait, occupations: observatory.occupations(of: filiere).count)
    let all = FilierePages(observatory: observatory).candidates(filiere)
    page.lead = FilierePages(observatory: observatory).lead(all)
    // A line without figures gives the room nothing to discuss.
    let modules = all.filter { !observatory.hides($0) }
    page.sections = [
      demand(scope), changes(scope),
      SitePage.Section(
        "modules", "Modules additionnels à débattre",
        modules.isEmpty
          ? [.text("Aucun module candidat dont les chiffres puissent être publiés.")]
          : [.table(modulesTable(modules, limit: 10))]),
      method(scope),
    ]
    return page
  }

  private func modulesTable(_ modules: [ModuleCandidate], limit: Int) -> PageTable {
    PageTable(
      "modules", caption: "Compétences demandées et absentes, en tout ou partie, des blocs.",
      columns: [
        .init("module", "Module proposé"), .init("certification", "Certification"),
        .init("besoin", "Besoin", .number), .init("offres", "Offres", .number),
        .init("employeurs", "Employeurs", .number),
      ],
      rows: modules.prefix(limit).map { c in
        [
          .text(c.name),
          .text(c.certification.title, note: PageText(verbatim: c.certification.code.description)),
          .share(c.demand.share),
          PageCell(
            .integer(c.demand.offers),
            PageText(verbatim: FrenchNumber.count(c.demand.offers, of: c.demand.offersTotal))),
          .integer(c.demand.employers),
        ]
      })
  }

  // MARK: Certification

  func certification(_ code: CertificationCode) -> SitePage? {
    guard let a = CertificationPages(observatory: observatory).assessment(code) else { return nil }
    let modules = (observatory.result?.candidates ?? []).filter { $0.certification.code == code }
    var page = SitePage(
      .fiche(certification: code), a.certification.title,
      kicker: "Fiche certification · \(code)" + (a.certification.level.map { " · niveau\u{A0}\($0)" } ?? ""))
    page.format = .fiche
    page.crumbs = [PageText(verbatim: a.certification.title, to: .certification(code))]
    let own = CertificationPages(observatory: observatory).page(code)
    page.lead = own?.lead ?? []
    page.warnings = own?.warnings ?? []
    var sections: [SitePage.Section] = []
    for (number, module) in modules.prefix(3).enumerated() {
      sections.append(
        SitePage.Section(
          "module-\(number + 1)", "Module additionnel \(number + 1) : \(module.name)",
          [
            .text(
              observatory.hides(module)
                ? "Besoin : \(PageText.secret)."
                : "Besoin : \(strong: FrenchNumber.percent(module.demand.share)) des offres des métiers visés (\(FrenchNumber.count(module.demand.offers, of: module.demand.offersTotal))), \(FrenchWords.count(module.demand.employers, "employeur connu", "employeurs connus")), \(FrenchNumber.integer(module.demand.territories))\u{A0}\(parts.territories(module.demand.territories))."
            ),
            .list(
              module.families.map {
                "\(strong: $0.family.label) : \(FrenchWords.verdict($0.verdict.level)). \(FrenchWords.reason($0.verdict.reason))."
              }), quotes(module),
          ]))
    }
    if modules.isEmpty {
      sections.append(SitePage.Section("module", "Module additionnel", [.text("Aucun module candidat.")]))
    }
    sections.append(
      SitePage.Section(
        "blocs", "Blocs de la certification",
        [.list(a.certification.blocks.map { "\($0.title) \(soft: $0.code)" })]))
    sections.append(
      SitePage.Section(
        "etat", "État de la proposition",
        [
          .text(
            PageText(
              verbatim: [PathwayState.proposed, .discussed, .validated, .rejected, .postponed]
                .map { "☐\u{A0}\($0.french)" }.joined(separator: "\u{2003}"))),
          .writing(label: "Décision, date, motif :", lines: 3),
        ]))
    sections.append(method(PageScope()))
    page.sections = sections
    return page
  }

  private func quotes(_ module: ModuleCandidate) -> Block {
    .evidence(
      observatory.evidence(module).prefix(3).map { e in
        let marked = MarkedSentence(e.passage.sentence, start: e.passage.start, end: e.passage.end)
        return PageQuote(
          before: marked.before, mention: marked.mention, after: marked.after,
          stance: StanceWords.text(e.passage.stance),
          source: PageText(
            verbatim: [e.date.map(FrenchWords.date) ?? "date inconnue", e.place ?? "lieu inconnu"].joined(
              separator: ", ")))
      })
  }

  // MARK: Forum

  /// Agenda, sheets, vote and questionnaire as one document.
  func forum(_ key: CubeScope.TerritoryKey) -> SitePage? {
    guard observatory.atlas.isKnown(key) else { return nil }
    let scope = PageScope(territory: key)
    let portrait = observatory.portrait(scope)
    var page = SitePage(
      .forum(territory: key), "Forum territorial des compétences : \(observatory.territory(key))".spaced,
      kicker: "Dossier de forum")
    page.format = .fiche
    page.crumbs = [PageText(verbatim: observatory.territory(key), to: .territory(key))]
    guard portrait.total > 0, !observatory.hides(nil, in: scope) else {
      page.lead = portrait.total == 0 ? ["Aucune offre collectée dans ce territoire."] : parts.notPublished
      return page
    }
    let gaps = gapsToPrint(scope)
    page.lead = [
      "Ce dossier présente ce que disent \(portrait.total, "offre d’emploi collectée", "offres d’emploi collectées") dans le territoire. Ce sont des hypothèses : la salle les confirme, les corrige ou les écarte."
    ]
    page.figures = figures(portrait)
    page.sections = [
      SitePage.Section(
        "ordre", "Ordre du jour",
        [
          .list([
            "Ce que demandent les offres : partager le constat (15 min)",
            "Ce qui émerge, ce qui s’efface : est-ce ce que vous voyez ? (20 min)",
            "Ce qui manque aux certifications : quels modules ajouter ? (30 min)",
            "Vote et décisions (20 min)", "Questionnaire : ce que les offres ne disent pas (5 min)",
          ])
        ]), demand(scope, limit: 10), changes(scope),
      missing(scope, "Ce qui manque aux certifications d’ici"),
      SitePage.Section("vote", "Feuille de vote", [.table(vote(gaps))], breaksPage: true),
      SitePage.Section(
        "questionnaire", "Questionnaire : que voyez-vous sur le terrain ?",
        [
          .writing(label: "Une compétence que vous cherchez et que les offres ne disent pas :", lines: 2),
          .writing(label: "Un métier ou une certification concernés :", lines: 1),
          .writing(label: "Une compétence qui devient inutile :", lines: 1),
          .writing(
            label: "Ce que vos apprentis ou stagiaires ont rencontré et que leur référentiel ignore :",
            lines: 3),
          .writing(
            label: "Votre rôle (employeur, branche, organisme de formation, autre) et votre commune :",
            lines: 1),
        ], breaksPage: true), method(scope),
    ]
    return page
  }

  private func vote(_ gaps: [GapsOfScope.Gap]) -> PageTable {
    PageTable(
      "vote",
      caption:
        "Une ligne par hypothèse ; cochez une case, ajoutez un mot. Les lignes vides sont pour ce que la salle propose.",
      columns: [
        .init("competence", "Compétence à ajouter"), .init("certification", "Certification"),
        .init("oui", "Oui"),
        .init("non", "Non"), .init("plus_tard", "Plus tard"), .init("mot", "Pourquoi"),
      ],
      rows: gaps.map { gap in
        [.text(gap.family.family.label), .text(gap.certification.title)]
          + Array(repeating: PageCell(.none, PageText(verbatim: "☐")), count: 3)
          + [PageCell(.none, PageText(verbatim: ""))]
      }
        + Array(
          repeating: [PageCell(.none, PageText(verbatim: "")), PageCell(.none, PageText(verbatim: ""))]
            + Array(repeating: PageCell(.none, PageText(verbatim: "☐")), count: 3)
            + [PageCell(.none, PageText(verbatim: ""))], count: max(4, 10 - gaps.count)))
  }
}

extension String {
  /// Our own words, spaced as French wants.
  var spaced: String { FrenchSpacing.apply(self) }
}
