public import Taxonomy

/// One employer that makes a tenth of a stratum makes its competencies too.
public struct DominantEmployerRule: OfferRule {
  /// Offers an occupation must have before shares say anything.
  static let least = 50
  /// See `OfferRule`.
  public static let code = "VALID-203"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    let strata = profile.strata.filter { $0.offers >= Self.least && $0.largestEmployer * 10 > $0.offers }
      .sorted {
        ($1.largestEmployer * $0.offers, $0.occupation) < ($0.largestEmployer * $1.offers, $1.occupation)
      }
    return finding(
      about: strata.map { "\($0.occupation) (\(percent($0.largestEmployer, of: $0.offers)))" },
      {
        "dans \(FrenchNumber.count($0, "métier", "métiers")), un seul employeur publie plus de 10\u{A0}% des offres\u{A0}: \($1)."
      },
      advice: "L’intervalle de confiance en tient compte\u{A0}; relisez ces métiers avant de conclure.")
  }
}
