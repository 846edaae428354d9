/// Test of a monotone trend (Mann 1945, Kendall 1975), with the variance corrected for ties and the usual correction for
/// continuity.
public struct MannKendall: Hashable, Sendable {
  /// Concordant minus discordant pairs.
  public let s: Int
  /// Variance of `s` without trend.
  public let variance: Double
  /// `s` in standard errors after correction for continuity.
  public let z: Double

  /// Two-sided p-value.
  public var p: Double { NormalDistribution.twoSidedP(z) }

  /// - Parameter values: one a period, in order.
  public init(_ values: [Double]) {
    var s = 0
    for i in values.indices {
      for j in (i + 1)..<max(i + 1, values.count) {
        s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0
      }
    }
    let n = Double(values.count)
    var variance = n * (n - 1) * (2 * n + 5)
    let sorted = values.sorted()
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let t = Double(end - start)
      variance -= t * (t - 1) * (2 * t + 5)
      start = end
    }
    self.s = s
    self.variance = max(0, variance / 18)
    let root = self.variance.squareRoot()
    z = s == 0 || root == 0 ? 0 : (Double(s) - (s > 0 ? 1 : -1)) / root
  }
}
