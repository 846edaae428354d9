import Foundation

/// The regularised incomplete beta function Iₓ(a, b), by the continued fraction of DiDonato and Morris (1992) evaluated
/// with the method of Lentz: what Student's and the beta distribution are computed from.
public enum IncompleteBeta {
  /// Iₓ(a, b) for positive a and b; x outside [0, 1] is brought back to the nearest bound. Relative error about 1e-13.
  public static func value(_ x: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(
      lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    // The fraction converges fast on one side of the mean; the other side is its complement.
    if x < (a + 1) / (a + b + 2) { return min(1, front * fraction(x, a, b) / a) }
    return max(0, 1 - front * fraction(1 - x, b, a) / b)
  }

  /// The x of which Iₓ(a, b) is `p`, by bisection down to neighbouring numbers.
  public static func quantile(_ p: Double, a: Double, b: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    var low = 0.0
    var high = 1.0
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if value(middle, a: a, b: b) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = d * c
      result *= change
      if (change - 1).magnitude < 1e-15 { break }
    }
    return result
  }
}
