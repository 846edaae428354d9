import Foundation

/// Normalised pointwise mutual information (Bouma 2009): how much more often two things are asked for together than
/// chance would have it; −1 never together, 0 independent, 1 only together.
public enum NormalisedPMI {
  /// - Parameters:
  ///   - both: offers with both things.
  ///   - first: offers with the first.
  ///   - second: offers with the second.
  ///   - total: all offers.
  /// - Returns: a value in [−1, 1]; 0 when one of the two was never seen, because nothing is known then.
  public static func value(both: Int, first: Int, second: Int, total: Int) -> Double {
    guard total > 0, first > 0, second > 0 else { return 0 }
    guard both > 0 else { return -1 }
    let n = Double(total)
    let joint = Double(both) / n
    guard joint < 1 else { return 1 }
    let pmi = log(joint / (Double(first) / n * (Double(second) / n)))
    return min(1, max(-1, pmi / -log(joint)))
  }
}
