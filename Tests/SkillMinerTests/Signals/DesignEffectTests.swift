import SkillMiner
import Testing

@Suite struct DesignEffectTests {
  private func effect(_ clusters: [(Int, Int)]) -> DesignEffect {
    DesignEffect(clusters: clusters.map { DesignEffect.Cluster(successes: $0.0, size: $0.1) })
  }

  /// Reference computed with exact fractions from the formula of the ratio estimator.
  @Test func ratioEstimator() {
    let effect = effect([(3, 10), (0, 5), (4, 4), (2, 12), (1, 1), (0, 1), (0, 1)])
    #expect(abs(effect.value - 2.173202614379085) < 1e-12)
    #expect(abs(effect.effectiveSize - 15.645112781954888) < 1e-12)
  }

  /// n employers with one offer each: deff = n/(n−1), the usual correction and nothing more.
  @Test func independentOffers() {
    let effect = effect((0..<50).map { ($0 < 20 ? 1 : 0, 1) })
    #expect(abs(effect.value - 50.0 / 49.0) < 1e-12)
  }

  /// Ten employers of ten offers that each say all or nothing are worth about ten offers.
  @Test func identicalOffersInsideEmployers() {
    let effect = effect((0..<10).map { ($0 < 4 ? 10 : 0, 10) })
    #expect(abs(effect.value - 100.0 / 9.0) < 1e-12)
    #expect(abs(effect.effectiveSize - 9) < 1e-12)
  }

  @Test func neverClaimsMoreThanIndependence() {
    #expect(effect([(1, 2), (1, 2), (1, 2), (1, 2)]).value == 1)
  }

  @Test func degenerateSamples() {
    #expect(effect([]).effectiveSize == 0)
    #expect(effect([(7, 20)]).effectiveSize == 1)
    #expect(effect([(0, 4), (0, 4)]).effectiveSize == 2)
    #expect(effect([(1, 1), (1, 1), (1, 1)]).effectiveSize == 3)
    #expect(effect([(0, 0), (2, 4), (1, 4)]).effectiveSize <= 8)
  }
}
