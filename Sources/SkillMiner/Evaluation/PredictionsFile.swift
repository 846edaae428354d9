public import Taxonomy

/// What a program found in offers, as `extract` writes it: one JSON object a line.
public struct PredictionsFile: Sendable {
  /// Mentions by identifier of the offer.
  public private(set) var mentions: [String: [PredictedMention]] = [:]
  /// What is wrong, line by line.
  public private(set) var findings: [Finding] = []

  /// Reads a file (plain or compressed). A line with a mistake is set aside whole.
  ///
  /// - Throws: `ReadingError` when the file is missing or damaged.
  public init(path: String) throws {
    var mentions: [String: [PredictedMention]] = [:]
    try AnnotationLines.forEach(of: path, findings: &findings) { fields, file, line in
      let id = try fields.text("id")
      mentions[id] = try fields.objects("mentions").enumerated().map { index, mention in
        try Self.mention(mention, number: index + 1, file, line)
      }
    }
    self.mentions = mentions
  }

  private static func mention(
    _ fields: JSONFields, number: Int, _ file: String, _ line: Int
  ) throws -> PredictedMention {
    func refuse(_ finding: Finding) -> AnnotationLines.Refusal { AnnotationLines.Refusal(finding: finding) }
    let fieldName = try fields.text("field")
    guard let field = Mention.Field(rawValue: fieldName) else {
      throw refuse(EvaluationFindings.word(number, fieldName, "field", ["title", "description"], file, line))
    }
    let stanceName = try fields.text("stance")
    guard let stance = Stance(rawValue: stanceName) else {
      throw refuse(
        EvaluationFindings.word(number, stanceName, "stance", Stance.allCases.map(\.rawValue), file, line))
    }
    let code = try fields.optionalText("code").map { text in
      guard let code = OGRCode(text) else { throw refuse(EvaluationFindings.code(number, text, file, line)) }
      return code
    }
    let (start, end) = (try fields.integer("start"), try fields.integer("end"))
    guard start >= 0, start < end else { throw refuse(EvaluationFindings.outside(number, file, line)) }
    return PredictedMention(field: field, start: start, end: end, code: code, stance: stance)
  }

  /// A warning about offers that the annotations do not hold.
  public func strangers(to gold: [AnnotatedOffer], file: String) -> Finding? {
    let known = Set(gold.map(\.id))
    let count = mentions.keys.count { !known.contains($0) }
    return count == 0 ? nil : EvaluationFindings.unknownOffers(count, file)
  }
}
