import Taxonomy

/// What every page says of itself: day, window, sources, method, fingerprint. Strings only, ready for a template.
package struct ReportFrame: Sendable {
  package let title: String
  package let date: String
  package let offers: String
  package let window: String
  package let taxonomy: String
  package let version: String
  package let fingerprint: String
  /// Its first characters, for the foot of every printed page.
  package let shortFingerprint: String
  package let warnings: [String]
  package let hasWarnings: Bool
  package let minimumDemand: String
  package let minimumOffers: String
  package let supportOffers: String
  package let supportEmployers: String
  package let dominance: String
  package let cohesion: String
  package let moduleSize: String
  package let territories: String
  package let weights: String

  init(title: String, _ result: AnalysisResult) {
    let p = result.parameters
    self.title = title
    date = FrenchWords.date(result.today)
    offers = FrenchNumber.integer(result.offers)
    window =
      result.window.map {
        "du \(FrenchWords.date($0.lowerBound)) au \(FrenchWords.date($0.upperBound))"
      } ?? "dates inconnues"
    taxonomy = result.taxonomy
    version = Version.current
    fingerprint = result.fingerprint
    shortFingerprint = String(result.fingerprint.prefix(16))
    warnings = result.warnings.map {
      $0.message.prefix(1).uppercased() + $0.message.dropFirst() + " " + $0.advice
    }
    hasWarnings = !warnings.isEmpty
    minimumDemand = FrenchNumber.percent(p.minimumDemand)
    minimumOffers = FrenchNumber.integer(p.minimumOffers)
    supportOffers = FrenchNumber.integer(p.supportOffers)
    supportEmployers = FrenchNumber.integer(p.supportEmployers)
    dominance = FrenchNumber.percent(p.dominance)
    cohesion = FrenchNumber.decimal(p.cohesion, digits: 2)
    moduleSize = FrenchNumber.integer(p.moduleSize)
    territories = FrenchWords.territories(p.territoryLevel, 2)
    let w = p.weights
    weights = [
      ("besoin", w.demand), ("employeurs", w.employers), ("territoires", w.territories),
      ("profondeur", w.depth), ("transférabilité", w.transferability), ("formation assurée", w.provided),
      ("évolution", w.dynamics), ("signaux de terrain", w.field), ("tension", w.tension),
    ].map { "\($0.0) \(FrenchNumber.decimal($0.1, digits: 2))" }.joined(separator: ", ")
  }
}
