public import Taxonomy

/// One occurrence of a competency in a text.
public struct Mention: Hashable, Sendable {
  /// The part of an offer the offsets count in.
  public enum Field: String, Sendable {
    case title
    case description
  }

  /// What was found, in the words of the wire format.
  public enum Kind: String, BitwiseCopyable, Sendable, CaseIterable {
    case knowHow = "know-how"
    case knowledge
    case softSkill = "soft-skill"
    case tool
    case credential
    case diploma
    case language
  }

  /// The field it stands in.
  public let field: Field
  /// Unicode scalar offsets into the field as it was given to the extractor; `end` is exclusive.
  public let start: Int
  /// Exclusive end, like `start`.
  public let end: Int
  /// The item it is linked to; `nil` for a mention no item fits (a bare diploma level, an unknown product).
  public let code: OGRCode?
  /// The family it counts for; `nil` when it is linked to none, or by a guess too weak to count.
  public let family: String?
  /// What it is.
  public let kind: Kind
  /// What the offer does with it.
  public let stance: Stance
  /// What found it, as in `form:overlay`, `form:label`, `link:0.81`: every mention says why it is there.
  public let origin: String

  /// Makes the value from its parts.
  public init(
    field: Field, start: Int, end: Int, code: OGRCode?, family: String?, kind: Kind, stance: Stance,
    origin: String
  ) {
    self.field = field
    self.start = start
    self.end = end
    self.code = code
    self.family = family
    self.kind = kind
    self.stance = stance
    self.origin = origin
  }
}
