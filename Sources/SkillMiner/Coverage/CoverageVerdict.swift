public import Taxonomy

/// Whether a certification's blocks contain a family, and the sentence that decides (STATISTICS, section 6).
public struct CoverageVerdict: Hashable, Sendable {
  /// How much of the family the blocks contain.
  public enum Level: String, Sendable, CaseIterable, Codable {
    case covered
    case partial
    case missing
  }

  /// Why the level was given.
  public enum Reason: String, Sendable, CaseIterable {
    /// A form of the family stands in a block.
    case form
    /// An item narrower than the family stands in a block.
    case narrower
    /// A label of the family stands there word for word.
    case wordForWord = "word-for-word"
    /// The words of a label stand together in one sentence, in another order or with others between them.
    case words
    /// The certificate is named or granted.
    case named
    /// The gesture is taught, the certificate is not named.
    case gesture
    /// A broader item, or the macro-competency itself, stands in a block.
    case broader
    /// Another item of the same macro-competency stands in a block.
    case sibling
    /// The title or the prerequisites suppose the licence: nobody can hold the certification without it.
    case implied
    /// Nothing in the blocks comes near.
    case absent
    /// A reviewer's verdict, with a note.
    case overruled
  }

  /// How much is contained.
  public let level: Level
  /// Why.
  public let reason: Reason
  /// The passage that decides; `nil` when its absence does.
  public let passage: BlockPassage?
  /// The item found there, when one was.
  public let item: OGRCode?

  /// Makes the value from its parts.
  public init(level: Level, reason: Reason, passage: BlockPassage? = nil, item: OGRCode? = nil) {
    self.level = level
    self.reason = reason
    self.passage = passage
    self.item = item
  }

  /// Nothing found.
  public static let missing = CoverageVerdict(level: .missing, reason: .absent)
}
