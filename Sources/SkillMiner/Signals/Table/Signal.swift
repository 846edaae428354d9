public import Taxonomy

/// What is known of the demand for one family between two windows, and what may be said of it.
public struct Signal: Hashable, Sendable {
  /// Something the reader of a row has to know.
  public enum Warning: String, Sendable, CaseIterable {
    /// One employer makes more than half of the recent asking offers.
    case concentration
    /// Fewer offers or employers than a statement needs.
    case smallSupport = "small-support"
    /// The robust slope over months goes the other way.
    case secondOpinion = "second-opinion"
    /// What changed is more the mix of occupations and feeds than the demand inside them.
    case mix
    /// Asked for by feeds that appeared, disappeared or changed volume.
    case sourceBreak = "source-break"
  }

  /// The family.
  public let family: CompetencyFamily
  /// What may be said.
  public let kind: SignalClass
  /// Distinct asking offers of the reference window.
  public let offersReference: Int
  /// Distinct asking offers of the recent window.
  public let offersRecent: Int
  /// Shares of the offers of each window, with intervals on the effective size.
  public let shareReference: Double
  /// Interval of the reference share, 95 %.
  public let intervalReference: WilsonInterval
  /// Recent share.
  public let shareRecent: Double
  /// Interval of the recent share, 95 %.
  public let intervalRecent: WilsonInterval
  /// Change inside occupations and feeds.
  public let within: Double
  /// Change of their mix.
  public let mix: Double
  /// Odds ratio common to the strata; `nil` when nothing can be compared.
  public let oddsRatio: Double?
  /// Its interval, 95 %.
  public let interval: ClosedRange<Double>?
  /// p-value of the deciding test; `nil` when the family was not tested.
  public let p: Double?
  /// q-value over the table.
  public let q: Double?
  /// By how much employers widen the variance of the test.
  public let overdispersion: Double
  /// Known employers among the asking offers of both windows.
  public let employers: Int
  /// Known employers among the asking offers of the reference window.
  public let employersReference: Int
  /// Known employers among the asking offers of the recent window.
  public let employersRecent: Int
  /// What the offers of the recent window are worth for this family, were employers independent.
  public let effectiveRecent: Double
  /// Slope of the adjusted monthly share (Theil–Sen), a month; `nil` with fewer than eight months.
  public let slope: Double?
  /// p-value of Mann and Kendall of the same series.
  public let trendP: Double?
  /// What the reader has to know.
  public let warnings: [Warning]
}
