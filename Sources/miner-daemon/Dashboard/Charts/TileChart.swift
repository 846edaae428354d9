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
    let scale = MapScale(data)
    var canvas = SVGCanvas(
      width: max(420, columns * Int(side) + 10), height: rows * Int(side) + 18 + scale.height)
    for tile in data.tiles {
      let (x, y) = (Double(tile.column) * side + 5, Double(tile.row) * side + 5)
      let tint = tile.value.map(scale.tint)
      let address = tile.link.flatMap(links.page)
      canvas.open(address, label: tile.text)
      canvas.rect(
        x, y, side - 3, side - 3, tint.map { "heat h\($0)" } ?? MapScale.style(tile), title: tile.text)
      let style = (tint ?? 0) >= 4 ? "onDark" : "onLight"
      canvas.text(x + (side - 3) / 2, y + 17, tile.code, style + " code", anchor: "middle")
      if let value = tile.value {
        canvas.text(x + (side - 3) / 2, y + 33, scale.label(value), style + " small", anchor: "middle")
      } else if tile.isSecret {
        canvas.text(x + (side - 3) / 2, y + 33, "s", "onLight small", anchor: "middle")
      }
      canvas.close(address)
    }
    scale.legend(&canvas, y: Double(rows) * side + 16)
    return canvas.svg(chart, hasLinks: true)
  }
}
