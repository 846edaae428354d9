import SkillMiner

/// What changed inside occupations and what their mix brought, as two bars a row from a common zero.
struct DecompositionChart {
  private let rows: [ChangeParts]

  init(_ rows: [ChangeParts]) { self.rows = rows }

  func svg(_ chart: PageChart) -> String {
    let step = 34.0
    var canvas = SVGCanvas(width: 760, height: Int(Double(rows.count) * step) + 60)
    let (left, right) = (330.0, 700.0)
    let low = Double(rows.count) * step + 30
    let largest = max(0.005, rows.flatMap { [$0.within.magnitude, $0.mix.magnitude] }.max() ?? 0.01)
    let zero = (left + right) / 2
    func x(_ value: Double) -> Double { zero + value / largest * (right - left) / 2 }
    canvas.rect(left, 4, 12, 12, "within")
    canvas.text(left + 18, 14, "dans les métiers")
    canvas.rect(left + 150, 4, 12, 12, "mix")
    canvas.text(left + 168, 14, "composition de la collecte")
    for (index, row) in rows.enumerated() {
      let y = Double(index) * step + 30
      canvas.text(left - 10, y + 15, SVGCanvas.cut(row.label, 46), "name", anchor: "end")
      for (offset, value, style, name) in [
        (0.0, row.within, "within", "dans les métiers"), (12.0, row.mix, "mix", "composition"),
      ] {
        let to = x(value)
        canvas.rect(
          min(zero, to), y + offset, max(1, (to - zero).magnitude), 10, style,
          title: "\(row.label), \(name)\u{A0}: \(Self.points(value))")
      }
    }
    canvas.line(zero, 24, zero, low, "axis")
    canvas.text(zero, low + 18, "0", anchor: "middle")
    canvas.text(left, low + 18, "−\(Self.points(largest))")
    canvas.text(right, low + 18, "+\(Self.points(largest))", anchor: "end")
    return canvas.svg(chart)
  }

  /// A difference of shares with its word; below two it stands in the singular.
  private static func points(_ value: Double) -> String {
    "\(FrenchNumber.decimal(value * 100, digits: 1))\u{A0}\(value.magnitude < 0.02 ? "point" : "points")"
  }
}
