import TestSupport
import Testing

@testable import SkillMiner

@Suite struct LineTallyTests {
  private static let rules = SecrecyRules()

  /// Every scope, window and family counts what a portrait of its offers counts; employers as far as the rules look.
  @Test func countsWhatPortraitsCount() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let facts = OfferFacts(cube(&generator), places: [:])
      let all = (0..<Int32(facts.cube.count)).map { $0 }
      // Scopes share offers, as a département and its communes do.
      let lists = [all.filter { _ in Bool.random(using: &generator) }, [], all]
      let periods = [24_280...24_283, 24_284...24_284]
      let tally = LineTally(lists, periods: periods, rules: Self.rules, of: facts)
      var asked: Set<Int32> = []
      for key in [HiddenCells.all] + facts.familyIDs.indices.map(Int32.init) {
        let figures = tally.figures(key, of: facts)
        #expect(figures.map(\.scope) == figures.map(\.scope).sorted())
        for (scope, offers) in lists.enumerated() {
          let expected = windows(periods).map { months in
            cell(offers.filter { months?.contains(Int(facts.cube.months[Int($0)])) ?? true }, key, facts)
          }
          let cells = figures.first { $0.scope == scope }?.cells
          if expected.contains(where: { $0.offers > 0 }) {
            #expect(cells == expected)
            if key != HiddenCells.all { asked.insert(key) }
          } else {
            #expect(cells == nil)
          }
        }
      }
      #expect(tally.families == asked.sorted())
    }
  }

  /// Where two periods were not found, only all months count.
  @Test func withoutPeriods() {
    var generator = SeededGenerator(seed: 12)
    let facts = OfferFacts(cube(&generator), places: [:])
    let all = (0..<Int32(facts.cube.count)).map { $0 }
    let figures = LineTally([all], periods: [], rules: Self.rules, of: facts).figures(
      HiddenCells.all, of: facts)
    #expect(
      figures.map(\.cells) == [windows([]).map { $0 == nil ? cell(all, -1, facts) : cell([], -1, facts) }])
    #expect(LineTally([[]], periods: [], rules: Self.rules, of: facts).families.isEmpty)
  }

  /// Three periods, of which some have no months, then all months.
  private func windows(_ periods: [ClosedRange<Int>]) -> [ClosedRange<Int>?] {
    (0..<LineTally.whole).map { $0 < periods.count ? periods[$0] : -9 ... -8 } + [nil]
  }

  private func cell(_ offers: [Int32], _ key: Int32, _ facts: OfferFacts) -> SecrecyRules.Cell {
    let portrait = Portrait(offers, of: facts)
    let (count, employers) =
      key == HiddenCells.all
      ? (portrait.total, portrait.employers)
      : (portrait.demand(key)?.offers ?? 0, portrait.demand(key)?.employers ?? 0)
    return SecrecyRules.Cell(offers: count, employers: min(employers, Self.rules.employers))
  }

  /// Some offers, re-posts among them, of few employers or of nobody known.
  private func cube(_ generator: inout SeededGenerator) -> CubeColumns {
    var cube = CubeColumns()
    cube.sourceNames = ["essai"]
    cube.familyNames = Dictionary(uniqueKeysWithValues: (0..<9).map { (Int32($0), "f\($0)") })
    for row in 1...Int.random(in: 2...60, using: &generator) {
      cube.offers.append(Int64(row))
      cube.clusters.append(Int64(Int.random(in: max(1, row - 2)...row, using: &generator)))
      cube.months.append(
        Int.random(in: 0...4, using: &generator) == 0
          ? -1 : Int32.random(in: 24_279...24_285, using: &generator))
      cube.sources.append(0)
      cube.occupations.append(-1)
      cube.employers.append(Int32.random(in: -1...8, using: &generator))
      cube.sectors.append(-1)
      let asked = Set((0..<3).map { _ in Int32.random(in: 0..<9, using: &generator) })
      cube.families += asked.sorted()
      cube.familyStarts.append(cube.families.count)
    }
    return cube
  }
}
