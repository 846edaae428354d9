public import Taxonomy

/// A mention that people marked: where it stands, what it is, and every item they accept for it.
public struct AnnotatedMention: Hashable, Sendable, FieldSpan {
  /// Field the offsets count in.
  public let field: Mention.Field
  /// First Unicode scalar.
  public let start: Int
  /// Scalar after the last.
  public let end: Int
  /// What it is.
  public let kind: Mention.Kind
  /// What the offer does with it.
  public let stance: Stance
  /// Every item that is accepted; empty when the taxonomy holds none.
  public let codes: [OGRCode]

  /// Makes the value from its parts.
  public init(
    field: Mention.Field, start: Int, end: Int, kind: Mention.Kind, stance: Stance, codes: [OGRCode]
  ) {
    self.field = field
    self.start = start
    self.end = end
    self.kind = kind
    self.stance = stance
    self.codes = codes
  }
}
