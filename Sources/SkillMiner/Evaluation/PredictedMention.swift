public import Taxonomy

/// What a program found: a line of a predictions file, or a mention of the extractor.
public struct PredictedMention: Hashable, Sendable, FieldSpan {
  /// Field the offsets count in.
  public let field: Mention.Field
  /// First Unicode scalar.
  public let start: Int
  /// Scalar after the last.
  public let end: Int
  /// The item it was linked to.
  public let code: OGRCode?
  /// What the offer does with it.
  public let stance: Stance
  /// What found it; empty when a file does not say.
  public let origin: String

  /// Makes the value from its parts.
  public init(
    field: Mention.Field, start: Int, end: Int, code: OGRCode?, stance: Stance, origin: String = ""
  ) {
    self.field = field
    self.start = start
    self.end = end
    self.code = code
    self.stance = stance
    self.origin = origin
  }

  /// What the extractor found.
  public init(_ mention: Mention) {
    self.init(
      field: mention.field, start: mention.start, end: mention.end, code: mention.code,
      stance: mention.stance, origin: mention.origin)
  }
}
