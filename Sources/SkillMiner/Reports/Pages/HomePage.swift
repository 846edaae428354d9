import Taxonomy

/// What is new, then the ways in.
struct HomePage {
  let observatory: Observatory

  func page() -> SitePage {
    guard observatory.facts.cube.count > 0 else { return EmptyStorePage.page(observatory) }
    let parts = PageParts(observatory: observatory)
    let all = PageScope()
    let portrait = observatory.portrait(all)
    var page = SitePage(.home, "Quelles compétences sont demandées, et que faut-il ajouter aux formations ?")
    page.kicker = "Observatoire des compétences"
    page.lead = news(portrait)
    page.figures = figures(portrait)
    page.sections.append(SitePage.Section("entrees", "Par où commencer", [.cards(cards())]))
    var change: [Block] = []
    switch observatory.signals(all) {
    case .table(let result):
      let strong = parts.signals(result, [.emerging, .growing, .declining, .vanishing], all)
      change.append(.text(period()))
      if strong.isEmpty {
        change.append(
          .text(
            "Aucune compétence n’a changé assez nettement pour que les offres collectées permettent de l’affirmer. \(link: "Voir tout le tableau", to: .signals())"
          ))
      } else {
        change.append(
          .table(
            parts.signalTable(
              "signaux", strong, all, windows: result.request.windows, limit: 12,
              caption: "Changements établis, toutes offres confondues, à métier et source égaux.",
              more: "\(link: "Tous les signaux", to: .signals())")))
      }
      if let chart = parts.quadrant("quadrant", result, all, limit: 40) { change.append(.chart(chart)) }
      change.append(.explanation(.signal))
    case .none(let why): change.append(.text(PageText(verbatim: why)))
    }
    page.sections.append(SitePage.Section("changements", "Ce qui change", change))
    page.sections.append(
      SitePage.Section(
        "demande", "Les compétences les plus demandées",
        [
          .chart(
            parts.ranking(
              "classement", all, limit: 12, title: "Part des offres qui demandent, savoir-être mis à part")),
          .explanation(.demand), .explanation(.interval),
        ]))
    page.sections.append(
      SitePage.Section(
        "carte", "Où sont les offres collectées",
        [
          .chart(
            parts.tiles(
              "carte-departements", .department, family: nil, scope: all,
              title: "Offres collectées par département"))
        ]))
    page.methods = [.offers]
    return page
  }

  /// What changed with the last month, in sentences.
  private func news(_ portrait: Portrait) -> [PageText] {
    var lines: [PageText] = []
    if let last = portrait.months.last {
      let before = portrait.months.dropLast().last?.offers ?? 0
      let parts = PageParts(observatory: observatory)
      func words(_ n: Int, _ month: Int) -> PageText { parts.words(n, in: PageScope(months: month...month)) }
      let span = FrenchMonths.range(last.month...last.month)
      let isHidden = observatory.hides(nil, in: PageScope(months: last.month...last.month))
      let now: PageText =
        isHidden
        ? "Offres distinctes collectées \(span) : \(PageText.secret)"
        : "\(last.offers, "offre distincte collectée", "offres distinctes collectées") \(span)"
      lines.append(now + " (\(words(before, last.month - 1)) le mois d’avant)\(first(last.month)).")
    }
    if case .table(let result) = observatory.signals(PageScope()) {
      let up = result.table.signals.filter { $0.kind == .emerging || $0.kind == .growing }
      let down = result.table.signals.filter { $0.kind == .declining || $0.kind == .vanishing }
      if !up.isEmpty { lines.append("En hausse : \(names(up)).") }
      if !down.isEmpty { lines.append("En baisse : \(names(down)).") }
      if up.isEmpty, down.isEmpty {
        lines.append(
          "Entre les deux dernières périodes, aucun changement n’est établi à métier et source égaux.")
      }
    }
    if let candidates = observatory.result?.candidates, let first = candidates.first {
      lines.append(
        "\(link: FrenchNumber.count(candidates.count, "module candidat", "modules candidats"), to: .candidates), dont le premier : \(CandidatePages.name(first), to: .candidate(CandidatePages.id(first))) pour \(first.certification.title, to: .certification(first.certification.code))."
      )
    }
    return lines
  }

  private func names(_ signals: [Signal]) -> PageText {
    let shown = signals.prefix(4).map { PageText(verbatim: $0.family.label, to: .competency($0.family.id)) }
    let rest = signals.count - shown.count
    let list = PageText.list(shown)
    return rest > 0 ? list + " et \(link: FrenchNumber.count(rest, "autre", "autres"), to: .signals())" : list
  }

  /// Families asked for the first time in a month.
  private func first(_ month: Int) -> PageText {
    let facts = observatory.facts
    let new = facts.offersOfFamily.indices.filter { family in
      let offers = facts.offersOfFamily[family]
      return offers.count >= 3 && !offers.contains { facts.cube.months[Int($0)] != Int32(month) }
    }
    guard let one = new.first else { return "" }
    let family = observatory.family(Int32(one))
    return new.count == 1
      ? " ; une compétence y apparaît pour la première fois, \(family.label, to: .competency(family.id))"
      : " ; \(new.count) compétences y apparaissent pour la première fois, dont \(family.label, to: .competency(family.id))"
  }

  private func period() -> PageText {
    guard let windows = observatory.windows else { return "" }
    return
      "La période récente (\(FrenchMonths.range(windows.recent))) est comparée à la précédente (\(FrenchMonths.range(windows.reference)))."
  }

  private func figures(_ portrait: Portrait) -> [Figure] {
    let parts = PageParts(observatory: observatory)
    var figures = [
      parts.figure(
        portrait.total, in: PageScope(), "offre distincte collectée", "offres distinctes collectées",
        to: .offers(nil)),
      Figure(
        counting: portrait.families.count, "compétence demandée", "compétences demandées", to: .competencies),
      parts.figure(portrait.employers, in: PageScope(), "employeur connu", "employeurs connus"),
    ]
    if let result = observatory.result {
      figures.append(
        Figure(
          counting: result.assessments.count, "certification examinée", "certifications examinées",
          to: .certifications))
      figures.append(
        Figure(counting: result.candidates.count, "module candidat", "modules candidats", to: .candidates))
    }
    return figures
  }

  private func cards() -> [Card] {
    [
      Card(
        title: "\(link: "Mon territoire", to: .territories)",
        text:
          "Le portrait d’une région, d’un département, d’un bassin : ce qui est demandé, ce qui émerge, ce qui manque."
      ),
      Card(
        title: "\(link: "Ma filière", to: .filieres)",
        text: "Les métiers d’une filière, leurs compétences et les certifications à compléter."),
      Card(
        title: "\(link: "Une compétence", to: .competencies)",
        text: "Où elle est demandée, dans quels métiers, depuis quand, comment elle est écrite."),
      Card(
        title: "\(link: "Une certification", to: .certifications)",
        text: "Ses blocs face à la demande : ce qui est couvert, ce qui manque."),
      Card(
        title: "\(link: "Les modules candidats", to: .candidates)",
        text: "Les hypothèses de modules additionnels, avec leurs critères et leurs preuves."),
      Card(
        title: "\(link: "Les portefeuilles de parcours", to: .portfolios)",
        text: "Les dix parcours proposés : tirés par règle, discutés, décidés, figés."),
      Card(
        title: "\(link: "Les signaux de terrain", to: .fieldSignals)",
        text: "Ce que disent branches, employeurs et stagiaires, à côté des offres."),
      Card(
        title: "\(link: "Imprimer des fiches", to: .prints)",
        text: "Territoire, filière, certification, dossier de forum : une ou deux pages A4."),
    ]
  }
}
