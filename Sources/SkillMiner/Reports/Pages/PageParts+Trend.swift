import Taxonomy

/// One family by month.
extension PageParts {
  func trend(_ id: String, _ family: Int32, _ scope: PageScope, label: String) -> PageChart {
    let points = series(family, scope)
    var last = "aucune offre"
    if let point = points.last(where: { $0.share != nil }) {
      last = FrenchMonths.month(point.month) + " : " + FrenchNumber.percent(point.share ?? 0)
      last += " (" + FrenchNumber.count(point.offers, of: point.total) + ")"
    }
    let rows: [[PageCell]] = points.map { trendRow($0, facts.familyIDs[Int(family)], scope) }
    let table = PageTable(
      id + "-table", caption: "Les mêmes chiffres en tableau.",
      columns: [
        .init("mois", "Mois"), .init("part", "Part", .number), .init("bas", "Borne basse", .number),
        .init("haut", "Borne haute", .number), .init("offres", "Offres", .number),
        .init("total", "Offres du mois", .number),
      ], rows: rows)
    return PageChart(
      id, "Part des offres qui demandent « \(label) », par mois",
      description: "Courbe de la part mensuelle avec son intervalle à 95 %. Dernier mois, " + last + ".",
      .trend(TrendData(points: points, windows: observatory.windows)), table: table)
  }

  private func trendRow(_ point: TrendData.Point, _ family: String, _ scope: PageScope) -> [PageCell] {
    let month = PageCell(
      .text(SignalWindows.text(month: point.month)), PageText(verbatim: FrenchMonths.month(point.month)))
    let link = Link.offers(family, scope.during(point.month...point.month))
    let hasOffers = point.total > 0
    let total = count(point.total, in: scope.during(point.month...point.month))
    if point.isKeptBack { return [month, .secret, .secret, .secret, .secret, total] }
    return [
      month, point.share.map { PageCell.share($0) } ?? PageCell.empty,
      hasOffers ? PageCell.share(point.lower) : PageCell.empty,
      hasOffers ? PageCell.share(point.upper) : PageCell.empty,
      PageCell.integer(point.offers, to: link), total,
    ]
  }
}
