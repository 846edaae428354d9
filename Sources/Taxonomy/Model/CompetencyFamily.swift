/// Near-equivalent items counted as one, so that demand is not scattered over twins.
///
/// Families are data (`taxonomy-data/overlays/families.csv`); an item that stands in no family is a family of its own,
/// named by its code (`ogr-300645`).
public struct CompetencyFamily: Hashable, Sendable {
  /// How the family is asked for and covered.
  public enum Kind: String, Sendable, CaseIterable {
    case knowHow = "know-how"
    case knowledge
    case softSkill = "soft-skill"
    case tool
    /// A certificate, licence or habilitation: covered only where it is named (STATISTICS, section 6).
    case credential
    case language
    case diploma
  }

  /// Stable identifier: lower-case ASCII letters, digits and hyphens.
  public let id: String
  /// French label as people read it.
  public let label: String
  /// How the family is asked for and covered.
  public let kind: Kind
  /// Member items in ascending order; may be empty for a family the taxonomy holds no item of.
  public let codes: [OGRCode]

  /// Member items are put in ascending order.
  public init(id: String, label: String, kind: Kind, codes: [OGRCode]) {
    self.id = id
    self.label = label
    self.kind = kind
    self.codes = codes.sorted()
  }
}
