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
  /// Features that have steps, ascending, and of each its thresholds and weights, unused ones at infinity.
  private let features: FrozenArray<Int32>
  private let thresholds: FrozenArray<SIMD8<Float>>
  private let weights: FrozenArray<SIMD8<Float>>

  /// - Parameter steps: at most `maximum` a feature; those beyond are left out.
  init(_ steps: [Step]) {
    self.steps = steps.sorted { ($0.feature, $0.threshold) < ($1.feature, $1.threshold) }
    var features: [Int32] = []
    var thresholds: [SIMD8<Float>] = []
    var weights: [SIMD8<Float>] = []
    var used = 0
    for step in self.steps {
      if features.last != Int32(step.feature) {
        features.append(Int32(step.feature))
        thresholds.append(SIMD8(repeating: .infinity))
        weights.append(SIMD8(repeating: 0))
        used = 0
      }
      guard used < Self.maximum else { continue }
      thresholds[thresholds.count - 1][used] = step.threshold
      weights[weights.count - 1][used] = step.weight
      used += 1
    }
    self.features = FrozenArray(features)
    self.thresholds = FrozenArray(thresholds)
    self.weights = FrozenArray(weights)
  }

  /// What the features of a range add. Always added in the same order.
  @inline(__always)
  func sum(_ row: UnsafePointer<Float>, _ range: Range<Int>) -> Float {
    var sums = SIMD8<Float>()
    for place in 0..<features.count {
      let feature = Int(features.base[place])
      if feature < range.lowerBound { continue }
      if feature >= range.upperBound { break }
      let passed = SIMD8(repeating: row[feature]) .> thresholds.base[place]
      sums += SIMD8<Float>().replacing(with: weights.base[place], where: passed)
    }
    return sums.sum()
  }
}
