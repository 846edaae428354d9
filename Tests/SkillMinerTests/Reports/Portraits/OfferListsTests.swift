import TestSupport
import Testing

@testable import SkillMiner

@Suite struct OfferListsTests {
  /// Lists of like and of very unlike length share what sets share.
  @Test func commonIsTheIntersection() {
    var generator = SeededGenerator(seed: 31)
    for round in 0..<300 {
      let span = Int32.random(in: 1...4000, using: &generator)
      func list(_ chance: Int) -> [Int32] {
        (0..<span).filter { _ in Int.random(in: 0..<chance, using: &generator) == 0 }
      }
      let a = list(round % 3 == 0 ? 1 : 2)
      let b = list(round % 2 == 0 ? 150 : 2)
      let expected = Set(a).intersection(b).sorted()
      #expect(OfferLists.common(a, b) == expected)
      #expect(OfferLists.common(b, a) == expected)
    }
  }

  @Test func nothingIsSharedWithNothing() {
    #expect(OfferLists.common([], [1, 2, 3]).isEmpty)
    #expect(OfferLists.common([9], Array(0..<9)).isEmpty)
    #expect(OfferLists.common([0, 8], Array(0..<9)) == [0, 8])
  }
}
