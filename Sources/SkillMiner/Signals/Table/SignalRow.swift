public import Taxonomy

/// A signal as its reader may see it: what is kept back is `nil`, and so is every figure from which it could be worked
/// out. The class, q and the warnings are always told.
public struct SignalRow: Hashable, Sendable {
  /// Code of the territory, in a table of several.
  public let territory: String?
  /// Whether the cell of the reference window is kept back.
  public let hidesReference: Bool
  /// Whether the cell of the recent window is kept back.
  public let hidesRecent: Bool
  /// Recent share of a small place, drawn towards the territory above; `nil` elsewhere and where the cell is secret.
  public let smoothed: SmoothedShare?
  private let signal: Signal
  private let hidesEmployers: Bool

  init(
    _ signal: Signal, territory: String? = nil, disclosure: Disclosure, hidesReference: Bool = false,
    hidesRecent: Bool = false, smoothed: SmoothedShare? = nil
  ) {
    self.signal = signal
    self.territory = territory
    self.hidesReference =
      hidesReference || disclosure.hides(offers: signal.offersReference, employers: signal.employersReference)
    self.hidesRecent =
      hidesRecent || disclosure.hides(offers: signal.offersRecent, employers: signal.employersRecent)
    hidesEmployers =
      disclosure.secrecy.map { signal.employers > 0 && signal.employers < $0.employers } ?? false
    self.smoothed = self.hidesRecent ? nil : smoothed
  }

  /// Whether nothing is kept back.
  public var isWhole: Bool { !hidesReference && !hidesRecent }

  /// The family.
  public var family: CompetencyFamily { signal.family }
  /// What may be said.
  public var kind: SignalClass { signal.kind }
  /// q-value over the table; `nil` when the family was not tested.
  public var q: Double? { signal.q }
  /// What the reader has to know.
  public var warnings: [Signal.Warning] { signal.warnings }
  /// Distinct asking offers of the reference window.
  public var offersReference: Int? { hidesReference ? nil : signal.offersReference }
  /// Distinct asking offers of the recent window.
  public var offersRecent: Int? { hidesRecent ? nil : signal.offersRecent }
  /// Share of the offers of the reference window.
  public var shareReference: Double? { hidesReference ? nil : signal.shareReference }
  /// Share of the offers of the recent window.
  public var shareRecent: Double? { hidesRecent ? nil : signal.shareRecent }
  /// Interval of the reference share, 95 %, on the effective size.
  public var intervalReference: WilsonInterval? { hidesReference ? nil : signal.intervalReference }
  /// Interval of the recent share.
  public var intervalRecent: WilsonInterval? { hidesRecent ? nil : signal.intervalRecent }
  /// What the recent offers are worth, were employers independent.
  public var effectiveRecent: Double? { hidesRecent ? nil : signal.effectiveRecent }
  /// Change inside occupations and feeds.
  public var within: Double? { isWhole ? signal.within : nil }
  /// Change of their mix.
  public var mix: Double? { isWhole ? signal.mix : nil }
  /// Odds ratio common to the strata.
  public var oddsRatio: Double? { isWhole ? signal.oddsRatio : nil }
  /// Its interval, 95 %.
  public var interval: ClosedRange<Double>? { isWhole ? signal.interval : nil }
  /// By how much employers widen the variance of the test.
  public var overdispersion: Double? { isWhole ? signal.overdispersion : nil }
  /// Slope of the adjusted monthly share, a month.
  public var slope: Double? { isWhole ? signal.slope : nil }
  /// p-value of Mann and Kendall of the same series.
  public var trendP: Double? { isWhole ? signal.trendP : nil }
  /// Known employers among the asking offers of both windows.
  public var employers: Int? { hidesEmployers ? nil : signal.employers }
}
