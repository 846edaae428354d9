public import Taxonomy

/// Annotated offers as they are kept in a file: one JSON object a line (docs/guide-annotation.md).
public struct GoldFile: Sendable {
  /// Usable offers, in the order of the file.
  public private(set) var offers: [AnnotatedOffer] = []
  /// What is wrong, line by line.
  public private(set) var findings: [Finding] = []
  /// SHA-256 of the file, hexadecimal; empty for standard input.
  public let digest: String

  /// Reads a file (plain or compressed). A line with a mistake is set aside whole: an offer that is annotated in part
  /// would count what was found in the other part as wrong.
  ///
  /// - Throws: `ReadingError` when the file is missing or damaged or holds no usable offer.
  public init(path: String) throws {
    digest = InputDigest.digest(path) ?? ""
    var offers: [AnnotatedOffer] = []
    var places: [String: Int] = [:]
    var repeats: [Finding] = []
    try AnnotationLines.forEach(of: path, findings: &findings) { fields, file, line in
      let offer = try Self.offer(fields, file, line)
      if let place = places[offer.id] {
        repeats.append(EvaluationFindings.repeated(offer.id, file, line))
        offers[place] = offer
      } else {
        places[offer.id] = offers.count
        offers.append(offer)
      }
    }
    findings += repeats
    guard !offers.isEmpty else { throw ReadingError(findings.first ?? EvaluationFindings.nothing(path)) }
    self.offers = offers
  }

  private static func offer(_ fields: JSONFields, _ file: String, _ line: Int) throws -> AnnotatedOffer {
    let title = try fields.optionalText("title") ?? ""
    let description = try fields.text("description")
    let texts = [
      Mention.Field.title: Array(title.unicodeScalars), .description: Array(description.unicodeScalars),
    ]
    let mentions = try fields.objects("mentions").enumerated().map { index, mention in
      try Self.mention(mention, number: index + 1, texts: texts, file, line)
    }
    return AnnotatedOffer(
      id: try fields.text("id"), title: title, description: description,
      occupation: try fields.optionalText("rome_code").flatMap { ROMECode($0) }, mentions: mentions)
  }

  private static func mention(
    _ fields: JSONFields, number: Int, texts: [Mention.Field: [Unicode.Scalar]], _ file: String, _ line: Int
  ) throws -> AnnotatedMention {
    func refuse(_ finding: Finding) -> AnnotationLines.Refusal { AnnotationLines.Refusal(finding: finding) }
    func word<T>(_ name: String, _ known: [String], _ meaning: (String) -> T?) throws -> T {
      let text = try fields.text(name)
      guard let value = meaning(text) else {
        throw refuse(EvaluationFindings.word(number, text, name, known, file, line))
      }
      return value
    }
    let field = try word("field", ["title", "description"]) { Mention.Field(rawValue: $0) }
    let kind = try word("kind", GoldWords.kinds.map(\.word)) { GoldWords.kind($0) }
    let stance = try word("status", GoldWords.stances.map(\.word)) { GoldWords.stance($0) }
    let (start, end) = (try fields.integer("start"), try fields.integer("end"))
    guard let text = texts[field], start >= 0, start < end, end <= text.count else {
      throw refuse(EvaluationFindings.outside(number, file, line))
    }
    let passage = String(String.UnicodeScalarView(text[start..<end]))
    if let quote = try fields.optionalText("quote"),
      quote.unicodeScalars.elementsEqual(passage.unicodeScalars) == false
    {
      throw refuse(EvaluationFindings.quote(number, quote, found: passage, file, line))
    }
    let codes = try fields.texts("codes").map { text in
      guard let code = OGRCode(text) else { throw refuse(EvaluationFindings.code(number, text, file, line)) }
      return code
    }
    return AnnotatedMention(field: field, start: start, end: end, kind: kind, stance: stance, codes: codes)
  }
}
