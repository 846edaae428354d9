import SkillMiner

/// p-values of every method for every family of a world; `nil` where the support carries no test.
struct Judge {
  private let world: World
  private let plain: StratifiedDesign
  private let monthly: StratifiedDesign
  private let strata: [Int32]
  private let rules = SignalRules()

  init(_ world: World) {
    self.world = world
    let score = world.isRecent.map { $0 ? 1.0 : 0 }
    strata = zip(world.occupation, world.source).map { $0 * 3 + $1 }
    plain = StratifiedDesign(stratum: strata, cluster: world.employer, score: score)
    let fine = StratifiedDesign(
      stratum: zip(strata, world.month).map { $0 * 12 + $1 }, cluster: world.employer, score: score)
    monthly = fine.information >= rules.monthlyStrata * plain.information ? fine : plain
  }

  func pValues(_ methods: [Method]) -> [Method: [Double?]] {
    var plainTest = ClusteredScoreTest.Evaluator(plain)
    var monthlyTest = ClusteredScoreTest.Evaluator(monthly)
    var result: [Method: [Double?]] = [:]
    for method in methods { result[method] = [] }
    for asking in world.asking {
      guard
        rules.isSupported(
          offers: asking.count, employers: Set(asking.map { world.employer[Int($0)] }).count)
      else {
        for method in methods { result[method]?.append(nil) }
        continue
      }
      let test = plainTest.test(asking)
      for method in methods {
        let p: Double
        switch method {
        case .naive: p = mantelHaenszel(asking, isPooled: true).p
        case .mantelHaenszel: p = mantelHaenszel(asking, isPooled: false).p
        case .effective:
          let statistic = mantelHaenszel(asking, isPooled: false).statistic / raoScott(asking)
          p = NormalDistribution.twoSidedP(statistic.squareRoot())
        case .dirichlet: p = dirichlet(asking)
        case .quasiPoisson: p = quasiPoisson(asking)
        case .clusteredNormal: p = NormalDistribution.twoSidedP(test.statistic)
        case .clustered: p = test.p
        case .clusteredMonths: p = monthlyTest.test(asking).p
        }
        result[method]?.append(p)
      }
    }
    return result
  }

  private func mantelHaenszel(_ asking: [Int32], isPooled: Bool) -> MantelHaenszel {
    let count = isPooled ? 1 : Int(World.occupations) * 3
    var tables = [TwoByTwo](
      repeating: TwoByTwo(recentYes: 0, recentNo: 0, referenceYes: 0, referenceNo: 0), count: count)
    func place(_ offer: Int) -> Int { isPooled ? 0 : Int(strata[offer]) }
    for offer in world.isRecent.indices {
      if world.isRecent[offer] {
        tables[place(offer)].recentNo += 1
      } else {
        tables[place(offer)].referenceNo += 1
      }
    }
    for offer in asking.map(Int.init) {
      if world.isRecent[offer] {
        tables[place(offer)].recentNo -= 1
        tables[place(offer)].recentYes += 1
      } else {
        tables[place(offer)].referenceNo -= 1
        tables[place(offer)].referenceYes += 1
      }
    }
    return MantelHaenszel(tables)
  }

  /// Mean design effect of the two shares.
  private func raoScott(_ asking: [Int32]) -> Double {
    var effects: [Double] = []
    for recent in [false, true] {
      let clusters = Int(world.employer.max() ?? -1) + 1
      var sizes = [Int](repeating: 0, count: clusters)
      var yes = sizes
      for offer in world.isRecent.indices where world.isRecent[offer] == recent {
        sizes[Int(world.employer[offer])] += 1
      }
      for offer in asking where world.isRecent[Int(offer)] == recent {
        yes[Int(world.employer[Int(offer)])] += 1
      }
      effects.append(
        DesignEffect(clusters: zip(yes, sizes).map { DesignEffect.Cluster(successes: $0, size: $1) }).value)
    }
    return (effects[0] + effects[1]) / 2
  }

  private func dirichlet(_ asking: [Int32]) -> Double {
    let recent = Double(asking.count { world.isRecent[Int($0)] })
    let recentTotal = Double(world.isRecent.count { $0 })
    let total = Double(world.isRecent.count)
    let prior = 100.0
    let z = LogOddsDirichlet(
      recent: (recent, recentTotal), reference: (Double(asking.count) - recent, total - recentTotal),
      prior: (prior * Double(asking.count) / total, prior), overdispersion: raoScott(asking)
    ).z
    return NormalDistribution.twoSidedP(z)
  }

  /// Monthly counts by source; window, calendar month and source as factors.
  private func quasiPoisson(_ asking: [Int32]) -> Double {
    var exposure = [Double](repeating: 0, count: 2 * 12 * 3)
    var counts = exposure
    func cell(_ o: Int) -> Int {
      (world.isRecent[o] ? 36 : 0) + Int(world.month[o]) * 3 + Int(world.source[o])
    }
    for offer in world.isRecent.indices { exposure[cell(offer)] += 1 }
    for offer in asking { counts[cell(Int(offer))] += 1 }
    let hasThird = exposure.indices.contains { $0 % 3 == 2 && exposure[$0] > 0 }
    let design = exposure.indices.map { index -> [Double] in
      let month = index % 36 / 3
      var row = [1, index >= 36 ? 1.0 : 0] + (1..<12).map { month == $0 ? 1.0 : 0 }
      row.append(index % 3 == 1 ? 1 : 0)
      if hasThird { row.append(index % 3 == 2 ? 1 : 0) }
      return row
    }
    guard let fit = QuasiPoissonRegression(counts: counts, exposure: exposure, design: design) else {
      return 1
    }
    let scale = max(1, fit.dispersion).squareRoot() / max(fit.dispersion, 1e-12).squareRoot()
    return StudentDistribution.twoSidedP(
      fit.coefficients[1] / (fit.standardErrors[1] * scale), degrees: Double(fit.degrees))
  }
}
