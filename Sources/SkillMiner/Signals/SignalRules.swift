import Foundation

/// Thresholds of the classes and of the warnings; all of them are part of the fingerprint.
public struct SignalRules: Hashable, Sendable {
  /// Largest q-value of a signal.
  public var falseDiscoveryRate = 0.05
  /// A family is rare when the upper bound of its share lies below this.
  public var rareShare = 0.01
  /// Odds ratio from which a rare family emerges.
  public var emergingRatio = 2.0
  /// Odds ratio from which demand grows.
  public var growingRatio = 1.25
  /// Odds ratio up to which demand declines.
  public var decliningRatio = 0.8
  /// Distinct asking offers that carry a statement.
  public var supportOffers = 10
  /// Employers that carry a statement.
  public var supportEmployers = 5
  /// The change, as an odds ratio or its inverse, that the offers must be able to show for "undetermined" to be said:
  /// were it there, a single test at 5 % would find it four times in five. Where it could hide, the data are
  /// insufficient. With independent offers that takes 33 asking offers in each window, with employers' offers going
  /// together (φ = 2) 65.
  public var detectableRatio = 2.0
  /// Share of the asking offers of one employer above which a warning is given.
  public var dominance = 0.5
  /// A feed whose volume changes by more than this factor is a break of source.
  public var sourceBreak = 3.0
  /// Offers that ask for more, or fewer, families by this factor at equal occupation and feed are told: texts changed
  /// as a whole, and every share with them.
  public var detailChange = 1.2
  /// Share of information the strata must keep for calendar months to be strata of their own.
  public var monthlyStrata = 0.6
  /// Share of offers that must stand in strata seen in both windows.
  public var comparableShare = 0.5

  /// The default rules.
  public init() {}

  /// What is known of a family when its class is decided.
  public struct Evidence: Sendable {
    /// Asking offers of the reference window, and their employers.
    public var referenceOffers = 0
    /// Employers among them.
    public var referenceEmployers = 0
    /// Asking offers of the recent window.
    public var recentOffers = 0
    /// Employers among them.
    public var recentEmployers = 0
    /// Upper bound of the reference share.
    public var referenceUpper = 1.0
    /// Upper bound of the recent share.
    public var recentUpper = 1.0
    /// Common odds ratio and its interval; `nil` when nothing can be compared.
    public var oddsRatio: Double?
    /// Interval of the odds ratio.
    public var interval: ClosedRange<Double>?
    /// Standard error of the logarithm of the odds ratio, employers taken into account.
    public var logError: Double?
    /// q-value; `nil` when the family was not tested.
    public var q: Double?

    /// Evidence of nothing.
    public init() {}
  }

  /// Whether a window carries a statement about a family.
  public func isSupported(offers: Int, employers: Int) -> Bool {
    offers >= supportOffers && employers >= supportEmployers
  }

  /// The class of a family: the first rule of the table that holds.
  public func decide(_ e: Evidence) -> SignalClass {
    let recent = isSupported(offers: e.recentOffers, employers: e.recentEmployers)
    let reference = isSupported(offers: e.referenceOffers, employers: e.referenceEmployers)
    guard recent || reference, let ratio = e.oddsRatio, let q = e.q else { return .insufficient }
    if q <= falseDiscoveryRate {
      if recent, ratio >= emergingRatio, e.referenceUpper < rareShare { return .emerging }
      if recent, ratio >= growingRatio { return .growing }
      if reference, ratio <= decliningRatio { return e.recentUpper < rareShare ? .vanishing : .declining }
    }
    if let interval = e.interval, interval.lowerBound >= decliningRatio, interval.upperBound <= growingRatio {
      return .stable
    }
    return couldShow(e) ? .undetermined : .insufficient
  }

  /// Whether a change by `detectableRatio` would have been seen: quantiles of 97.5 % and of 80 % power.
  private func couldShow(_ e: Evidence) -> Bool {
    guard let error = e.logError else { return false }
    return (WilsonInterval.z95 + 0.8416212335729143) * error <= log(detectableRatio)
  }

  /// One line a rule, in a fixed order.
  var canonical: [String] {
    [
      "falseDiscoveryRate=\(falseDiscoveryRate)", "rareShare=\(rareShare)", "emergingRatio=\(emergingRatio)",
      "growingRatio=\(growingRatio)", "decliningRatio=\(decliningRatio)", "supportOffers=\(supportOffers)",
      "supportEmployers=\(supportEmployers)", "detectableRatio=\(detectableRatio)",
      "dominance=\(dominance)", "sourceBreak=\(sourceBreak)",
      "monthlyStrata=\(monthlyStrata)", "comparableShare=\(comparableShare)",
      "detailChange=\(detailChange)",
    ]
  }
}
