/// Score interval of a share (Wilson 1927): it stays inside [0, 1] and keeps its promise for rare families and small
/// samples, where the textbook interval does not.
public struct WilsonInterval: Hashable, Sendable {
  /// Two-sided 95 %.
  public static let z95 = 1.959963984540054

  /// Lower bound, between 0 and the share.
  public let lower: Double
  /// Upper bound, between the share and 1.
  public let upper: Double

  /// - Parameters:
  ///   - share: observed share, between 0 and 1; values outside are brought back to the nearest bound.
  ///   - size: number of independent observations; may be a fraction when it is an effective size
  ///     (`DesignEffect.effectiveSize`). Nothing observed (`size <= 0`) says nothing: the interval is [0, 1].
  ///   - z: quantile of the normal distribution, 95 % by default.
  public init(share: Double, size: Double, z: Double = z95) {
    guard size > 0, share.isFinite else {
      lower = 0
      upper = 1
      return
    }
    let p = min(max(share, 0), 1)
    let z2 = z * z
    let centre = p + z2 / (2 * size)
    let spread = z * (p * (1 - p) / size + z2 / (4 * size * size)).squareRoot()
    let scale = 1 + z2 / size
    lower = p == 0 ? 0 : max(0, (centre - spread) / scale)
    upper = p == 1 ? 1 : min(1, (centre + spread) / scale)
  }

  /// Interval of `successes` out of `total` independent observations.
  public init(successes: Int, total: Int, z: Double = z95) {
    self.init(share: total > 0 ? Double(successes) / Double(total) : 0, size: Double(total), z: z)
  }
}
