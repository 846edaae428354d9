import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct TileLayoutTests {
  @Test(arguments: [Territory.Level.department, .region]) func everyTerritoryHasOneSquare(
    _ level: Territory.Level
  )
    throws
  {
    let tiles = TileLayout.tiles(level)
    #expect(Set(tiles.map(\.code)).count == tiles.count)
    #expect(Set(tiles.map { [$0.column, $0.row] }).count == tiles.count)
    let known = try EmbeddedTaxonomy.territories().territories.filter { $0.level == level }.map(\.code)
    #expect(Set(known).subtracting(tiles.map(\.code)).isEmpty)
    #expect(tiles.count == (level == .region ? 18 : 101))
  }
}
