public import Taxonomy

/// An offer and what people who know the trades marked in it.
public struct AnnotatedOffer: Hashable, Sendable {
  /// Identifier; unique within a file.
  public let id: String
  /// Title the offsets of its mentions count in.
  public let title: String
  /// Text the offsets of its mentions count in.
  public let description: String
  /// Occupation the feed gives.
  public let occupation: ROMECode?
  /// What was marked, in the order of the file.
  public let mentions: [AnnotatedMention]

  /// Makes the value from its parts.
  public init(
    id: String, title: String, description: String, occupation: ROMECode?, mentions: [AnnotatedMention]
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.occupation = occupation
    self.mentions = mentions
  }

  /// The text of a field.
  public func text(_ field: Mention.Field) -> String { field == .title ? title : description }
}
