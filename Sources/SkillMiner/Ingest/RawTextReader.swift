public import Taxonomy

/// An offer's fields as somebody gives them, before any cleaning.
public struct GivenTexts: Sendable {
  /// Title as given.
  public let title: String
  /// Description as given; markup is allowed.
  public let description: String
  /// The occupation when known, possibly a v3 code.
  public let occupation: ROMECode?

  /// Makes the value from its parts.
  public init(title: String, description: String, occupation: ROMECode?) {
    self.title = title
    self.description = description
    self.occupation = occupation
  }
}

/// Finds mentions in texts as they were given: fields are cleaned for reading, and offsets are taken back to the source.
///
/// Not thread-safe: one a thread, over one engine.
public final class RawTextReader {
  private let engine: ReadingEngine
  private let worker: Extractor.Worker
  private let exact: Bool

  /// - Parameters:
  ///   - engine: built from the release to read with.
  ///   - exact: whether only written forms and grammars count, without phrases that no form covers.
  public init(engine: ReadingEngine, exact: Bool = false) throws {
    self.engine = engine
    self.exact = exact
    worker = try engine.extractor.makeWorker()
  }

  /// Mentions of one offer; Unicode scalar offsets into the fields as given.
  public func read(_ offer: GivenTexts) -> [Mention] {
    let (title, text, prior) = prepared(offer)
    let mentions =
      exact
      ? worker.extractExactly(title: title.text, description: text.text, occupation: prior)
      : worker.extract(title: title.text, description: text.text, occupation: prior)
    if title.isUnchanged, text.isUnchanged { return mentions }
    return mentions.map { Self.located($0, in: $0.field == .title ? title : text) }
  }

  /// Every stretch that was weighed, with what led to its decision; offsets as in `read`.
  ///
  /// - Throws: `ReadingError` when the program was built without a meaning for each feature.
  public func reasons(_ offer: GivenTexts) throws -> [SpanReasons] {
    let (title, text, prior) = prepared(offer)
    return try worker.reasons(title: title.text, description: text.text, occupation: prior).map {
      $0.moved(to: ($0.field == .title ? title : text).sourceRange(of: $0.start..<$0.end))
    }
  }

  /// The fields as they are read, and the occupation that may weigh on what is read: only one that is sure.
  private func prepared(
    _ offer: GivenTexts
  ) -> (title: CleanedText, text: CleanedText, occupation: ROMECode?) {
    let title = OfferCleaning.clean(offer.title)
    let declared = engine.occupations.declared(
      offer.occupation, label: nil, appellation: nil, title: title.text)
    let prior = declared.count == 1 ? declared[0].code : declared.isEmpty ? nil : offer.occupation
    return (title, OfferCleaning.clean(offer.description), prior)
  }

  /// Mentions of each offer in the order of the offers.
  public func read(_ offers: [GivenTexts]) -> [[Mention]] { offers.map { offer in read(offer) } }

  private static func located(_ mention: Mention, in field: CleanedText) -> Mention {
    if field.isUnchanged { return mention }
    let range = field.sourceRange(of: mention.start..<mention.end)
    return Mention(
      field: mention.field, start: range.lowerBound, end: range.upperBound, code: mention.code,
      family: mention.family, kind: mention.kind, stance: mention.stance, origin: mention.origin)
  }
}
