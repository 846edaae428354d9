import Testing

@testable import SkillMiner

@Suite struct MersenneTwisterTests {
  /// First words and draws of `random.Random(1)` of Python 3.
  @Test func drawsAsPythonDoes() {
    var words = MersenneTwister(seed: 1)
    #expect((0..<3).map { _ in words.next() } == [577_090_037, 2_444_712_010, 3_639_700_191])
    var draws = MersenneTwister(seed: 1)
    #expect((0..<10).map { _ in draws.below(84) } == [17, 72, 8, 32, 15, 63, 57, 60, 83, 48])
  }

  @Test func staysBelowAnyBound() {
    var generator = MersenneTwister(seed: 7)
    for bound in [1, 2, 3, 64, 1000] {
      for _ in 0..<700 { #expect((0..<bound).contains(generator.below(bound))) }
    }
  }
}
