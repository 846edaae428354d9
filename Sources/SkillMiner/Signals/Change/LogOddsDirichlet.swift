import Foundation

/// Log-odds of a family between two windows with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
/// equations 15, 16, 19 and 22): small counts are drawn towards what is known of the family elsewhere.
public struct LogOddsDirichlet: Hashable, Sendable {
  /// Log-odds, recent minus reference.
  public let delta: Double
  /// Approximate variance of `delta`.
  public let variance: Double

  /// `delta` in standard errors.
  public var z: Double { delta / variance.squareRoot() }

  /// - Parameters:
  ///   - recent: offers that ask, and all of the window.
  ///   - reference: the same of the reference window.
  ///   - prior: pseudo-offers that ask (α of the family, positive), and all pseudo-offers (α₀, larger).
  ///   - overdispersion: φ by which the variance is multiplied; below 1 counts as 1.
  public init(
    recent: (yes: Double, total: Double), reference: (yes: Double, total: Double),
    prior: (yes: Double, total: Double), overdispersion: Double = 1
  ) {
    func logOdds(_ w: (yes: Double, total: Double)) -> Double {
      log((w.yes + prior.yes) / (w.total + prior.total - w.yes - prior.yes))
    }
    delta = logOdds(recent) - logOdds(reference)
    variance = max(1, overdispersion) * (1 / (recent.yes + prior.yes) + 1 / (reference.yes + prior.yes))
  }
}
