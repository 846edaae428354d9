import SkillMiner

/// Shares by row and column as tinted squares with their numbers.
struct HeatmapChart {
  private let data: HeatmapData

  init(_ data: HeatmapData) { self.data = data }

  func svg(_ chart: PageChart) -> String {
    let (left, top, step) = (300.0, 140.0, 24.0)
    let columns = Double(max(1, data.columns.count))
    let cell = min(64.0, max(40.0, 520.0 / columns))
    var canvas = SVGCanvas(
      width: Int(left + cell * columns) + 130, height: Int(top + Double(data.rows.count) * step) + 34)
    let largest = data.shares.flatMap { $0 }.compactMap { $0 }.max() ?? 1
    for (index, name) in data.columns.enumerated() {
      let x = left + Double(index) * cell + cell / 2
      canvas.slanted(x, top - 8, SVGCanvas.cut(name, 34))
    }
    for (index, name) in data.rows.enumerated() {
      let y = top + Double(index) * step
      canvas.text(left - 8, y + 16, SVGCanvas.cut(name, 42), "name", anchor: "end")
      for (column, share) in data.shares[index].enumerated() {
        let x = left + Double(column) * cell
        guard let share else {
          canvas.rect(x, y, cell - 2, step - 2, "heat secret")
          canvas.text(x + cell / 2 - 1, y + 15, "s", "onLight", anchor: "middle")
          continue
        }
        let tint = share <= 0 ? 0 : min(6, 1 + Int(share / max(largest, 0.01) * 5.99))
        canvas.rect(x, y, cell - 2, step - 2, "heat h\(tint)")
        if share >= 0.005 {
          canvas.text(
            x + cell / 2 - 1, y + 15, FrenchNumber.decimal(share * 100, digits: 0),
            tint >= 4 ? "onDark" : "onLight",
            anchor: "middle")
        }
      }
    }
    let isWhole = data.shares.allSatisfy { $0.allSatisfy { $0 != nil } }
    canvas.text(
      left, top + Double(data.rows.count) * step + 22,
      "Sans chiffre\u{A0}: moins de 0,5\u{A0}%." + (isWhole ? "" : " s\u{A0}: \(PageCell.secretWords)."),
      "soft")
    return canvas.svg(chart, isTall: true)
  }
}

extension SVGCanvas {
  /// Words that rise to the right.
  mutating func slanted(_ x: Double, _ y: Double, _ words: String) {
    text(x, y, words, "slanted\" transform=\"rotate(-38 \(Self.n(x)) \(Self.n(y)))")
  }
}
