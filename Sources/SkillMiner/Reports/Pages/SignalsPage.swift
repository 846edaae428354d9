import Taxonomy

/// The table of signals of a scope, with its filters.
struct SignalsPage {
  let observatory: Observatory

  /// - Throws: `PageRequest.BadFilter`.
  func page(_ request: PageRequest) throws -> SitePage {
    let scope = try request.scope(observatory)
    let kind = try request.text("classe").map { text in
      guard let kind = SignalClass(rawValue: text) else {
        throw PageRequest.BadFilter(
          name: "classe", value: text,
          advice: "Classes : " + SignalClass.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return kind
    }
    let parts = PageParts(observatory: observatory)
    var page = SitePage(
      .signals(scope, kind: kind), "Qu’est-ce qui émerge, qu’est-ce qui décline ?", kicker: "Signaux")
    page.crumbs = [PageText(verbatim: observatory.name(scope).firstUppercased, to: Self.home(of: scope))]
    var blocks: [Block] = [.facets(facets(scope, kind))]
    switch observatory.signals(scope) {
    case .none(let why):
      page.lead = [PageText(verbatim: FrenchSpacing.apply(why))]
    case .table where observatory.hides(nil, in: scope): page.lead = parts.keptBack
    case .table(let result):
      let windows = result.request.windows
      let counts = SignalClass.allCases.compactMap { kind -> String? in
        let n = result.table.signals.count { $0.kind == kind }
        return n > 0 ? "\(FrenchWords.signal(kind)) (\(FrenchNumber.integer(n)))" : nil
      }
      let offers = parts.offersOfPeriods(result, scope)
      page.lead = [
        "\(observatory.name(scope).firstUppercased) : \(FrenchMonths.range(windows.recent)) (\(offers.recent)), comparé à la période de référence, \(FrenchMonths.range(windows.reference)) (\(offers.reference)).",
        "Constats, par nombre de compétences : \(counts.joined(separator: ", ")).",
      ]
      page.warnings = PageParts.warnings(result.warnings)
      let shown = result.table.signals.filter { signal in
        kind.map { signal.kind == $0 } ?? (signal.kind != .insufficient)
      }
      let size = 100
      let number = Pager.number(request.page, count: shown.count, size: size)
      let start = (number - 1) * size
      if shown.isEmpty {
        blocks.append(
          .text(
            "Aucune compétence avec ce filtre. \(link: "Retirer le filtre de classe", to: .signals(scope))"))
      } else {
        if number == 1, let chart = parts.quadrant("quadrant", result, scope, limit: 50) {
          blocks.append(.chart(chart))
        }
        blocks.append(
          .table(
            parts.signalTable(
              "signaux", parts.rows(Array(shown.dropFirst(start).prefix(size)), scope, windows), scope,
              windows: windows, limit: size,
              caption:
                "Compétences, du constat le plus fort au plus faible. Chaque nombre d’offres mène aux phrases."
            )))
        blocks += Pager.blocks(count: shown.count, size: size, page: number) {
          Link(["signaux"], query: scope.query + [("classe", kind?.rawValue), ("page", String($0))])
        }
      }
      let left = result.table.signals.count { $0.kind == .insufficient }
      if kind == nil, left > 0 {
        blocks.append(
          .text(
            "\(left, "compétence dont les données sont insuffisantes n’est pas dans ce tableau", "compétences dont les données sont insuffisantes ne sont pas dans ce tableau"). \(link: left > 1 ? "Les voir" : "La voir", to: .signals(scope, kind: .insufficient))"
          ))
      }
      blocks += [.explanation(.signal), .explanation(.parts)]
    }
    page.sections = [SitePage.Section("signaux", "Tableau", blocks)]
    page.methods = [.offers]
    return page
  }

  /// The page of what is all the scope says.
  private static func home(of scope: PageScope) -> Link? {
    if let key = scope.territory, scope == PageScope(territory: key) { return .territory(key) }
    if let id = scope.filiere, scope == PageScope(filiere: id) { return .filiere(id) }
    if let code = scope.occupation, scope == PageScope(occupation: code) { return .occupation(code) }
    return nil
  }

  private func facets(_ scope: PageScope, _ kind: SignalClass?) -> [Facet] {
    var classes = [
      Facet.Choice(label: "toutes", count: nil, link: .signals(scope), isChosen: kind == nil)
    ]
    if case .table(let result) = observatory.signals(scope) {
      for choice in SignalClass.allCases {
        let n = result.table.signals.count { $0.kind == choice }
        guard n > 0 else { continue }
        classes.append(
          Facet.Choice(
            label: FrenchWords.signal(choice), count: n, link: .signals(scope, kind: choice),
            isChosen: kind == choice))
      }
    }
    return [Facet(title: "Classe", choices: classes)]
      + ScopeFacets(observatory).facets(scope) { .signals($0, kind: kind) }
  }
}
