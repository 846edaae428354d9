import Testing

@testable import SkillMiner

@Suite struct LogLikelihoodRatioTests {
  /// Table 1 of Dunning (1993): bigrams of 30,000 words of newspaper text, −2 log λ with both, first only, second only,
  /// neither.
  @Test(arguments: [
    (270.72, 110, 2442, 111, 29114), (263.90, 29, 13, 123, 31612), (256.84, 31, 23, 139, 31584),
    (167.23, 10, 0, 3, 31764),
  ])
  func publishedValues(value: Double, both: Int, first: Int, second: Int, neither: Int) {
    let ratio = LogLikelihoodRatio(
      both: both, first: both + first, second: both + second, all: both + first + second + neither)
    #expect(abs(ratio.value - value) < 0.006)
    #expect(ratio.isAttraction)
  }

  @Test func independenceGivesZero() {
    let ratio = LogLikelihoodRatio(both: 6, first: 20, second: 30, all: 100)
    #expect(ratio.value.magnitude < 1e-9)
    #expect(!ratio.isAttraction)
    #expect(LogLikelihoodRatio(both: 0, first: 0, second: 0, all: 0).value == 0)
  }
}
