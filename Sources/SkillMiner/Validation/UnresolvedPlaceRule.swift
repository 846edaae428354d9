public import Taxonomy

/// Offers that no place was found for are missing from every territory.
public struct UnresolvedPlaceRule: OfferRule {
  /// See `OfferRule`.
  public static let code = "VALID-206"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    let all = profile.places.reduce(0) { $0 + $1.offers }
    let lost = profile.places.first { $0.resolution == .unknown }?.offers ?? 0
    guard lost * 20 > all else { return [] }
    return finding(
      about: ["\(FrenchNumber.integer(lost)) sur \(FrenchNumber.integer(all))"],
      { _, shown in "plus de 5\u{A0}% des offres ne sont situées nulle part\u{A0}: \(shown)." },
      advice: "Importez les territoires, et une table de codes postaux et de coordonnées si vous en avez une."
    )
  }
}
