import Dispatch
import Synchronization
import Taxonomy

/// Figures of every family of one set of offers, before the false discovery rate is held over a table.
struct SignalStudy {
  let frame: SignalFrame
  let figures: [SignalCounter.Figures]
  /// Identifiers of the families, in the order of `figures`.
  let names: [String]
  let sourceNames: [String]
  /// Families an offer asks for on average, at equal occupation, feed and season: what an offer says in all.
  let detail: (reference: Double, recent: Double)

  /// - Parameter threads: how many count at a time; the result does not depend on it.
  init(
    _ cube: CubeColumns, windows: SignalWindows, rules: SignalRules, poolsSources: Bool, threads: Int
  ) {
    let sample = SignalSample(cube, windows: windows, poolsSources: poolsSources)
    frame = SignalFrame(sample, windows: windows, rules: rules, sourceCount: cube.sourceNames.count)
    figures = Self.count(frame, threads: threads)
    names = sample.families.map { cube.familyNames[$0] ?? "?" }
    sourceNames = cube.sourceNames
    detail = Self.detail(frame)
  }

  /// Mean over strata seen in both windows, each with the weight it has in the test (n₁n₂/N).
  private static func detail(_ frame: SignalFrame) -> (reference: Double, recent: Double) {
    var asked = [(reference: Double, recent: Double)](repeating: (0, 0), count: frame.strataSizes.count)
    for asking in frame.sample.asking {
      for offer in asking.map(Int.init) {
        let stratum = Int(frame.design.stratum[offer])
        if frame.sample.isRecent[offer] { asked[stratum].recent += 1 } else { asked[stratum].reference += 1 }
      }
    }
    var sum = (reference: 0.0, recent: 0.0, weight: 0.0)
    for (size, yes) in zip(frame.strataSizes, asked) where size.reference > 0 && size.recent > 0 {
      let (n1, n2) = (Double(size.reference), Double(size.recent))
      let weight = n1 * n2 / (n1 + n2)
      sum.reference += weight * yes.reference / n1
      sum.recent += weight * yes.recent / n2
      sum.weight += weight
    }
    guard sum.weight > 0 else { return (0, 0) }
    return (sum.reference / sum.weight, sum.recent / sum.weight)
  }

  /// p-values of tested families.
  var p: [Double?] { figures.map { $0.test?.p } }

  /// q-values over the hypotheses of several studies that make one table.
  static func qValues(_ p: [[Double?]]) -> [[Double?]] {
    var rest = BenjaminiHochberg.qValues(p.flatMap { $0.compactMap { $0 } })[...]
    return p.map { row in row.map { $0 == nil ? nil : rest.removeFirst() } }
  }

  private static func count(_ frame: SignalFrame, threads: Int) -> [SignalCounter.Figures] {
    let asking = frame.sample.asking
    let threads = max(1, min(threads, asking.count))
    let results = Mutex([[SignalCounter.Figures]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var counter = SignalCounter(frame)
      // Every n-th family: rare and frequent ones fall to each thread alike.
      let own = stride(from: thread, to: asking.count, by: threads).map { counter.figures(asking[$0]) }
      results.withLock { $0[thread] = own }
    }
    let all = results.withLock { $0 }
    return asking.indices.map { all[$0 % threads][$0 / threads] }
  }
}
