public import Taxonomy

/// A month far above the others shows when offers were collected, not when they were published.
public struct MonthSpikeRule: OfferRule {
  /// Times the median a month must reach.
  static let factor = 5
  /// Offers a month must have.
  static let least = 50
  /// See `OfferRule`.
  public static let code = "VALID-202"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    let spikes = profile.sources.filter { $0.months.count >= 4 }.flatMap { source in
      let sorted = source.months.values.sorted()
      let median = max(1, sorted[sorted.count / 2])
      return source.months.sorted { $0.key < $1.key }
        .filter { $0.value >= Self.least && $0.value >= median * Self.factor }
        .map { "\(source.name) \(monthName($0.key)) (\(FrenchNumber.integer($0.value)) offres)" }
    }
    return finding(
      about: spikes,
      {
        "\(FrenchNumber.count($0, "mois dépasse", "mois dépassent")) de loin les autres mois de leur source\u{A0}: \($1)."
      },
      advice: "Comparez au sein d’une source, et les parts plutôt que les nombres.")
  }
}
