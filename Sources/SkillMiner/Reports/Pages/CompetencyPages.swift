import Taxonomy

/// *L’entrée par compétence*: the list, and one family.
struct CompetencyPages {
  let observatory: Observatory

  private var parts: PageParts { PageParts(observatory: observatory) }
  private var facts: OfferFacts { observatory.facts }

  /// - Throws: `PageRequest.BadFilter`.
  func list(_ request: PageRequest) throws -> SitePage {
    var page = SitePage(.competencies, "Quelle compétence cherchez-vous ?", kicker: "Compétences")
    let kind = try request.text("nature").map { text in
      guard let kind = CompetencyFamily.Kind(rawValue: text) else {
        throw PageRequest.BadFilter(
          name: "nature", value: text, advice: "Choisissez une nature sur la page des compétences.")
      }
      return kind
    }
    let portrait = observatory.portrait(PageScope())
    page.lead = [
      portrait.families.isEmpty
        ? "Aucune compétence n’est encore relevée dans des offres."
        : "\(portrait.families.count, "compétence est demandée", "compétences sont demandées") dans les offres collectées. Les plus fréquentes sont ici ; la recherche les trouve toutes."
    ]
    let kinds: [CompetencyFamily.Kind] = [
      .knowHow, .knowledge, .tool, .credential, .language, .softSkill, .diploma,
    ]
    let facet = Facet(
      title: "Nature",
      choices: [
        Facet.Choice(label: "toutes", count: nil, link: .competencies, isChosen: kind == nil)
      ]
        + kinds.map {
          Facet.Choice(
            label: FrenchWords.kind($0), count: nil,
            link: Link(["competences"], query: [("nature", $0.rawValue)]),
            isChosen: kind == $0)
        })
    page.sections = [
      SitePage.Section(
        "competences", "Compétences, par besoin",
        [
          .search(query: ""), .facets([facet]),
          .table(
            parts.demandTable(
              "competences", PageScope(), limit: 200, spark: false,
              caption: "Part des offres distinctes qui demandent la compétence."
            ) { kind == nil || $1.kind == kind }),
          .explanation(.demand), .explanation(.interval),
        ])
    ]
    page.methods = [.offers]
    return page
  }

  /// - Throws: what the store throws.
  func page(_ id: String) throws -> SitePage? {
    guard let family = observatory.family(id) else { return nil }
    var page = SitePage(.competency(id), family.label, kicker: FrenchWords.kind(family.kind).firstUppercased)
    page.crumbs = ["\(link: "Compétences", to: .competencies)"]
    guard let place = facts.familyPlaces[id] else {
      page.lead = ["Aucune offre collectée ne demande cette compétence."]
      page.sections = [items(family), gaps(family)]
      return page
    }
    let all = PageScope()
    let portrait = observatory.portrait(all)
    let asking = portrait.asking(place, of: facts)
    let own = DistinctOffers(asking, of: facts)
    guard let demand = portrait.demand(place) else { return nil }
    if observatory.hides(place, in: all) {
      page.lead = parts.keptBack
      page.sections = [gaps(family), items(family)]
      return page
    }
    page.lead = lead(family, demand, own, place)
    page.figures = [
      Figure(
        counting: demand.offers, "offre distincte la demande", "offres distinctes la demandent",
        to: .offers(id)),
      Figure(FrenchNumber.percent(demand.share), "des offres collectées"),
      Figure(counting: demand.employers, "employeur connu", "employeurs connus"),
      Figure(counting: own.occupations(of: facts).count, "métier", "métiers"),
    ]
    var evidence: [Block] = [.evidence(try parts.latestQuotes(own.offers, family: id, limit: 8))]
    evidence.append(.text("\(link: "Toutes les offres qui la demandent", to: .offers(id))"))
    page.sections = [
      SitePage.Section(
        "evolution", "Depuis quand",
        [.chart(parts.trend("part", place, all, label: family.label)), signal(id), .explanation(.signal)]),
      SitePage.Section(
        "metiers", "Dans quels métiers", [.table(occupations(place, own)), .explanation(.demand)]),
      SitePage.Section(
        "territoires", "Où elle est demandée",
        [
          .chart(
            parts.tiles(
              "carte", .department, family: place, scope: all,
              title: "Part des offres de chaque département qui la demandent"))
        ]),
      gaps(family),
      SitePage.Section("ecriture", "Comment les offres l’écrivent", [.table(try forms(family, own))]),
      SitePage.Section("phrases", "Ce que disent les offres", evidence),
      items(family),
    ]
    page.methods = [.offers]
    return page
  }

  private func lead(
    _ family: CompetencyFamily, _ demand: Portrait.Demand, _ own: DistinctOffers, _ place: Int32
  ) -> [PageText] {
    let first = own.months.first { $0.offers > 0 }
    let occupations = own.occupations(of: facts)
    var lines: [PageText] = []
    if let occupation = occupations.first {
      let scope = PageScope(occupation: occupation.code)
      let isHidden = observatory.hides(place, in: scope)
      let offers = observatory.portrait(scope).demand(place)?.offers ?? occupation.offers
      let count =
        isHidden
        ? PageText.secret
        : PageText(
          verbatim: demand.offers == 1
            ? "la seule offre qui la demande"
            : "\(FrenchNumber.count(offers, "offre", "offres")) sur les \(FrenchNumber.integer(demand.offers)) qui la demandent"
        )
      lines.append(
        "Demandée dans \(FrenchNumber.percent(demand.share)) des offres, d’abord pour \(observatory.label(occupation.code), to: .occupation(occupation.code)) (\(count))."
      )
    }
    if let first {
      lines.append("Première offre collectée qui la demande : \(FrenchMonths.month(first.month)).")
    }
    return lines
  }

  private func signal(_ id: String) -> Block {
    guard case .table(let result) = observatory.signals(PageScope()),
      let signal = result.table.signals.first(where: { $0.family.id == id })
    else { return .text("Les offres ne permettent pas de comparer deux périodes.") }
    return .table(
      parts.signalTable(
        "signal", parts.rows([signal], PageScope(), result.request.windows), PageScope(),
        windows: result.request.windows, limit: 1,
        caption:
          "\(FrenchMonths.range(result.request.windows.recent).firstUppercased), comparé à la période de référence (\(FrenchMonths.range(result.request.windows.reference)))."
      ))
  }

  private func occupations(_ place: Int32, _ own: DistinctOffers) -> PageTable {
    let all = own.occupations(of: facts)
    return PageTable(
      "metiers", caption: "Part des offres de chaque métier qui la demandent.",
      columns: [
        .init("code", "ROME"), .init("metier", "Métier"), .init("part", "Part et intervalle", .visual),
        .init("offres", "Offres qui demandent", .number), .init("total", "Offres du métier", .number),
      ],
      rows: all.prefix(15).map { code, offers in
        let scope = PageScope(occupation: code)
        let portrait = observatory.portrait(scope)
        let id = facts.familyIDs[Int(place)]
        if observatory.hides(place, in: scope) {
          return [
            .text(code.value), .text(observatory.label(code), to: .occupation(code)), .secret, .secret,
            parts.count(portrait.total, in: scope),
          ]
        }
        return [
          .text(code.value), .text(observatory.label(code), to: .occupation(code)),
          portrait.demand(place).map { parts.share($0, scale: 1) } ?? .empty,
          .integer(portrait.demand(place)?.offers ?? offers, to: .offers(id, scope)),
          parts.count(portrait.total, in: scope),
        ]
      }, more: all.count > 15 ? "Et \(all.count - 15, "autre métier", "autres métiers")." : nil)
  }

  private func gaps(_ family: CompetencyFamily) -> SitePage.Section {
    let rows = (observatory.result?.assessments ?? []).flatMap { assessment in
      assessment.families.filter { $0.family.id == family.id }.map { (assessment, $0) }
    }.sorted { ($1.1.demand.offers, $0.0.certification.code) < ($0.1.demand.offers, $1.0.certification.code) }
    guard !rows.isEmpty else {
      return SitePage.Section(
        "certifications", "Les certifications qui l’enseignent ou non",
        [.text("Aucune certification évaluée ne mène à des métiers qui la demandent assez.")])
    }
    return SitePage.Section(
      "certifications", "Les certifications qui l’enseignent ou non",
      [
        .table(
          PageTable(
            "certifications", caption: "Certifications dont les métiers demandent cette compétence.",
            columns: [
              .init("certification", "Certification"), .init("verdict", "Dans les blocs"),
              .init("besoin", "Besoin", .number), .init("offres", "Offres", .number),
            ],
            rows: rows.prefix(20).map { assessment, row in
              let isHidden = observatory.hides(
                row.demand, of: family.id, over: assessment.links.occupations)
              return [
                .text(
                  assessment.certification.title, to: .certification(assessment.certification.code),
                  note: PageText(verbatim: assessment.certification.code.description)),
                Verdicts.cell(row.verdict), isHidden ? .secret : .share(row.demand.share),
                isHidden ? .secret : .integer(row.demand.offers),
              ]
            }, more: rows.count > 20 ? "Et \(rows.count - 20, "autre", "autres")." : nil)),
        .explanation(.coverage),
      ])
  }

  /// Spellings in the latest offers that ask.
  private func forms(_ family: CompetencyFamily, _ own: DistinctOffers) throws -> PageTable {
    var counts: [String: Int] = [:]
    let sample = parts.latest(own.offers, limit: 150)
    let stored = sample.map { facts.cube.offers[Int($0)] }.filter { $0 > 0 }
    for passages in try observatory.store.evidence(offers: stored, family: family.id) {
      var seen: Set<String> = []
      for passage in passages where passage.stance.isDemand {
        let marked = MarkedSentence(passage.sentence, start: passage.start, end: passage.end)
        let form = marked.mention.lowercased()
        if !form.isEmpty, seen.insert(form).inserted { counts[form, default: 0] += 1 }
      }
    }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return PageTable(
      "formes",
      caption: sample.count == 1
        ? "Écriture relevée dans la seule offre qui la demande."
        : "Écritures relevées dans les \(sample.count) offres les plus récentes qui la demandent.",
      columns: [.init("ecriture", "Écriture"), .init("offres", "Offres", .number)],
      rows: rows.prefix(12).map { form in
        // Nobody counted who the employers are: as many as the offers at most.
        let isHidden = observatory.hides(offers: form.value, employers: form.value)
        // The 5 of « CACES 1-3-5 ».
        let isTail = family.kind == .credential && form.key.count <= 2
        let words: PageText = isTail ? "\(form.key) \(soft: "(suite d’une énumération)")" : "\(form.key)"
        return [PageCell(.text(form.key), words), isHidden ? .secret : .integer(form.value)]
      },
      more: rows.count > 12 ? "Et \(rows.count - 12, "autre écriture", "autres écritures")." : nil)
  }

  private func items(_ family: CompetencyFamily) -> SitePage.Section {
    let items = family.codes.compactMap { observatory.lexicon.release.competency($0) }
    return SitePage.Section(
      "items", "Dans le ROME",
      [
        items.isEmpty
          ? .text("Cette compétence n’a pas de code dans le \(observatory.lexicon.release.name).")
          : .table(
            PageTable(
              "items", caption: "Items du ROME comptés ensemble sous cette compétence.",
              columns: [.init("code", "Code OGR"), .init("libelle", "Libellé")],
              rows: items.prefix(60).map { [.text($0.code.description), .text($0.label)] }))
      ])
  }
}
