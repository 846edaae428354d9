import SkillMiner

/// Territories with their true outlines, tinted by their value.
struct OutlineChart {
  private let data: TileData
  private let outlines: MapOutlines.Drawing
  private let links: LinkPolicy

  init(_ data: TileData, _ outlines: MapOutlines.Drawing, links: LinkPolicy) {
    self.data = data
    self.outlines = outlines
    self.links = links
  }

  func svg(_ chart: PageChart) -> String {
    let scale = MapScale(data)
    let margin = 5.0
    var canvas = SVGCanvas(
      width: Int(outlines.width + 2 * margin), height: Int(outlines.height + 2 * margin) + 18 + scale.height)
    let tiles = Dictionary(data.tiles.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for shape in outlines.shapes {
      let tile = tiles[shape.code]
      let tint = tile?.value.map(scale.tint)
      let address = tile?.link.flatMap(links.page)
      let text = tile?.text ?? shape.code
      canvas.open(address, label: text)
      canvas.area(
        shape.rings.map { ring in ring.map { ($0.x + margin, $0.y + margin) } },
        tint.map { "heat land h\($0)" } ?? MapScale.style(tile), title: text)
      canvas.close(address)
    }
    scale.legend(&canvas, y: outlines.height + 2 * margin + 12)
    return canvas.svg(chart, hasLinks: true)
  }
}
