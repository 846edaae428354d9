import Taxonomy

/// Occupations (cards of the ROME): the list, and one.
struct OccupationPages {
  let observatory: Observatory

  private var parts: PageParts { PageParts(observatory: observatory) }

  func list() -> SitePage {
    // The offers that stand behind each number are those of the occupation alone, where re-posts under another one count.
    let all = observatory.portrait(PageScope()).occupations(of: observatory.facts)
      .map { (code: $0.code, offers: observatory.total(PageScope(occupation: $0.code))) }
      .sorted { ($1.offers, $0.code) < ($0.offers, $1.code) }
    var page = SitePage(.occupations, "Quel métier cherchez-vous ?", kicker: "Métiers")
    page.lead = [
      all.isEmpty
        ? "Aucun métier n’a encore d’offre collectée. La recherche connaît les métiers et leurs appellations."
        : "\(all.count, "métier", "métiers") du \(observatory.lexicon.release.name) \(all.count < 2 ? "a" : "ont") des offres collectées. La recherche connaît aussi les appellations."
    ]
    page.sections = [
      SitePage.Section(
        "metiers", "Métiers, par nombre d’offres",
        [
          .search(query: ""),
          .table(
            PageTable(
              "metiers", caption: "Offres distinctes par fiche ROME.",
              columns: [
                .init("code", "ROME"), .init("metier", "Métier"), .init("offres", "Offres", .number),
              ],
              rows: all.prefix(500).map { code, offers in
                [
                  .text(code.value), .text(observatory.label(code), to: .occupation(code)),
                  parts.count(
                    offers, in: PageScope(occupation: code), to: .offers(nil, PageScope(occupation: code))),
                ]
              },
              more: all.count > 500 ? "Les 500 premiers sont montrés ; la recherche trouve les autres." : nil)
          ),
        ])
    ]
    page.methods = [.offers]
    return page
  }

  func page(_ code: ROMECode) -> SitePage? {
    guard let occupation = observatory.lexicon.release.occupation(code) else { return nil }
    let scope = PageScope(occupation: code)
    let portrait = observatory.portrait(scope)
    var page = SitePage(.occupation(code), occupation.label, kicker: "Métier \(code)")
    page.crumbs = ["\(link: "Métiers", to: .occupations)"]
    let titles = observatory.lexicon.release.appellations.filter { $0.occupation == code }
    let assessments = (observatory.result?.assessments ?? []).filter { $0.links.occupations.contains(code) }
    guard portrait.total > 0 else {
      page.lead = ["Aucune offre collectée ne porte sur ce métier."]
      page.sections = [certifications(assessments), appellations(titles)]
      return page
    }
    if observatory.hides(nil, in: scope) {
      page.lead = parts.keptBack
      page.sections = [certifications(assessments), appellations(titles)]
      return page
    }
    page.lead = [parts.mostAsked(scope)]
    let gaps = Set(assessments.flatMap { $0.gaps.map(\.family.id) }).count
    page.figures = [
      Figure(counting: portrait.total, "offre distincte", "offres distinctes", to: .offers(nil, scope)),
      Figure(counting: portrait.employers, "employeur connu", "employeurs connus"),
      Figure(counting: assessments.count, "certification y mène", "certifications y mènent"),
    ]
    if !assessments.isEmpty {
      page.figures.append(
        assessments.count > 1
          ? Figure(
            counting: gaps, "compétence manque à l’une d’elles", "compétences manquent à l’une d’elles")
          : Figure(counting: gaps, "compétence lui manque", "compétences lui manquent"))
    }
    page.sections = [
      SitePage.Section(
        "demande", "Ce qui est demandé",
        [
          .table(
            parts.demandTable(
              "competences", scope, limit: 25, caption: "Compétences demandées, savoir-être mis à part."
            ) {
              PageParts.isTrade($1)
            }),
          .table(
            parts.demandTable("savoir-etre", scope, limit: 6, spark: false, caption: "Savoir-être demandés.")
            {
              $1.kind == .softSkill
            }), .explanation(.demand), .explanation(.interval),
        ]),
      TerritoryPages(observatory: observatory).changes(scope), certifications(assessments),
      SitePage.Section(
        "carte", "Où sont ces offres",
        [
          .chart(
            parts.tiles(
              "carte", .department, family: nil, scope: scope, title: "Offres du métier par département"))
        ]),
      appellations(titles),
    ]
    page.methods = [.offers]
    return page
  }

  private func certifications(_ assessments: [CertificationAssessment]) -> SitePage.Section {
    guard !assessments.isEmpty else {
      return SitePage.Section(
        "certifications", "Les certifications qui y mènent",
        [.text("Aucune certification importée ne mène à ce métier.")])
    }
    return SitePage.Section(
      "certifications", "Les certifications qui y mènent",
      [
        .table(CertificationPages(observatory: observatory).table("certifications", assessments)),
        .explanation(.coverage),
      ])
  }

  private func appellations(_ titles: [Appellation]) -> SitePage.Section {
    let names = titles.map(\.label).sorted()
    return SitePage.Section(
      "appellations", "Appellations",
      [.text(PageText(verbatim: names.isEmpty ? "Aucune." : names.joined(separator: " · ")))])
  }
}
