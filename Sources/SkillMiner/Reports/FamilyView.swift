import Taxonomy

/// One family of a certification as a page shows it.
package struct FamilyView: Sendable {
  package let label: String
  package let kind: String
  package let verdict: String
  /// A shape for each verdict, so that colour is never the only sign.
  package let symbol: String
  /// `covered`, `partial` or `missing`, for the style sheet.
  package let level: String
  package let demand: String
  package let interval: String
  package let count: String
  package let employers: String
  package let territories: String
  /// An `svg` element.
  package let chart: String
  package let reason: String
  package let passage: Passage?

  /// The sentence that decides.
  package struct Passage: Sendable {
    package let text: String
    package let code: String
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
