import Taxonomy

/// One family of a certification as a page shows it.
public struct FamilyView: Sendable {
  public let label: String
  public let kind: String
  public let verdict: String
  /// A shape for each verdict, so that colour is never the only sign.
  public let symbol: String
  /// `covered`, `partial` or `missing`, for the style sheet.
  public let level: String
  public let demand: String
  public let interval: String
  public let count: String
  public let employers: String
  public let territories: String
  /// An `svg` element.
  public let chart: String
  public let reason: String
  public let passage: Passage?

  /// The sentence that decides.
  public struct Passage: Sendable {
    public let text: String
    public let code: String
  }

  init(_ f: CertificationAssessment.Family, parameters: AnalysisParameters, scale: Double) {
    let d = f.demand
    label = f.family.label
    kind = FrenchWords.kind(f.family.kind)
    verdict = FrenchWords.verdict(f.verdict.level)
    symbol =
      switch f.verdict.level {
      case .covered: "●"
      case .partial: "◐"
      case .missing: "○"
      }
    level = f.verdict.level.rawValue
    demand = FrenchNumber.percent(d.share)
    interval = FrenchNumber.percentRange(d.interval.lower, d.interval.upper)
    count = FrenchNumber.count(d.offers, of: d.offersTotal)
    employers = FrenchNumber.integer(d.employers)
    territories = FrenchNumber.integer(d.territories)
    chart = IntervalChart.svg(
      share: d.share, interval: d.interval, threshold: parameters.minimumDemand, scale: scale)
    reason = FrenchWords.reason(f.verdict.reason)
    passage = f.verdict.passage.map { Passage(text: $0.text, code: $0.code) }
  }
}
