import SkillMiner

/// Shares as dots on their intervals, one line each, the largest first.
struct RankingChart {
  private let rows: [RankedShare]
  private let scale: Double
  private let links: LinkPolicy

  init(_ rows: [RankedShare], scale: Double, links: LinkPolicy) {
    self.rows = rows
    self.scale = scale
    self.links = links
  }

  func svg(_ chart: PageChart) -> String {
    let step = 24.0
    var canvas = SVGCanvas(width: 760, height: Int(Double(rows.count) * step) + 40)
    let (left, right) = (340.0, 690.0)
    let low = Double(rows.count) * step + 8
    func x(_ share: Double) -> Double { left + min(max(share / scale, 0), 1) * (right - left) }
    for tick in SVGCanvas.ticks(to: scale) {
      canvas.line(x(tick.share), 4, x(tick.share), low, tick.share == 0 ? "axis" : "grid")
      canvas.text(x(tick.share), low + 16, tick.words, anchor: "middle")
    }
    for (index, row) in rows.enumerated() {
      let y = Double(index) * step + 18
      let address = row.link.flatMap(links.page)
      canvas.open(address, label: "\(row.label)\u{A0}: \(FrenchNumber.percent(row.share))")
      canvas.text(left - 10, y + 4, SVGCanvas.cut(row.label, 48), "name", anchor: "end")
      canvas.close(address)
      canvas.line(x(row.lower), y, x(row.upper), y, "interval")
      canvas.line(x(row.lower), y - 4, x(row.lower), y + 4, "interval")
      canvas.line(x(row.upper), y - 4, x(row.upper), y + 4, "interval")
      canvas.circle(
        x(row.share), y, 5, "dot", title: "\(row.label)\u{A0}: \(FrenchNumber.percent(row.share))")
      canvas.text(right + 8, y + 4, FrenchNumber.percent(row.share), "value")
    }
    return canvas.svg(chart, hasLinks: true)
  }
}
