import Foundation

/// Dunning's log-likelihood ratio of a two-by-two table (T. Dunning, *Accurate Methods for the Statistics of Surprise and
/// Coincidence*, Computational Linguistics 19, 1993): how surprising it is that two things go together.
///
/// Under independence it is distributed as χ² with one degree of freedom, also for counts as small as those of rare words.
public struct LogLikelihoodRatio: Hashable, Sendable {
  /// Items with both.
  public let both: Int
  /// Items with the first.
  public let first: Int
  /// Items with the second.
  public let second: Int
  /// All items.
  public let all: Int

  /// - Precondition: `both ≤ first, second` and `first + second - both ≤ all`.
  public init(both: Int, first: Int, second: Int, all: Int) {
    precondition(both >= 0 && both <= min(first, second) && first + second - both <= all)
    self.both = both
    self.first = first
    self.second = second
    self.all = all
  }

  /// Whether they go together more often than by chance.
  public var isAttraction: Bool { both * all > first * second }

  /// G², 0 when the table has no variation.
  public var value: Double {
    let cells = [
      (both, first, second), (first - both, first, all - second), (second - both, all - first, second),
      (all - first - second + both, all - first, all - second),
    ]
    let sum = cells.reduce(0.0) { sum, cell in
      guard cell.0 > 0 else { return sum }
      let expected = Double(cell.1) * Double(cell.2) / Double(all)
      return sum + Double(cell.0) * log(Double(cell.0) / expected)
    }
    return max(0, 2 * sum)
  }
}
