import Taxonomy

/// One disagreement in words.
package struct ErrorRow: Sendable {
  /// What sort of disagreement; the raw value is what people read.
  enum What: String, CaseIterable {
    case missed = "oublié"
    case spurious = "en trop"
    case wrongCode = "autre code"
    case wrongStance = "autre posture"

    init(_ error: EvaluationError) {
      switch error {
      case .missed: self = .missed
      case .spurious: self = .spurious
      case .wrongCode: self = .wrongCode
      case .wrongStance: self = .wrongStance
      }
    }
  }

  package let what: String
  package let style: String
  package let quote: String
  /// What people marked: kind, stance, items.
  package let expected: [String]
  /// What was found: stance, item, what found it.
  package let found: [String]

  init(_ error: EvaluationError, _ offer: AnnotatedOffer, _ release: TaxonomyRelease) {
    let what = What(error)
    self.what = what.rawValue
    style = "\(what)"
    let words = ErrorWords(release: release)
    let place = Self.place(error)
    quote = MarkedStretch.printable(
      String(
        String.UnicodeScalarView(
          offer.text(place.field).unicodeScalars.dropFirst(place.start).prefix(place.end - place.start))))
    switch error {
    case .missed(let mention):
      expected = words.expected(mention)
      found = []
    case .spurious(let prediction):
      expected = []
      found = words.found(prediction)
    case .wrongCode(let mention, let predictions):
      expected = words.expected(mention)
      found = predictions.flatMap { words.found($0) }
    case .wrongStance(let mention, let prediction):
      expected = words.expected(mention)
      found = words.found(prediction)
    }
  }

  /// The stretch a disagreement is about.
  static func place(_ error: EvaluationError) -> (field: Mention.Field, start: Int, end: Int) {
    switch error {
    case .missed(let m), .wrongCode(let m, _): (m.field, m.start, m.end)
    case .spurious(let p), .wrongStance(_, let p): (p.field, p.start, p.end)
    }
  }
}

/// Marks and findings in words.
private struct ErrorWords {
  let release: TaxonomyRelease

  func expected(_ mention: AnnotatedMention) -> [String] {
    let head = "\(GoldWords.name(mention.kind)), \(GoldWords.name(mention.stance))"
    return [head] + (mention.codes.isEmpty ? ["sans code"] : mention.codes.map(label))
  }

  func found(_ prediction: PredictedMention) -> [String] {
    let origin = prediction.origin.isEmpty ? "" : " (\(prediction.origin))"
    return [
      GoldWords.name(prediction.stance) + MarkedStretch.printable(origin),
      prediction.code.map(label) ?? "sans code",
    ]
  }

  private func label(_ code: OGRCode) -> String {
    "\(code) \(release.competency(code)?.label ?? "(absent de la taxonomie)")"
  }
}
