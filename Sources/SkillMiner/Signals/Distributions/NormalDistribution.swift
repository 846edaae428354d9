import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// Probability of a value at least as far from 0 as `z`, on either side; 1 for what is not a number.
  public static func twoSidedP(_ z: Double) -> Double {
    z.isNaN ? 1 : erfc(z.magnitude / 2.0.squareRoot())
  }
}
