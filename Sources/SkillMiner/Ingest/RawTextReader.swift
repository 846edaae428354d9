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
public final class RawTextReader {
  private let pool: ReadingPool

  /// - Parameters:
  ///   - engine: built from the release to read with.
  ///   - threads: how many read at a time; the result does not depend on it.
  public init(engine: ReadingEngine, threads: Int = 2) throws {
    pool = try ReadingPool(engine: engine, threads: threads, wantsOccupations: false)
  }

  /// Mentions of each offer in the order of the offers; Unicode scalar offsets into the fields as given.
  public func read(_ offers: [GivenTexts]) -> [[Mention]] {
    let clean = offers.map {
      (title: OfferCleaning.clean($0.title), text: OfferCleaning.clean($0.description))
    }
    let readings = pool.read(
      zip(offers, clean).map { offer, clean in
        OfferToRead(
          offer: 0, title: clean.title.text, description: clean.text.text, occupation: offer.occupation,
          occupationLabel: nil, appellation: nil)
      })
    return zip(readings, clean).map { reading, clean in
      reading.mentions.map { Self.located($0, in: $0.field == .title ? clean.title : clean.text) }
    }
  }

  private static func located(_ mention: Mention, in field: CleanedText) -> Mention {
    if field.isUnchanged { return mention }
    let range = field.sourceRange(of: mention.start..<mention.end)
    return Mention(
      field: mention.field, start: range.lowerBound, end: range.upperBound, code: mention.code,
      family: mention.family, kind: mention.kind, stance: mention.stance, origin: mention.origin)
  }
}
