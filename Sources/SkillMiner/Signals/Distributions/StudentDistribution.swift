import Foundation

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
    if degrees >= 3, p > 1e-6, let quick = newton(p, degrees: degrees) { return quick }
    let x = IncompleteBeta.quantile(p, a: degrees / 2, b: 0.5)
    guard x > 0 else { return .infinity }
    return (degrees * (1 - x) / x).squareRoot()
  }

  /// The same by Newton's method from the normal quantile with its first two corrections (Fisher and Cornish 1960):
  /// three or four evaluations instead of sixty. `nil` when it does not settle.
  private static func newton(_ p: Double, degrees: Double) -> Double? {
    let z = normalQuantile(p)
    var t =
      z + z * (z * z + 1) / (4 * degrees)
      + z * (5 * z * z * z * z + 16 * z * z + 3) / (96 * degrees * degrees)
    // Density at t: its constant by the logarithm of the gamma function.
    let constant =
      exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / (degrees * Double.pi).squareRoot()
    for _ in 0..<20 {
      let density = constant * pow(1 + t * t / degrees, -(degrees + 1) / 2)
      let step = (twoSidedP(t, degrees: degrees) - p) / (2 * density)
      guard step.isFinite, t + step > 0 else { return nil }
      t += step
      if step.magnitude < 1e-12 * t { return t }
    }
    return nil
  }

  /// The z that a standard normal value exceeds in size with probability `p` (Abramowitz and Stegun 26.2.23, error below
  /// 5e-4: a start, no more).
  private static func normalQuantile(_ p: Double) -> Double {
    let u = (-2 * log(p / 2)).squareRoot()
    return u - (2.515517 + u * (0.802853 + u * 0.010328))
      / (1 + u * (1.432788 + u * (0.189269 + u * 0.001308)))
  }
}
