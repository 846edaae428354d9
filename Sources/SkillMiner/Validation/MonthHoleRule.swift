public import Taxonomy

/// A month without offers in the middle of a source is a collection that failed, not a labour market that stopped.
public struct MonthHoleRule: OfferRule {
  /// Offers a source must have before its months say anything.
  static let least = 200
  /// See `OfferRule`.
  public static let code = "VALID-201"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    let holes = profile.sources.filter { $0.months.values.reduce(0, +) >= Self.least }.flatMap { source in
      let months = source.months.keys.sorted()
      guard let first = months.first, let last = months.last else { return [String]() }
      return (first...last).filter { source.months[$0] == nil }.map { "\(source.name) \(monthName($0))" }
    }
    return finding(
      about: holes, { "\($0) mois sans aucune offre\u{A0}: \($1)." },
      advice: "Une collecte a manqué\u{A0}: ne lisez pas de baisse dans ces mois.")
  }
}
