import SkillMiner

/// A share over time: a line on its interval, the periods compared shaded.
struct TrendChart {
  private let data: TrendData

  init(_ data: TrendData) { self.data = data }

  func svg(_ chart: PageChart) -> String {
    var canvas = SVGCanvas(width: 760, height: 272)
    let points = data.points
    guard let first = points.first?.month, let last = points.last?.month else {
      canvas.text(20, 40, "Aucune offre datée.")
      return canvas.svg(chart)
    }
    // Intervals of months with three offers would flatten everything else.
    let known = points.filter { $0.share != nil && $0.total >= 10 }
    let top = IntervalChart.scale(for: known.map { min($0.upper, ($0.share ?? 0) * 2.5 + 0.02) }.max() ?? 1)
    let (left, right, low, high) = (52.0, 740.0, 220.0, 16.0)
    let span = Double(max(1, last - first))
    func x(_ month: Double) -> Double { left + (month - Double(first)) / span * (right - left) }
    func y(_ share: Double) -> Double { low - min(max(share / top, 0), 1) * (low - high) }

    if let windows = data.windows {
      for (range, style, name) in [
        (windows.reference, "window before", "avant"), (windows.recent, "window", "récent"),
      ]
      where range.upperBound >= first && range.lowerBound <= last {
        let from = x(max(Double(range.lowerBound) - 0.5, Double(first)))
        let to = x(min(Double(range.upperBound) + 0.5, Double(last)))
        canvas.rect(from, high, max(1, to - from), low - high, style)
        canvas.text((from + to) / 2, high + 12, name, "soft", anchor: "middle")
      }
    }
    for tick in SVGCanvas.ticks(to: top) {
      canvas.line(left, y(tick.share), right, y(tick.share), tick.share == 0 ? "axis" : "grid")
      canvas.text(left - 6, y(tick.share) + 4, tick.words, anchor: "end")
    }
    let every = max(1, Int((span / 8).rounded(.up)))
    for month in stride(from: first, through: last, by: every) {
      canvas.line(x(Double(month)), low, x(Double(month)), low + 4, "axis")
      // The last one ends with the drawing.
      let isLast = x(Double(month)) > right - 24
      canvas.text(
        isLast ? right + 16 : x(Double(month)), low + 18, FrenchMonths.short(month),
        anchor: isLast ? "end" : "middle")
    }
    for run in runs(known) {
      canvas.path(
        run.map { (x(Double($0.month)), y($0.upper)) }
          + run.reversed().map { (x(Double($0.month)), y($0.lower)) },
        "band", closed: true)
      canvas.path(run.map { (x(Double($0.month)), y($0.share ?? 0)) }, "curve")
    }
    for point in points where point.share != nil {
      canvas.circle(
        x(Double(point.month)), y(point.share ?? 0), point.total >= 10 ? 3 : 2,
        point.total >= 10 ? "dot" : "dot faint",
        title:
          "\(FrenchMonths.short(point.month))\u{A0}: \(FrenchNumber.percent(point.share ?? 0)) (\(FrenchNumber.count(point.offers, of: point.total)))"
      )
    }
    var key = "Bande\u{A0}: intervalle à 95\u{A0}%. Points pâles\u{A0}: moins de 10 offres dans le mois."
    if points.contains(where: \.isKeptBack) { key += " Sans point\u{A0}: \(PageCell.secretWords)." }
    canvas.text(left, 264, key, "soft")
    return canvas.svg(chart)
  }

  /// Stretches without a missing month.
  private func runs(_ points: [TrendData.Point]) -> [[TrendData.Point]] {
    var runs: [[TrendData.Point]] = []
    for point in points {
      if let last = runs.last?.last, point.month == last.month + 1 {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }
}
