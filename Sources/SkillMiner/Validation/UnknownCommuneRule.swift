public import Taxonomy

/// Commune codes the map does not know: the map is of another year, or the feed writes postcodes there.
public struct UnknownCommuneRule: OfferRule {
  /// See `OfferRule`.
  public static let code = "VALID-205"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    finding(
      about: profile.unknownCommunes.map { "\($0.code) (\(FrenchNumber.integer($0.offers)))" },
      {
        FrenchNumber.count($0, "code de commune est inconnu", "codes de commune sont inconnus")
          + " de la carte du magasin\u{A0}: \($1)."
      },
      advice:
        "Importez le code officiel géographique complet (mouvements compris), ou vérifiez que ce ne sont pas des codes postaux."
    )
  }
}
