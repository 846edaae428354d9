/// Thresholds at the quantiles of measurements, and measurements with a column for each threshold they exceed.
struct StepBasis {
  /// In order of feature and threshold, each with four decimals, as the table of weights writes them.
  let thresholds: [(feature: Int, threshold: Float)]

  /// - Parameters:
  ///   - rows: measurements, one column a feature; a feature of at most two values has no threshold.
  ///   - steps: thresholds a feature at most.
  init(_ rows: [[Float]], steps: Int) {
    var thresholds: [(feature: Int, threshold: Float)] = []
    for feature in 0..<(rows.first?.count ?? 0) {
      let values = rows.map { $0[feature] }.sorted()
      guard let low = values.first, let high = values.last,
        values.contains(where: { $0 != low && $0 != high })
      else { continue }
      var last: Float?
      for step in 1...max(1, min(steps, StepWeights.maximum)) {
        let value = values[step * (values.count - 1) / (steps + 1)]
        let threshold = (value * 10_000).rounded() / 10_000
        guard threshold >= low, threshold < high, threshold != last else { continue }
        thresholds.append((feature, threshold))
        last = threshold
      }
    }
    self.thresholds = thresholds
  }

  /// The measurements of a row, then 1 for each threshold that its feature exceeds, else 0.
  func expand(_ row: [Float]) -> [Float] {
    row + thresholds.map { row[$0.feature] > $0.threshold ? 1 : 0 }
  }
}
