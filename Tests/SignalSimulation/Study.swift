import Dispatch
import SkillMiner
import Synchronization

/// Many worlds of one plan, judged by several methods.
struct Study {
  /// What a method did over all worlds.
  struct Outcome {
    /// Mean share of false discoveries among discoveries, a world without any counting 0.
    var falseDiscoveryRate = 0.0
    /// Its Monte-Carlo standard error.
    var standardError = 0.0
    /// Share of families that truly changed and were found.
    var power = 0.0
  }

  let plan: Plan
  let runs: Int
  let methods: [Method]

  func outcomes(seed: UInt64) -> [Method: Outcome] {
    let tallies = Mutex([[Method: (rate: Double, found: Int, planted: Int)]](repeating: [:], count: runs))
    let plan = self.plan
    let methods = self.methods
    DispatchQueue.concurrentPerform(iterations: runs) { run in
      let world = World(plan: plan, seed: seed &+ UInt64(run) &* 0x1000)
      let changed = world.planted.map { $0 != 1 }
      // The naive comparison is what people do with what the feed gives: re-posts and all.
      let raw = plan.scenario.has(.reposts) ? Judge(world).pValues(methods.filter { $0 == .naive }) : [:]
      let values = Judge(world.distinct()).pValues(methods).merging(raw, uniquingKeysWith: { $1 })
      var result: [Method: (rate: Double, found: Int, planted: Int)] = [:]
      for (method, p) in values {
        let tested = p.indices.filter { p[$0] != nil }
        let q = BenjaminiHochberg.qValues(tested.compactMap { p[$0] })
        let found = zip(tested, q).filter { $0.1 <= 0.05 }.map(\.0)
        let wrong = found.count { !changed[$0] }
        result[method] = (
          found.isEmpty ? 0 : Double(wrong) / Double(found.count), found.count - wrong,
          changed.count { $0 }
        )
      }
      tallies.withLock { $0[run] = result }
    }
    var outcomes: [Method: Outcome] = [:]
    for method in methods {
      let all = tallies.withLock { $0 }.compactMap { $0[method] }
      let mean = all.reduce(0) { $0 + $1.rate } / Double(all.count)
      let variance =
        all.reduce(0) { $0 + ($1.rate - mean) * ($1.rate - mean) } / Double(max(1, all.count - 1))
      let planted = all.reduce(0) { $0 + $1.planted }
      outcomes[method] = Outcome(
        falseDiscoveryRate: mean, standardError: (variance / Double(all.count)).squareRoot(),
        power: planted > 0 ? Double(all.reduce(0) { $0 + $1.found }) / Double(planted) : 0)
    }
    return outcomes
  }
}
