import SkillMiner
import Testing

@testable import miner_daemon

@Suite struct MapScaleTests {
  private func legend(_ values: [Double?], secret: Int = 0, isShare: Bool = false) -> (
    scale: MapScale, body: String
  ) {
    let tiles = values.indices.map { place in
      TileData.Tile(
        code: "\(place)", name: "", column: place, row: 0, value: values[place], isSecret: place < secret,
        text: "",
        link: nil)
    }
    let scale = MapScale(TileData(tiles: tiles, legend: "offres collectées", isShare: isShare))
    var canvas = SVGCanvas(width: 420, height: 80)
    scale.legend(&canvas, y: 0)
    return (scale, canvas.body)
  }

  /// What is kept back is told from what is not there, and has a line of its own in the legend.
  @Test func whatIsKeptBackIsTold() {
    let (whole, some) = (legend([nil, 12, 1234]), legend([nil, 12, 1234], secret: 1))
    #expect(!whole.body.contains("secret statistique") && some.body.contains(">secret statistique<"))
    #expect(some.scale.height > whole.scale.height)
    let tile = TileData.Tile(
      code: "08", name: "Ardennes", column: 0, row: 0, value: nil, isSecret: true, text: "", link: nil)
    #expect(MapScale.style(tile) == "heat secret" && MapScale.style(nil) == "heat none")
  }

  @Test func boundsAreSaidOnce() {
    #expect(legend([12, 1234]).body.contains("offres collectées, de 12 à 1\u{202F}234<"))
    #expect(legend([608, nil]).body.contains("offres collectées, 608<"))
    #expect(legend([nil]).body.contains(">offres collectées<"))
    #expect(legend([0.1, 0.35], isShare: true).body.contains("jusqu’à 35\u{A0}%<"))
  }
}
