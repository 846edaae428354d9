import SkillMiner
import Testing

/// Statistics of a series, of small places and the distributions below them, against statsmodels, pymannkendall and scipy.
@Suite struct TrendReferenceTests {
  @Test func extendedMantel() throws {
    let table = try ReferenceTable("extended_mantel")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let result = ExtendedMantelTrend(
        line.groups(0).map { numbers in
          stride(from: 0, to: numbers.count, by: 2).map {
            ExtendedMantelTrend.Cell(score: Double($0 / 2), yes: numbers[$0], total: numbers[$0 + 1])
          }
        })
      return max(distance(result.score, line.number(1)), distance(result.variance, line.number(2)))
    }
    #expect(failures == [])
  }

  @Test func quasiPoisson() throws {
    let table = try ReferenceTable("quasi_poisson")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-6) { line in
      let counts = line.numbers(0)
      let design = counts.indices.map { month -> [Double] in
        let quarter = month % 12 / 3
        return [1, Double(month) / 12] + [1, 2, 3].map { quarter == $0 ? 1 : 0 }
      }
      guard
        let fit = QuasiPoissonRegression(counts: counts, exposure: line.numbers(1), design: design)
      else { return .infinity }
      let pairs =
        Array(zip(fit.coefficients, line.numbers(2))) + Array(zip(fit.standardErrors, line.numbers(3)))
      return max(
        distance(fit.dispersion, line.number(4)), pairs.map { distance($0, $1) }.max() ?? .infinity)
    }
    #expect(failures == [])
  }

  @Test func mannKendallAndTheilSen() throws {
    let table = try ReferenceTable("mann_kendall")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let values = line.numbers(0)
      let test = MannKendall(values)
      return max(
        max(distance(Double(test.s), line.number(1)), distance(test.variance, line.number(2))),
        max(distance(test.z, line.number(3)), distance(test.p, line.number(4))),
        distance(TheilSen.slope(values), line.number(5)))
    }
    #expect(failures == [])
  }

  @Test func shrinkage() throws {
    let table = try ReferenceTable("shrinkage")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 2e-5) { line in
      let places = line.groups(1).map { (yes: $0[0], total: $0[1]) }
      let shrinkage = BetaBinomialShrinkage(places: places, parentShare: line.number(0))
      let estimate = shrinkage.estimate(yes: places[0].yes, total: places[0].total)
      return max(
        // The likelihood is flat at its top: the library's optimiser is right to some digits only.
        (shrinkage.concentration / line.number(2) - 1).magnitude / 100,
        distance(estimate.share, line.number(3)), distance(estimate.lower, line.number(4)),
        distance(estimate.upper, line.number(5)))
    }
    #expect(failures == [])
  }

  @Test func student() throws {
    let table = try ReferenceTable("student")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) {
      max(
        distance(StudentDistribution.twoSidedP($0.number(0), degrees: $0.number(1)), $0.number(2)),
        distance(
          StudentDistribution.twoSidedQuantile($0.number(3), degrees: $0.number(1)), $0.number(4)))
    }
    #expect(failures == [])
    #expect(
      distance(StudentDistribution.twoSidedQuantile(0.05, degrees: .infinity), WilsonInterval.z95) < 1e-6)
  }

  @Test func incompleteBeta() throws {
    let table = try ReferenceTable("incomplete_beta")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) {
      let (x, a, b) = ($0.number(0), $0.number(1), $0.number(2))
      return max(
        distance(IncompleteBeta.value(x, a: a, b: b), $0.number(3)),
        distance(IncompleteBeta.quantile($0.number(4), a: a, b: b), $0.number(5)))
    }
    #expect(failures == [])
  }
}
