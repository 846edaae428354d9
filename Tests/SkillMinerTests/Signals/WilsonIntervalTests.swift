import SkillMiner
import Testing

@Suite struct WilsonIntervalTests {
  /// Table I of Newcombe (1998), *Two-sided confidence intervals for the single proportion*, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func publishedValues(successes: Int, total: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval(successes: successes, total: total)
    #expect(abs(interval.lower - lower) < 5e-5)
    #expect(abs(interval.upper - upper) < 5e-5)
  }

  /// The bounds are the shares at which the score test just keeps the observation: |p − b| = z √(b(1−b)/n).
  @Test func boundsSolveTheScoreEquation() {
    for (p, n) in [(0.31, 160.0), (0.02, 57.5), (0.5, 3.0), (0.97, 1200.0)] {
      let interval = WilsonInterval(share: p, size: n)
      for bound in [interval.lower, interval.upper] {
        let spread = WilsonInterval.z95 * (bound * (1 - bound) / n).squareRoot()
        #expect(abs(abs(p - bound) - spread) < 1e-12)
      }
    }
  }

  @Test func edges() {
    let nothing = WilsonInterval(successes: 0, total: 0)
    #expect(nothing.lower == 0 && nothing.upper == 1)
    let all = WilsonInterval(successes: 5, total: 5)
    #expect(all.upper == 1 && all.lower > 0.56 && all.lower < 0.57)
    #expect(WilsonInterval(share: .nan, size: 10).upper == 1)
  }
}
