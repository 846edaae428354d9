public import Taxonomy

/// Reads offers, one JSON object a line, into facts: what an import does with each of them, without a store to keep it.
///
/// Not thread-safe; threads are its own.
public final class FactExtractor {
  /// What became of a line.
  public enum Answer: Sendable {
    /// An offer; no sketch for a text without words.
    case fact(OfferFact, TextSketch?, warnings: [Finding])
    /// Set aside, with the bytes that were read, contact data taken out. The finding names no file.
    case quarantined(Finding, raw: [UInt8])
    /// A JSON object that is no offer, such as another kind of schema.org.
    case nothing
  }

  private let reader: JSONOfferReader
  private let pool: ReadingPool
  private let places: PlaceResolver

  /// - Parameters:
  ///   - engine: built from the release.
  ///   - places: resolves places to territories.
  ///   - today: the day beyond which creation dates lie in the future.
  ///   - source: feed name for records that do not say theirs.
  ///   - threads: how many offers are read at a time; answers do not depend on it.
  public init(
    engine: ReadingEngine, places: PlaceResolver, today: CalendarDate, source: String?, threads: Int
  ) throws {
    let rules = OfferReader(
      today: today, source: source, knownOccupations: engine.acceptedOccupations, format: .jsonl,
      frenchOnly: true)
    reader = JSONOfferReader(builder: OfferBuilder(reader: rules))
    pool = try ReadingPool(engine: engine, threads: threads)
    self.places = places
  }

  /// Answers in the order of the lines, one each.
  public func read(_ lines: [[UInt8]]) -> [Answer] {
    var answers: [Answer] = []
    var waiting: [(index: Int, offer: PreparedOffer)] = []
    for line in lines {
      switch reader.decode(line, at: RecordPlace(file: "", line: 1, record: 1)) {
      case .offer(let offer, _, let warnings):
        waiting.append((answers.count, PreparedOffer(offer, warnings: warnings, places: places)))
      case .quarantined(let finding, let raw):
        answers.append(.quarantined(Self.unplaced(finding), raw: QuarantineRedaction.redact(raw)))
        continue
      case nil: break
      }
      answers.append(.nothing)
    }
    let readings = pool.read(waiting.map { OfferToRead($0.offer.offer) })
    for (item, reading) in zip(waiting, readings) {
      var prepared = item.offer
      prepared.occupations = reading.occupations
      prepared.mentions = reading.mentions
      let sketch = TextSketch(prepared.offer.title + "\n" + prepared.offer.description)
      answers[item.index] = .fact(OfferFact(prepared), sketch, warnings: prepared.warnings)
    }
    return answers
  }

  /// The number of the record is known to the one who cut the input into portions.
  private static func unplaced(_ finding: Finding) -> Finding {
    let lead = "enregistrement 1\u{A0}: "
    let message = finding.message
    return Finding(
      severity: finding.severity, code: finding.code, file: "",
      message: message.hasPrefix(lead) ? String(message.dropFirst(lead.count)) : message,
      advice: finding.advice)
  }
}
