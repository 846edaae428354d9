import SkillMiner

/// Drawings that stand in a cell of a table; the numbers beside them say the same, so they are hidden from readers. Their
/// look is in attributes: they are printed on sheets, and WeasyPrint of Debian 12 takes no style of a page into a drawing.
enum MiniCharts {
  /// A share on its interval.
  static func interval(share: Double, lower: Double, upper: Double, scale: Double) -> String {
    func x(_ value: Double) -> String { SVGCanvas.n(4 + min(max(value / max(scale, 0.01), 0), 1) * 132) }
    return """
      <svg class="mini" viewBox="0 0 140 14" width="140" height="14" aria-hidden="true">\
      <line stroke="\(SiteStyle.grid)" x1="4" y1="7" x2="136" y2="7"/>\
      <line stroke="\(SiteStyle.blue)" stroke-width="2" x1="\(x(lower))" y1="7" x2="\(x(upper))" y2="7"/>\
      <circle fill="\(SiteStyle.blue)" cx="\(x(share))" cy="7" r="4"/></svg>
      """
  }

  /// Values by month.
  static func spark(_ values: [Double]) -> String {
    guard values.count > 1, let top = values.max(), top > 0 else { return "<span class=\"soft\">–</span>" }
    let points = values.enumerated().map { index, value in
      let x = 2 + Double(index) / Double(values.count - 1) * 96
      return "\(SVGCanvas.n(x)) \(SVGCanvas.n(20 - value / top * 17))"
    }
    return """
      <svg class="mini spark" viewBox="0 0 100 22" width="100" height="22" aria-hidden="true">\
      <polyline fill="none" stroke="\(SiteStyle.blue)" stroke-width="2" stroke-linejoin="round" points="\(points.joined(separator: " "))"/></svg>
      """
  }
}
