public import Taxonomy

/// Sector codes that are not of the NAF put offers in no sector.
public struct UnknownSectorRule: OfferRule {
  /// See `OfferRule`.
  public static let code = "VALID-204"

  /// See `OfferRule`.
  public func findings(in profile: OfferProfile) -> [Finding] {
    let unknown = profile.sectors.filter { !profile.naf.knows($0.code) }
    return finding(
      about: unknown.map { "«\u{A0}\($0.code.prefix(20))\u{A0}» (\(FrenchNumber.integer($0.offers)))" },
      {
        FrenchNumber.count($0, "code de secteur n’est pas", "codes de secteur ne sont pas")
          + " de la NAF\u{A0}: \($1)."
      },
      advice: "Vérifiez la colonne lue comme code NAF\u{A0}: 47.11F, 4711F ou 47 sont attendus.")
  }
}
