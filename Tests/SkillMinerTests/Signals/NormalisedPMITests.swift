import SkillMiner
import Testing

@Suite struct NormalisedPMITests {
  /// Reference values from the definition, ln(p(xy)/(p(x)p(y))) / −ln p(xy), in double precision elsewhere.
  @Test(arguments: [
    (10, 20, 30, 100, 0.2218487496163564), (5, 50, 50, 100, -0.5372435736804817), (20, 20, 20, 100, 1.0),
  ])
  func definition(both: Int, first: Int, second: Int, total: Int, expected: Double) {
    let value = NormalisedPMI.value(both: both, first: first, second: second, total: total)
    #expect(abs(value - expected) < 1e-12)
  }

  @Test func edges() {
    #expect(NormalisedPMI.value(both: 0, first: 3, second: 4, total: 10) == -1)
    #expect(NormalisedPMI.value(both: 10, first: 10, second: 10, total: 10) == 1)
    #expect(abs(NormalisedPMI.value(both: 25, first: 50, second: 50, total: 100)) < 1e-12)
    #expect(NormalisedPMI.value(both: 0, first: 0, second: 4, total: 10) == 0)
    #expect(NormalisedPMI.value(both: 0, first: 0, second: 0, total: 0) == 0)
  }
}
