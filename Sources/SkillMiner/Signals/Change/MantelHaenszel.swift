import Foundation

/// The odds ratio common to strata (Mantel and Haenszel 1959) with the variance of its logarithm by Robins, Breslow and
/// Greenland (1986), and the test that it is 1 (Cochran 1954, Mantel and Haenszel 1959, no continuity correction).
///
/// A stratum seen in one window only has no weight: a feed that appears cannot make a signal.
public struct MantelHaenszel: Hashable, Sendable {
  /// Common odds ratio, recent against reference; `nil` when it is not defined (no stratum has yes and no crosswise).
  public let oddsRatio: Double?
  /// Variance of the logarithm of the odds ratio.
  public let logVariance: Double?
  /// Σ (a − E a) over strata.
  public let score: Double
  /// Hypergeometric variance of the score.
  public let scoreVariance: Double

  /// Chi-squared statistic, one degree of freedom; 0 when nothing varies.
  public var statistic: Double { scoreVariance > 0 ? score * score / scoreVariance : 0 }
  /// Two-sided p-value of `statistic`.
  public var p: Double { NormalDistribution.twoSidedP(statistic.squareRoot()) }

  /// - Parameter strata: in any order; strata with fewer than two offers are left out.
  public init(_ strata: some Sequence<TwoByTwo>) {
    var sums = (r: 0.0, s: 0.0, pr: 0.0, psqr: 0.0, qs: 0.0)
    var score = 0.0
    var variance = 0.0
    for t in strata {
      let n = t.total
      guard n > 1 else { continue }
      let r = t.recentYes * t.referenceNo / n
      let s = t.recentNo * t.referenceYes / n
      let p = (t.recentYes + t.referenceNo) / n
      let q = (t.recentNo + t.referenceYes) / n
      sums.r += r
      sums.s += s
      sums.pr += p * r
      sums.psqr += p * s + q * r
      sums.qs += q * s
      let recent = t.recentYes + t.recentNo
      let yes = t.recentYes + t.referenceYes
      score += t.recentYes - recent * yes / n
      variance += recent * (n - recent) * yes * (n - yes) / (n * n * (n - 1))
    }
    self.score = score
    scoreVariance = variance
    guard sums.r > 0, sums.s > 0 else {
      oddsRatio = sums.r > 0 ? .infinity : sums.s > 0 ? 0 : nil
      logVariance = nil
      return
    }
    oddsRatio = sums.r / sums.s
    logVariance =
      sums.pr / (2 * sums.r * sums.r) + sums.psqr / (2 * sums.r * sums.s) + sums.qs / (2 * sums.s * sums.s)
  }
}
