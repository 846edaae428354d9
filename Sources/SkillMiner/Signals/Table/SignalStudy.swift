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

  /// - Parameter threads: how many count at a time; the result does not depend on it.
  init(
    _ cube: CubeColumns, windows: SignalWindows, rules: SignalRules, poolsSources: Bool, threads: Int
  ) {
    let sample = SignalSample(cube, windows: windows, poolsSources: poolsSources)
    frame = SignalFrame(sample, windows: windows, rules: rules, sourceCount: cube.sourceNames.count)
    figures = Self.count(frame, threads: threads)
    names = sample.families.map { cube.familyNames[$0] ?? "?" }
    sourceNames = cube.sourceNames
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
