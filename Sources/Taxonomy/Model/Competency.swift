/// One item of a competency taxonomy (savoir-faire, savoir or savoir-être), by its code.
public struct Competency: Hashable, Sendable {
  /// What sort of item it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Savoir-faire: an infinitive phrase.
    case knowHow = "know-how"
    /// Macro-compétence: the parent of several savoir-faire.
    case macro
    /// Savoir: a domain, technique, product, norm, certificate or software.
    case knowledge
    /// Savoir-être professionnel: one of sixteen.
    case softSkill = "soft-skill"
  }

  /// What the category of a savoir says about how it is asked for.
  public enum Nature: String, Sendable, CaseIterable {
    /// Everything that is not named below.
    case ordinary
    /// *Certifications et habilitations*: certificates, licences, habilitations, permits.
    case credential
    /// *Logiciels, progiciels* and other named software.
    case software
    /// A language.
    case language
  }

  /// Number of the item.
  public let code: OGRCode
  /// Official wording.
  public let label: String
  /// What sort of item it is.
  public let kind: Kind
  /// How it is asked for.
  public let nature: Nature
  /// The official category and subcategory, empty when the release gives none.
  public let category: String
  /// Finer than `category`; empty when the release gives none.
  public let subcategory: String
  /// The macro-compétence it belongs to.
  public let macro: OGRCode?

  /// An item.
  public init(
    code: OGRCode, label: String, kind: Kind, nature: Nature = .ordinary, category: String = "",
    subcategory: String = "", macro: OGRCode? = nil
  ) {
    self.code = code
    self.label = label
    self.kind = kind
    self.nature = nature
    self.category = category
    self.subcategory = subcategory
    self.macro = macro
  }
}
