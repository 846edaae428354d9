/// To whom figures are shown: asked of every call whose result may leave the house.
public struct Disclosure: Hashable, Sendable {
  /// Cells kept back; `nil` for a reader who may see everything.
  public let secrecy: SecrecyRules?

  /// For public pages, fiches and exports, by the default rules.
  public static let published = Disclosure(secrecy: SecrecyRules())
  /// For authorised readers.
  public static let fullDetail = Disclosure(secrecy: nil)

  /// For publication by other rules.
  public static func published(_ rules: SecrecyRules) -> Disclosure { Disclosure(secrecy: rules) }

  /// Whether a cell is kept back for its own sake.
  public func hides(offers: Int, employers: Int) -> Bool {
    secrecy?.isSecret(SecrecyRules.Cell(offers: offers, employers: employers)) ?? false
  }

  /// One word for fingerprints.
  var canonical: String { secrecy.map { "published \($0.offers) \($0.employers)" } ?? "full" }
}
