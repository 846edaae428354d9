import Taxonomy

/// What is asked for: tables and rankings of families.
extension PageParts {
  /// The most demanded families of a scope.
  ///
  /// - Parameter isShown: leaves families out (soft skills, small cells).
  func demandTable(
    _ id: String, _ scope: PageScope, limit: Int, spark: Bool = true, caption: PageText,
    where isShown: (Portrait.Demand, CompetencyFamily) -> Bool = { _, _ in true }
  ) -> PageTable {
    let portrait = observatory.portrait(scope)
    var shown: [(Portrait.Demand, CompetencyFamily)] = []
    for demand in portrait.families where shown.count < limit {
      let family = observatory.family(demand.family)
      if isShown(demand, family) { shown.append((demand, family)) }
    }
    let scale = IntervalChart.scale(for: shown.map(\.0.interval.upper).max() ?? 1)
    var columns: [PageTable.Column] = [
      .init("competence", "Compétence"), .init("besoin", "Besoin et intervalle à 95 %", .visual),
      .init("offres", "Offres", .number), .init("employeurs", "Employeurs", .number),
    ]
    // Few offers a month draw no line; a column of dashes would say nothing.
    let lines =
      spark
      ? shown.map { demand, _ in
        observatory.hides(demand.family, in: scope) ? [] : sparkline(demand.family, portrait, scope)
      } : []
    let hasLines = lines.contains { !$0.isEmpty }
    if hasLines { columns.append(.init("evolution", "Par mois", .visual)) }
    let rows = shown.enumerated().map { place, pair -> [PageCell] in
      let (demand, family) = pair
      var cells: [PageCell] = [
        PageCell(
          .text(family.label), PageText(verbatim: family.label, to: .competency(family.id)),
          note: PageText(verbatim: FrenchWords.kind(family.kind)))
      ]
      if observatory.hides(demand.family, in: scope) {
        cells += [.secret, .secret, .secret]
        if hasLines { cells.append(.spark([])) }
        return cells
      }
      cells += [
        share(demand, scale: scale), .integer(demand.offers, to: .offers(family.id, scope)),
        .integer(demand.employers),
      ]
      if hasLines { cells.append(.spark(lines[place])) }
      return cells
    }
    return PageTable(id, caption: caption, columns: columns, rows: rows)
  }

  func share(_ demand: Portrait.Demand, scale: Double) -> PageCell {
    PageCell(
      .share(demand.share), PageText(verbatim: FrenchNumber.percent(demand.share)),
      note: PageText(verbatim: FrenchNumber.percentRange(demand.interval.lower, demand.interval.upper)),
      visual: .interval(
        share: demand.share, lower: demand.interval.lower, upper: demand.interval.upper, scale: scale))
  }

  /// Shares of the last two years by month, months with few offers taken as the month before; empty when most months have
  /// few, because a line would show chance alone. Published by month are all offers together only.
  func sparkline(_ family: Int32, _ portrait: Portrait, _ scope: PageScope) -> [Double] {
    guard observatory.showsEverything || scope == PageScope() else { return [] }
    let points = series(family, scope).suffix(24)
    guard points.count(where: { $0.total >= 20 }) * 2 > points.count else { return [] }
    var last = 0.0
    return points.map { point in
      if let share = point.share, point.total >= 20 { last = share }
      return last
    }
  }

  func ranking(_ id: String, _ scope: PageScope, limit: Int, title: PageText) -> PageChart {
    let table = demandTable(
      id + "-table", scope, limit: limit, spark: false,
      caption: "Les mêmes chiffres en tableau."
    ) { Self.isTrade($1) }
    let ranked = leading(scope, limit: limit).map { demand, family in
      RankedShare(
        label: family.label, link: .competency(family.id), share: demand.share,
        lower: demand.interval.lower, upper: demand.interval.upper)
    }
    let scale = IntervalChart.scale(for: ranked.map(\.upper).max() ?? 1)
    let words = ranked.prefix(3).map { "\($0.label) \(FrenchNumber.percent($0.share))" }
    return PageChart(
      id, title,
      description: "Parts des offres avec leurs intervalles. En tête : \(words.joined(separator: ", ")).",
      .ranking(ranked, scale: scale), table: table)
  }
}
