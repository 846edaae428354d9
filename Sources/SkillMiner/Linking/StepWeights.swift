/// What features add to a score beyond a straight line: a weight for each threshold they exceed (an additive model, Hastie
/// and Tibshirani 1986). Each step is a row of the table, so a decision still prints its reasons.
struct StepWeights: Sendable {
  /// One step: what a feature adds once it is greater than a threshold.
  struct Step: Hashable, Sendable {
    let feature: Int
    let threshold: Float
    let weight: Float
  }

  /// Steps that one feature can have.
  static let maximum = 8

  /// In order of feature and threshold.
  let steps: [Step]
  /// One entry a feature that has steps, ascending.
  private let entries: FrozenArray<Entry>

  /// The thresholds of a feature and their weights, four by four; unused ones are at infinity.
  struct Entry: BitwiseCopyable, Sendable {
    var feature: Int
    var thresholds = (SIMD4<Float>(repeating: .infinity), SIMD4<Float>(repeating: .infinity))
    var weights = (SIMD4<Float>(), SIMD4<Float>())

    init(feature: Int) { self.feature = feature }
  }

  /// - Parameter steps: at most `maximum` a feature; those beyond are left out.
  init(_ steps: [Step]) {
    self.steps = steps.sorted { ($0.feature, $0.threshold) < ($1.feature, $1.threshold) }
    var entries: [Entry] = []
    var used = 0
    for step in self.steps {
      if entries.last?.feature != step.feature {
        entries.append(Entry(feature: step.feature))
        used = 0
      }
      guard used < Self.maximum else { continue }
      if used < 4 {
        entries[entries.count - 1].thresholds.0[used] = step.threshold
        entries[entries.count - 1].weights.0[used] = step.weight
      } else {
        entries[entries.count - 1].thresholds.1[used - 4] = step.threshold
        entries[entries.count - 1].weights.1[used - 4] = step.weight
      }
      used += 1
    }
    self.entries = FrozenArray(entries)
  }

  /// The entries of a range of features, for loops that touch no object; valid as long as this value.
  func entries(of range: Range<Int>) -> UnsafeBufferPointer<Entry> {
    let all = UnsafeBufferPointer(start: entries.base, count: entries.count)
    let first = all.firstIndex { $0.feature >= range.lowerBound } ?? all.count
    let end = all.firstIndex { $0.feature >= range.upperBound } ?? all.count
    return UnsafeBufferPointer(rebasing: all[first..<max(first, end)])
  }

  /// What the features of some entries add. Always added in the same order.
  @inline(__always)
  static func sum(_ row: UnsafePointer<Float>, _ entries: UnsafeBufferPointer<Entry>) -> Float {
    guard let base = entries.baseAddress else { return 0 }
    var sums = SIMD4<Float>()
    for place in 0..<entries.count {
      let value = SIMD4(repeating: row[base[place].feature])
      sums += passed(value, base[place].thresholds.0, base[place].weights.0)
      sums += passed(value, base[place].thresholds.1, base[place].weights.1)
    }
    return sums.sum()
  }

  /// The weights whose thresholds are passed, zero elsewhere: all bits or none, so that no branch is taken.
  @inline(__always)
  private static func passed(
    _ value: SIMD4<Float>, _ thresholds: SIMD4<Float>, _ weights: SIMD4<Float>
  ) -> SIMD4<Float> {
    let bits = unsafeBitCast(value .> thresholds, to: SIMD4<Int32>.self)
    return unsafeBitCast(bits & unsafeBitCast(weights, to: SIMD4<Int32>.self), to: SIMD4<Float>.self)
  }
}
