import SkillMiner
import TestSupport
import Testing

@Suite struct SuppressedRowTests {
  private static func cells(_ offers: [Int]) -> [SecrecyRules.Cell] {
    offers.map { SecrecyRules.Cell(offers: $0, employers: $0 / 2) }
  }

  @Test func oneSecretCellTakesAnotherWithIt() {
    #expect(SuppressedRow(Self.cells([3, 40, 25, 0])).isHidden == [true, false, true, false])
    // Two of them, but together still fewer than may be shown: a third goes too.
    #expect(SuppressedRow(Self.cells([3, 40, 25, 2])).isHidden == [true, false, true, true])
    #expect(SuppressedRow(Self.cells([6, 40, 25, 7])).isHidden == [true, false, false, true])
    #expect(SuppressedRow(Self.cells([12, 40, 0])).isHidden == [false, false, false])
    #expect(SuppressedRow(Self.cells([4])).isHidden == [true])
  }

  @Test func whatIsHiddenIsNeverOneCellNorTooFewOffers() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let offers = (0..<Int.random(in: 2...9, using: &generator)).map { _ in
        Int.random(in: 0...30, using: &generator)
      }
      let cells = Self.cells(offers)
      let hidden = SuppressedRow(cells).isHidden
      for index in cells.indices where SecrecyRules().isSecret(cells[index]) { #expect(hidden[index]) }
      let kept = offers.indices.filter { hidden[$0] }
      guard !kept.isEmpty else { continue }
      // Unless nothing is left to hide.
      let left = offers.indices.contains { !hidden[$0] && offers[$0] > 0 }
      #expect(!left || (kept.count >= 2 && kept.reduce(0) { $0 + offers[$1] } >= 10), "\(offers) \(hidden)")
    }
  }
}
