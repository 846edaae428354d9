import Taxonomy

/// Certifications: the list, and one with its blocks held against demand.
struct CertificationPages {
  let observatory: Observatory

  func list() -> SitePage {
    let assessments = (observatory.result?.assessments ?? []).sorted {
      ($1.gaps.count, $0.certification.code) < ($0.gaps.count, $1.certification.code)
    }
    var page = SitePage(.certifications, "Que manque-t-il à chaque certification ?", kicker: "Certifications")
    let assessed = assessments.count { $0.status == .assessed }
    page.lead = [
      assessments.isEmpty
        ? "Aucune certification n’est encore évaluée : il leur faut un texte de blocs, un métier et des offres."
        : "\(assessed, "certification", "certifications") sur \(assessments.count) \(assessed < 2 ? "a pu être évaluée" : "ont pu être évaluées") : il leur faut un texte de blocs, un métier et des offres."
    ]
    page.sections = [
      SitePage.Section(
        "certifications", "Certifications, par nombre de manques",
        assessments.isEmpty
          ? [
            .text(
              "Importez des certifications : \(code: "miner-daemon import referential certifications.jsonl")."
            )
          ]
          : [
            .search(query: ""), .table(table("certifications", Array(assessments.prefix(400)))),
            .explanation(.coverage),
          ])
    ]
    page.methods = [.offers]
    return page
  }

  func table(_ id: String, _ assessments: [CertificationAssessment]) -> PageTable {
    PageTable(
      id,
      caption:
        "Compétences demandées par les métiers de chaque certification, et ce que ses blocs en disent.",
      columns: [
        .init("certification", "Certification"), .init("niveau", "Niveau", .number),
        .init("offres", "Offres", .number), .init("couvertes", "Couvertes", .number),
        .init("partielles", "Partielles", .number), .init("absentes", "Absentes", .number),
        .init("manques", "Manques", .number), .init("etat", "État"),
      ],
      rows: assessments.map { a in
        func count(_ level: CoverageVerdict.Level) -> Int { a.families.count { $0.verdict.level == level } }
        var badges: [PageBadge] = []
        if a.isExpired { badges.append(PageBadge("expirée", "ink")) }
        if a.links.origin == .proposed, !a.links.occupations.isEmpty {
          badges.append(PageBadge("métiers proposés", "info"))
        }
        return [
          .text(
            a.certification.title, to: .certification(a.certification.code),
            note: PageText(verbatim: a.certification.code.description), badges: badges),
          a.certification.level.map { .integer($0) } ?? .empty,
          observatory.hides(a) ? .secret : .integer(a.offers), .integer(count(.covered)),
          .integer(count(.partial)), .integer(count(.missing)), .integer(a.gaps.count),
          .text(FrenchWords.status(a.status)),
        ]
      })
  }

  func assessment(_ code: CertificationCode) -> CertificationAssessment? {
    observatory.result?.assessments.first { $0.certification.code == code }
  }

  func page(_ code: CertificationCode) -> SitePage? {
    guard let certification = observatory.certifications.first(where: { $0.code == code }) else { return nil }
    var page = SitePage(
      .certification(code), certification.title,
      kicker: "Certification \(code)" + (certification.level.map { ", niveau\u{A0}\($0)" } ?? ""))
    page.crumbs = ["\(link: "Certifications", to: .certifications)"]
    page.actions = ["\(link: "Fiche à imprimer", to: .fiche(certification: code))"]
    guard let a = assessment(code) else {
      page.lead = [
        "Cette certification n’a pas encore été examinée : aucune analyse n’a été faite depuis son import."
      ]
      page.sections = [blocks(certification)]
      return page
    }
    let modules = (observatory.result?.candidates ?? []).filter { $0.certification.code == code }
    page.lead = lead(a, modules)
    if a.isExpired {
      let successors = PageText.joined(
        certification.successors.map { PageText(verbatim: $0.description, to: .certification($0)) },
        separator: ", ")
      page.warnings.append(
        certification.successors.isEmpty
          ? "L’enregistrement de cette certification est échu ; aucune remplaçante n’est connue."
          : "L’enregistrement de cette certification est échu ; elle est remplacée par \(successors).")
    }
    if a.links.origin == .proposed, !a.links.occupations.isEmpty {
      page.warnings.append("Les métiers ont été déduits de l’intitulé : ils sont à valider.")
    }
    page.figures = [
      observatory.hides(a)
        ? Figure(PageCell.secretWords, "offres distinctes de ses métiers", to: .secrecy)
        : Figure(counting: a.offers, "offre distincte de ses métiers", "offres distinctes de ses métiers"),
      Figure(
        counting: a.families.count { $0.verdict.level == .covered }, "compétence couverte",
        "compétences couvertes"),
      Figure(counting: a.families.count { $0.verdict.level == .partial }, "partielle", "partielles"),
      Figure(counting: a.families.count { $0.verdict.level == .missing }, "absente", "absentes"),
    ]
    page.sections = [
      SitePage.Section(
        "manques", "Ce qui manque",
        a.gaps.isEmpty
          ? [.text("Aucun manque établi."), .explanation(.coverage)]
          : [.table(familyTable("manques", a.gaps, a)), .explanation(.coverage)]),
      SitePage.Section(
        "modules", "Les modules candidats",
        modules.isEmpty
          ? [.text("Aucun module candidat.")]
          : [
            .table(
              CandidatePages(observatory: observatory).table("modules", modules, limit: 20, isOfOne: true)),
            .explanation(.candidate),
          ]), matrix(a),
      SitePage.Section(
        "demande", "Tout ce qui est demandé",
        [.table(familyTable("familles", a.families, a)), .explanation(.demand), .explanation(.interval)]),
      SitePage.Section("metiers", "Les métiers visés", [occupations(a)]), blocks(certification),
    ]
    page.methods = [.offers]
    return page
  }

  private func lead(_ a: CertificationAssessment, _ modules: [ModuleCandidate]) -> [PageText] {
    guard a.status == .assessed else { return ["Cette certification est \(FrenchWords.status(a.status))."] }
    guard let first = a.gaps.first else {
      return ["Les compétences assez demandées dans les offres collectées figurent toutes dans ses blocs."]
    }
    var line: PageText =
      "\(a.gaps.count, "compétence qu’un module peut apporter ne figure", "compétences qu’un module peut apporter ne figurent") pas, ou pas entièrement, dans ses blocs. D’abord « \(first.family.label, to: .competency(first.family.id)) » (\(need(first, a)) des offres)"
    if let second = a.gaps.dropFirst().first {
      line =
        line
        + ", puis « \(second.family.label, to: .competency(second.family.id)) » (\(need(second, a)))"
    }
    return [line + "."]
  }

  /// The share that asks for a family, unless it is kept back.
  private func need(_ f: CertificationAssessment.Family, _ a: CertificationAssessment) -> PageText {
    observatory.hides(f.demand, of: f.family.id, over: a.links.occupations)
      ? .secret : PageText(verbatim: FrenchNumber.percent(f.demand.share))
  }

  func familyTable(
    _ id: String, _ families: [CertificationAssessment.Family], _ a: CertificationAssessment, limit: Int = 60
  ) -> PageTable {
    let scale = IntervalChart.scale(for: families.map(\.demand.interval.upper).max() ?? 1)
    return PageTable(
      id, caption: "Besoin dans les offres des métiers visés, et ce que disent les blocs.",
      columns: [
        .init("competence", "Compétence"), .init("besoin", "Besoin et intervalle à 95 %", .visual),
        .init("offres", "Offres", .number), .init("employeurs", "Employeurs", .number),
        .init("territoires", PageParts(observatory: observatory).territories(2).firstUppercased, .number),
        .init("verdict", "Dans les blocs"),
      ],
      rows: families.prefix(limit).map { f in
        let d = f.demand
        // One occupation: the offers behind the number can be shown as they were counted.
        let link =
          a.links.occupations.count == 1
          ? Link.offers(f.family.id, PageScope(occupation: a.links.occupations[0])) : Link.offers(f.family.id)
        let name = PageCell(
          .text(f.family.label), PageText(verbatim: f.family.label, to: .competency(f.family.id)),
          note: PageText(verbatim: FrenchWords.kind(f.family.kind)))
        if observatory.hides(d, of: f.family.id, over: a.links.occupations) {
          return [name, .secret, .secret, .secret, .secret, Verdicts.cell(f.verdict)]
        }
        return [
          name,
          PageCell(
            .share(d.share), PageText(verbatim: FrenchNumber.percent(d.share)),
            note: PageText(verbatim: FrenchNumber.percentRange(d.interval.lower, d.interval.upper)),
            visual: .interval(
              share: d.share, lower: d.interval.lower, upper: d.interval.upper, scale: scale)),
          PageCell(
            .integer(d.offers), PageText(verbatim: FrenchNumber.count(d.offers, of: d.offersTotal), to: link)),
          .integer(d.employers), .integer(d.territories), Verdicts.cell(f.verdict),
        ]
      })
  }

  /// Which block speaks of which family.
  private func matrix(_ a: CertificationAssessment) -> SitePage.Section {
    let blocks = a.certification.blocks
    let families = Array(a.families.prefix(25))
    guard !blocks.isEmpty, !families.isEmpty else {
      return SitePage.Section("matrice", "Blocs et compétences", [.text("Aucun bloc à montrer.")])
    }
    return SitePage.Section(
      "matrice", "Blocs et compétences",
      [
        .table(
          PageTable(
            "matrice",
            caption:
              "Le bloc dont un passage décide du verdict. ● couverte, ◐ partielle ; une ligne vide est absente partout.",
            columns: [.init("competence", "Compétence"), .init("besoin", "Besoin", .number)]
              + blocks.enumerated().map { .init($1.code, "Bloc\u{A0}\($0 + 1)") },
            rows: families.map { f in
              let isHidden = observatory.hides(f.demand, of: f.family.id, over: a.links.occupations)
              return [
                .text(f.family.label, to: .competency(f.family.id)),
                isHidden ? .secret : .share(f.demand.share),
              ]
                + blocks.map { block in
                  f.verdict.passage?.code == block.code && f.verdict.level != .missing
                    ? PageCell(
                      .text(f.verdict.level.rawValue), PageText(verbatim: Verdicts.symbol(f.verdict.level)),
                      tone: f.verdict.level.rawValue)
                    : PageCell(.none, PageText(verbatim: ""))
                }
            })),
        .list(
          blocks.enumerated().map {
            "\(strong: "Bloc\u{A0}\($0 + 1)") (\($1.code)) : \($1.title)"
          }),
      ])
  }

  private func occupations(_ a: CertificationAssessment) -> Block {
    guard !a.links.occupations.isEmpty else { return .text("Aucun métier relié.") }
    let parts = PageParts(observatory: observatory)
    return .list(
      a.links.occupations.map { code in
        let scope = PageScope(occupation: code)
        return
          "\(code.value) \(observatory.label(code), to: .occupation(code)) : \(parts.offers(observatory.total(scope), in: scope))"
      })
  }

  private func blocks(_ certification: Certification) -> SitePage.Section {
    guard !certification.blocks.isEmpty else {
      return SitePage.Section("blocs", "Les blocs", [.text("Aucun bloc dans les données importées.")])
    }
    return SitePage.Section(
      "blocs", "Les blocs",
      certification.blocks.flatMap { block -> [Block] in
        [
          .text("\(strong: block.title) \(soft: block.code)"),
          .list(block.sentences.map { PageText(verbatim: $0) }),
        ]
      })
  }
}
