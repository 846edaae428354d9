import Foundation

/// Shares of small places drawn towards the share of the territory above them (empirical Bayes, beta-binomial; Griffin
/// and Krutchkoff 1971): a place with few offers says little by itself, one with many keeps its own share.
///
/// The prior is a beta distribution around the parent's share p₀ with concentration M, worth M offers; M is the value
/// that makes the observed counts of the sibling places most likely.
public struct BetaBinomialShrinkage: Hashable, Sendable {
  /// Offers the parent's share is worth; between 1 and 1,000,000.
  public let concentration: Double
  /// Share of the parent, kept strictly between 0 and 1.
  public let parentShare: Double

  /// A place's share after shrinkage.
  public struct Estimate: Hashable, Sendable {
    /// Posterior mean.
    public let share: Double
    /// Bounds of the central 95 % of the posterior distribution.
    public let lower: Double
    /// Upper bound.
    public let upper: Double
  }

  /// - Parameters:
  ///   - places: asking and all offers of each sibling place; fractions when they are effective counts.
  ///   - parentShare: share of the territory above.
  ///   - tolerance: of the logarithm of the concentration.
  public init(places: [(yes: Double, total: Double)], parentShare: Double, tolerance: Double = 1e-9) {
    let p = min(max(parentShare, 1e-6), 1 - 1e-6)
    self.parentShare = p
    let used = places.filter { $0.total > 0 }
    // The likelihood is smooth in log M: golden section.
    let ratio = (5.0.squareRoot() - 1) / 2
    var low = 0.0
    var high = log(1e6)
    func value(_ x: Double) -> Double { Self.logLikelihood(used, share: p, concentration: exp(x)) }
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var atLeft = value(left)
    var atRight = value(right)
    while high - low > tolerance {
      if atLeft < atRight {
        low = left
        (left, atLeft) = (right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      } else {
        high = right
        (right, atRight) = (left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      }
    }
    concentration = used.isEmpty ? 1e6 : exp((low + high) / 2)
  }

  /// A place's share after shrinkage, without its bounds.
  public func share(yes: Double, total: Double) -> Double {
    (parentShare * concentration + max(0, yes)) / (concentration + max(0, total))
  }

  /// The share of a place with its bounds.
  public func estimate(yes: Double, total: Double) -> Estimate {
    let a = parentShare * concentration + max(0, yes)
    let b = (1 - parentShare) * concentration + max(0, total - yes)
    return Estimate(
      share: a / (a + b), lower: IncompleteBeta.quantile(0.025, a: a, b: b),
      upper: IncompleteBeta.quantile(0.975, a: a, b: b))
  }

  /// Log-likelihood of counts up to a constant.
  static func logLikelihood(
    _ places: [(yes: Double, total: Double)], share: Double, concentration: Double
  ) -> Double {
    let a = share * concentration
    let b = (1 - share) * concentration
    func logBeta(_ x: Double, _ y: Double) -> Double { lgamma(x) + lgamma(y) - lgamma(x + y) }
    let prior = logBeta(a, b)
    return places.reduce(0) { $0 + logBeta(a + $1.yes, b + $1.total - $1.yes) - prior }
  }
}
