import TestSupport
import Testing

@testable import SkillMiner

@Suite struct CellCountsTests {
  /// Mentions put in order count what a portrait counts, whichever of the two ways is taken.
  @Test func fewOffersCountAsInAPortrait() {
    var generator = SeededGenerator(seed: 11)
    var ways: Set<Bool> = []
    for _ in 0..<60 {
      let facts = OfferFacts(cube(&generator, families: 200), places: [:])
      let members = (0..<Int32(facts.cube.count)).filter { _ in Bool.random(using: &generator) }
      ways.insert(members.reduce(0) { $0 + facts.families(of: $1).count } < facts.familyIDs.count / 4)
      let counts = CellCounts(members, of: facts)
      let portrait = Portrait(members, of: facts)
      #expect(counts.all == SecrecyRules.Cell(offers: portrait.total, employers: portrait.employers))
      #expect(counts.families.map(\.family) == portrait.families.map(\.family).sorted())
      for (family, cell) in counts.families {
        let demand = portrait.demand(family)
        #expect(cell.offers == demand?.offers)
        #expect(cell.employers == demand?.employers)
      }
    }
    #expect(ways.count == 2)
  }

  @Test func nobodyAsksForNothing() {
    var generator = SeededGenerator(seed: 12)
    let counts = CellCounts([], of: OfferFacts(cube(&generator, families: 3), places: [:]))
    #expect(counts.all == SecrecyRules.Cell(offers: 0, employers: 0))
    #expect(counts.families.isEmpty)
  }

  /// Some offers, re-posts among them, of few employers or of nobody known.
  private func cube(_ generator: inout SeededGenerator, families: Int) -> CubeColumns {
    var cube = CubeColumns()
    cube.sourceNames = ["essai"]
    cube.familyNames = Dictionary(uniqueKeysWithValues: (0..<families).map { (Int32($0), "f\($0)") })
    for row in 1...Int.random(in: 2...60, using: &generator) {
      cube.offers.append(Int64(row))
      cube.clusters.append(Int64(Int.random(in: max(1, row - 2)...row, using: &generator)))
      cube.months.append(24_290)
      cube.sources.append(0)
      cube.occupations.append(-1)
      cube.employers.append(Int32.random(in: -1...4, using: &generator))
      cube.sectors.append(-1)
      let asked = Set((0..<3).map { _ in Int32.random(in: 0..<Int32(families), using: &generator) })
      cube.families += asked.sorted()
      cube.familyStarts.append(cube.families.count)
    }
    return cube
  }
}
