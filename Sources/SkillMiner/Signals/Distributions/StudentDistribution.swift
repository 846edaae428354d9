/// Student's t distribution; the degrees of freedom need not be whole.
public enum StudentDistribution {
  /// Probability of a value at least as far from 0 as `t`, on either side.
  ///
  /// - Parameter degrees: of freedom, positive; an infinite number gives the normal distribution.
  public static func twoSidedP(_ t: Double, degrees: Double) -> Double {
    guard !t.isNaN, degrees > 0 else { return 1 }
    guard degrees < 1e7 else { return NormalDistribution.twoSidedP(t) }
    guard t.isFinite else { return 0 }
    return IncompleteBeta.value(degrees / (degrees + t * t), a: degrees / 2, b: 0.5)
  }

  /// The positive t that leaves `p` outside [−t, t].
  public static func twoSidedQuantile(_ p: Double, degrees: Double) -> Double {
    guard p < 1 else { return 0 }
    let degrees = min(degrees, 1e7)
    let x = IncompleteBeta.quantile(p, a: degrees / 2, b: 0.5)
    guard x > 0 else { return .infinity }
    return (degrees * (1 - x) / x).squareRoot()
  }
}
