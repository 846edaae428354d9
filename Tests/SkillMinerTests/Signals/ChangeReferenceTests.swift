import SkillMiner
import Testing

/// Statistics of a change against statsmodels, scikit-learn and the published formula.
@Suite struct ChangeReferenceTests {
  @Test func wilson() throws {
    let table = try ReferenceTable("wilson")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-12) {
      let interval = WilsonInterval(successes: Int($0.number(0)), total: Int($0.number(1)))
      return max(distance(interval.lower, $0.number(2)), distance(interval.upper, $0.number(3)))
    }
    #expect(failures == [])
  }

  @Test func benjaminiHochberg() throws {
    let table = try ReferenceTable("benjamini_hochberg")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-12) { line in
      zip(BenjaminiHochberg.qValues(line.numbers(0)), line.numbers(1)).map { distance($0, $1) }.max()
        ?? .infinity
    }
    #expect(failures == [])
  }

  @Test func designEffect() throws {
    let table = try ReferenceTable("design_effect")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let sizes = line.numbers(1)
      let effect = DesignEffect(
        clusters: zip(line.numbers(0), sizes).map {
          DesignEffect.Cluster(successes: Int($0), size: Int($1))
        })
      // Ours never claims more than independence.
      return distance(effect.value, min(max(1, line.number(2)), sizes.reduce(0, +)))
    }
    #expect(failures == [])
  }

  @Test func kitagawa() throws {
    let table = try ReferenceTable("kitagawa")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let result = KitagawaDecomposition(
        line.groups(0).map {
          KitagawaDecomposition.Group(
            referenceTotal: Int($0[0]), referenceYes: Int($0[1]), recentTotal: Int($0[2]),
            recentYes: Int($0[3]))
        })
      return max(distance(result.within, line.number(1)), distance(result.mix, line.number(2)))
    }
    #expect(failures == [])
  }

  @Test func mantelHaenszel() throws {
    let table = try ReferenceTable("mantel_haenszel")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let result = MantelHaenszel(
        line.groups(0).map {
          TwoByTwo(recentYes: $0[0], recentNo: $0[1], referenceYes: $0[2], referenceNo: $0[3])
        })
      return max(
        distance(result.oddsRatio, line.number(1)),
        distance(result.logVariance?.squareRoot(), line.number(2)),
        distance(result.statistic, line.number(3)), distance(result.p, line.number(4)))
    }
    #expect(failures == [])
  }

  @Test func logOddsDirichlet() throws {
    let table = try ReferenceTable("log_odds_dirichlet")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-9) { line in
      let n = line.numbers(0)
      let prior = line.numbers(1)
      let result = LogOddsDirichlet(
        recent: (n[0], n[1]), reference: (n[2], n[3]), prior: (prior[0], prior[1]))
      return max(distance(result.delta, line.number(2)), distance(result.z, line.number(3)))
    }
    #expect(failures == [])
  }

  /// The generalised score test of a GEE with independent working correlation and strata as dummies.
  @Test func clusteredScore() throws {
    let table = try ReferenceTable("clustered_score")
    #expect(table.lines.count == 1000)
    let failures = table.failures(within: 1e-6) { line in
      let offers = line.groups(0)
      let design = StratifiedDesign(
        stratum: offers.map { Int32($0[0]) }, cluster: offers.map { Int32($0[1]) },
        score: offers.map { $0[2] })
      var evaluator = ClusteredScoreTest.Evaluator(design)
      let test = evaluator.test(offers.indices.filter { offers[$0][3] == 1 }.map { Int32($0) })
      let clusters = Double(test.clusters)
      // The library does not correct for a small number of clusters.
      let statistic = test.score * test.score / (test.clusteredVariance * (clusters - 1) / clusters)
      return distance(statistic, line.number(1))
    }
    #expect(failures == [])
  }

  @Test func cosine() throws {
    let table = try ReferenceTable("cosine")
    #expect(table.lines.count == 1000)
    #expect(
      table.failures(within: 1e-12) {
        distance(CosineSimilarity.value($0.numbers(0), $0.numbers(1)), $0.number(2))
      } == [])
  }
}
