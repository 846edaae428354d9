import SkillMiner

/// Territories as squares of one size: a large empty one does not outweigh a small busy one.
struct TileChart {
  private let data: TileData
  private let links: LinkPolicy

  init(_ data: TileData, links: LinkPolicy) {
    self.data = data
    self.links = links
  }

  func svg(_ chart: PageChart) -> String {
    let side = 44.0
    let columns = (data.tiles.map(\.column).max() ?? 0) + 1
    let rows = (data.tiles.map(\.row).max() ?? 0) + 1
    var canvas = SVGCanvas(
      width: max(420, columns * Int(side) + 10), height: rows * Int(side) + 56)
    let values = data.tiles.compactMap(\.value).sorted()
    for tile in data.tiles {
      let (x, y) = (Double(tile.column) * side + 5, Double(tile.row) * side + 5)
      let tint = tile.value.map { self.tint($0, values) }
      let address = tile.link.flatMap(links.page)
      canvas.open(address, label: tile.text)
      canvas.rect(x, y, side - 3, side - 3, tint.map { "heat h\($0)" } ?? "heat none", title: tile.text)
      let style = (tint ?? 0) >= 4 ? "onDark" : "onLight"
      canvas.text(x + (side - 3) / 2, y + 17, tile.code, style + " code", anchor: "middle")
      if let value = tile.value {
        let label =
          data.isShare
          ? FrenchNumber.decimal(value * 100, digits: 0) + "\u{A0}%" : FrenchNumber.integer(Int(value))
        canvas.text(x + (side - 3) / 2, y + 33, label, style + " small", anchor: "middle")
      }
      canvas.close(address)
    }
    legend(&canvas, values, y: Double(rows) * side + 16)
    return canvas.svg(chart, hasLinks: true)
  }

  /// Fifths of the territories that have a value; none is 0.
  private func tint(_ value: Double, _ values: [Double]) -> Int {
    guard value > 0, let last = values.last, last > 0 else { return 0 }
    guard !data.isShare else { return min(6, 1 + Int(value / last * 5.99)) }
    let below = values.count { $0 < value }
    return min(6, 1 + below * 6 / max(1, values.count))
  }

  private func legend(_ canvas: inout SVGCanvas, _ values: [Double], y: Double) {
    for tint in 1...6 { canvas.rect(5 + Double(tint - 1) * 22, y, 20, 12, "heat h\(tint)") }
    let low = values.first { $0 > 0 } ?? 0
    let high = values.last ?? 0
    let text =
      data.isShare
      ? "jusqu’à \(FrenchNumber.percent(high))"
      : "de \(FrenchNumber.integer(Int(low))) à \(FrenchNumber.integer(Int(high)))"
    canvas.text(145, y + 11, "\(data.legend), \(text)")
    canvas.rect(5, y + 18, 20, 12, "heat none")
    canvas.text(145, y + 29, data.isShare ? "moins de 10 offres" : "aucune offre collectée", "soft")
  }
}
