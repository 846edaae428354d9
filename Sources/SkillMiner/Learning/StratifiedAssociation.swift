/// Whether two things go together within strata, and not only because both are common in the same ones: the test of
/// Cochran, Mantel and Haenszel (N. Mantel and W. Haenszel, *Statistical Aspects of the Analysis of Data from Retrospective
/// Studies of Disease*, 1959) without continuity correction, χ² with one degree of freedom.
///
/// A word of a trade goes with every competency that employers of the trade declare; a way of writing one competency goes
/// with it inside the trade as well.
public struct StratifiedAssociation: Hashable, Sendable {
  private var excess = 0.0
  private var variance = 0.0

  /// No stratum yet.
  public init() {}

  /// Adds the two-by-two table of a stratum.
  public mutating func add(_ table: LogLikelihoodRatio) {
    guard table.all > 1 else { return }
    let n = Double(table.all)
    let (first, second) = (Double(table.first), Double(table.second))
    excess += Double(table.both) - first * second / n
    variance += first * (n - first) * second * (n - second) / (n * n * (n - 1))
  }

  /// χ², negative where the two avoid each other; 0 when no stratum tells.
  public var value: Double {
    guard variance > 0 else { return 0 }
    return (excess < 0 ? -1 : 1) * excess * excess / variance
  }
}
