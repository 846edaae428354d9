public import Taxonomy

/// Offers without an occupation count for no certification.
public struct WithoutOccupationRule: OfferRule {
  /// See `OfferRule`.
  public static let code = "VALID-207"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    guard profile.withoutOccupation * 10 > profile.offers else { return [] }
    return finding(
      about: [
        "\(FrenchNumber.integer(profile.withoutOccupation)) sur \(FrenchNumber.integer(profile.offers))"
      ],
      { _, shown in "plus de 10\u{A0}% des offres n’ont aucun métier, déclaré ou proposé\u{A0}: \(shown)." },
      advice: "Vérifiez que les intitulés sont lus, et que le ROME complet est importé.")
  }
}
