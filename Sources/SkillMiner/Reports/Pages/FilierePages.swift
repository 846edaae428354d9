import Taxonomy

/// Filières: the list, and one.
struct FilierePages {
  let observatory: Observatory

  private var parts: PageParts { PageParts(observatory: observatory) }

  func list() -> SitePage {
    var page = SitePage(.filieres, "Quelle filière voulez-vous préparer ?", kicker: "Filières")
    page.lead = ["Une filière est un ensemble de métiers et de certifications que la région définit."]
    page.sections = [
      SitePage.Section(
        "filieres", "Filières",
        [
          .table(
            PageTable(
              "filieres", caption: "Offres distinctes des métiers de chaque filière.",
              columns: [
                .init("filiere", "Filière"), .init("metiers", "Métiers", .number),
                .init("offres", "Offres", .number), .init("employeurs", "Employeurs", .number),
                .init("certifications", "Certifications", .number),
                .init("modules", "Modules candidats", .number),
              ],
              rows: observatory.filieres.map { filiere in
                let scope = PageScope(filiere: filiere.id)
                let portrait = observatory.portrait(scope)
                return [
                  .text(filiere.name, to: .filiere(filiere.id)),
                  .integer(observatory.occupations(of: filiere).count),
                  parts.count(portrait.total, in: scope, to: .offers(nil, scope)),
                  parts.count(portrait.employers, in: scope),
                  .integer(assessments(filiere).count), .integer(candidates(filiere).count),
                ]
              }))
        ])
    ]
    if let chart = heatmap() {
      var blocks: [Block] = [.chart(chart)]
      let hidden = observatory.filieres.filter { observatory.hides(nil, in: PageScope(filiere: $0.id)) }
      if !hidden.isEmpty {
        let names = PageText.list(hidden.map { PageText(verbatim: $0.name, to: .filiere($0.id)) })
        blocks.append(
          .text("N’y sont pas, parce que leurs chiffres relèvent du \(PageText.secret) : \(names)."))
      }
      page.sections.append(
        SitePage.Section(
          "competences", "Ce que les filières demandent", blocks + [.explanation(.demand)]))
    }
    page.methods = [.offers]
    return page
  }

  func page(_ id: String) -> SitePage? {
    guard let filiere = observatory.filieres.first(where: { $0.id == id }) else { return nil }
    let scope = PageScope(filiere: id)
    let portrait = observatory.portrait(scope)
    let modules = candidates(filiere)
    var page = SitePage(.filiere(id), filiere.name, kicker: "Filière")
    page.crumbs = ["\(link: "Filières", to: .filieres)"]
    page.actions = ["\(link: "Fiche à imprimer", to: .fiche(filiere: id))"]
    guard portrait.total > 0 else {
      page.lead = ["Aucune offre collectée ne porte sur les métiers de cette filière."]
      return page
    }
    if observatory.hides(nil, in: scope) {
      page.lead = parts.keptBack
      return page
    }
    page.lead = lead(modules)
    page.figures = [
      Figure(counting: portrait.total, "offre distincte", "offres distinctes", to: .offers(nil, scope)),
      Figure(counting: portrait.employers, "employeur connu", "employeurs connus"),
      Figure(counting: observatory.occupations(of: filiere).count, "métier", "métiers"),
      Figure(counting: modules.count, "module candidat", "modules candidats"),
    ]
    let territory = TerritoryPages(observatory: observatory)
    page.sections = [
      SitePage.Section(
        "demande", "Ce qui est demandé",
        [
          .chart(
            parts.ranking(
              "classement", scope, limit: 15, title: "Part des offres de la filière qui demandent")),
          .explanation(.demand), .explanation(.interval),
        ]),
      territory.changes(scope),
      SitePage.Section(
        "modules", "Ce qu’il faudrait ajouter aux certifications",
        [
          modules.isEmpty
            ? .text("Aucun module candidat.")
            : .table(CandidatePages(observatory: observatory).table("modules", modules, limit: 15)),
          .explanation(.candidate),
        ]),
      SitePage.Section("metiers", "Les métiers de la filière", [.table(occupations(filiere))]),
      SitePage.Section(
        "carte", "Où sont ces offres",
        [
          .chart(
            parts.tiles(
              "carte", .department, family: nil, scope: scope, title: "Offres de la filière par département"))
        ]),
    ]
    page.methods = [.offers]
    return page
  }

  /// What stands first on the page of a filière with offers, and on its sheet.
  func lead(_ modules: [ModuleCandidate]) -> [PageText] {
    guard let first = modules.first else {
      return ["Aucun module candidat pour les certifications de la filière avec ces offres."]
    }
    return [
      "\(FrenchWords.count(modules.count, "module candidat", "modules candidats")) pour les certifications de la filière ; le premier : « \(CandidatePages.name(first), to: .candidate(CandidatePages.id(first))) », pour « \(first.certification.title, to: .certification(first.certification.code)) »."
    ]
  }

  /// Certifications of the filière, and those that lead to its occupations.
  func assessments(_ filiere: Filiere) -> [CertificationAssessment] {
    let codes = Set(observatory.occupations(of: filiere))
    return (observatory.result?.assessments ?? []).filter {
      filiere.certifications.contains($0.certification.code) || !codes.isDisjoint(with: $0.links.occupations)
    }
  }

  func candidates(_ filiere: Filiere) -> [ModuleCandidate] {
    let codes = Set(assessments(filiere).map(\.certification.code))
    return (observatory.result?.candidates ?? []).filter { codes.contains($0.certification.code) }
  }

  private func occupations(_ filiere: Filiere) -> PageTable {
    let rows = observatory.occupations(of: filiere)
      .map { (code: $0, offers: observatory.total(PageScope(occupation: $0))) }
      .sorted { ($1.offers, $0.code) < ($0.offers, $1.code) }
    return PageTable(
      "metiers", caption: "Offres distinctes par métier.",
      columns: [.init("code", "ROME"), .init("metier", "Métier"), .init("offres", "Offres", .number)],
      rows: rows.map { code, offers in
        [
          .text(code.value), .text(observatory.label(code), to: .occupation(code)),
          parts.count(
            offers, in: PageScope(occupation: code), to: .offers(nil, PageScope(occupation: code))),
        ]
      })
  }

  /// Families by filière: the most demanded of all, soft skills left out.
  private func heatmap() -> PageChart? {
    let filieres = observatory.filieres.filter {
      let scope = PageScope(filiere: $0.id)
      return observatory.portrait(scope).total >= 30 && !observatory.hides(nil, in: scope)
    }
    guard filieres.count >= 2 else { return nil }
    // Two of each filière, so that every column has something of its own.
    var chosen: [Int32] = []
    for filiere in filieres {
      let own = observatory.portrait(PageScope(filiere: filiere.id)).families
        .filter { PageParts.isTrade(observatory.family($0.family)) }.map(\.family)
      for family in own.prefix(3) where !chosen.contains(family) { chosen.append(family) }
    }
    let shares: [[Double?]] = chosen.map { family in
      filieres.map { filiere -> Double? in
        let scope = PageScope(filiere: filiere.id)
        return observatory.hides(family, in: scope)
          ? nil : observatory.portrait(scope).demand(family)?.share ?? 0
      }
    }
    let labels = chosen.map { observatory.family($0) }
    return PageChart(
      "carte-chaleur", "Part des offres de chaque filière qui demandent la compétence, en %",
      description:
        "Tableau teinté : plus une case est foncée, plus la compétence est demandée dans la filière. Sans chiffre : moins de 0,5 %.",
      .heatmap(HeatmapData(rows: labels.map(\.label), columns: filieres.map(\.name), shares: shares)),
      table: PageTable(
        "carte-chaleur-table", caption: "Les mêmes chiffres en tableau.",
        columns: [.init("competence", "Compétence")]
          + filieres.map { .init($0.id, $0.name, .number) },
        rows: zip(labels, shares).map { family, row in
          [.text(family.label, to: .competency(family.id))]
            + zip(filieres, row).map { filiere, share in
              share.map { .share($0, to: .offers(family.id, PageScope(filiere: filiere.id))) } ?? .secret
            }
        }))
  }
}
