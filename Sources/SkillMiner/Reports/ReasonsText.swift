import Taxonomy

/// The reasons of one offer's reading as people read them: numbers signed, the largest first.
public struct ReasonsText {
  /// The fields in scalars, as offsets count them.
  private let title: [Unicode.Scalar]
  private let description: [Unicode.Scalar]
  private let mentions: [Place: Mention]
  private struct Place: Hashable {
    let field: Mention.Field
    let start: Int
    let end: Int
  }

  private let release: TaxonomyRelease
  private let model: LinkerModel
  /// Reasons that are told for and against each decision.
  private static let shown = 4
  /// Items that are told beside the first.
  private static let others = 3

  /// - Parameters:
  ///   - offer: what was read.
  ///   - mentions: what was found in it.
  ///   - lexicon: what it was read with.
  public init(offer: GivenTexts, mentions: [Mention], lexicon: Lexicon) {
    title = Array(offer.title.unicodeScalars)
    description = Array(offer.description.unicodeScalars)
    self.mentions = Dictionary(
      mentions.map { (Place(field: $0.field, start: $0.start, end: $0.end), $0) },
      uniquingKeysWith: { first, _ in first })
    release = lexicon.release
    model = lexicon.model
  }

  /// Whether a stretch became a mention, as a demand or not.
  public func isMention(_ reasons: SpanReasons) -> Bool { mention(reasons) != nil }

  /// A paragraph on a stretch, its lines ended.
  public func paragraph(_ reasons: SpanReasons) -> String {
    var lines = [heading(reasons)]
    lines += reasons.decision == .grammar ? [] : decision(reasons)
    let mention = mention(reasons)
    if let mention { lines.append("  Lue comme\u{A0}: \(Self.stance(mention.stance)).") }
    if reasons.decision != .grammar, mention != nil { lines += item(reasons) }
    if reasons.decision == .grammar, let item = mention?.code.flatMap({ release.competency($0) }) {
      lines.append("  Item \(item.code) «\u{A0}\(item.label)\u{A0}».")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mention(_ reasons: SpanReasons) -> Mention? {
    mentions[Place(field: reasons.field, start: reasons.start, end: reasons.end)]
  }

  /// Whether a stretch holds some words, whatever their accents and capitals.
  public func holds(_ words: String, _ reasons: SpanReasons) -> Bool {
    PlainKey.fold(text(reasons)).contains(PlainKey.fold(words))
  }

  /// The words of a stretch, as they stand in the offer.
  private func text(_ reasons: SpanReasons) -> String {
    let field = reasons.field == .title ? title : description
    return String(String.UnicodeScalarView(field[reasons.start..<reasons.end]))
  }

  private func heading(_ reasons: SpanReasons) -> String {
    let field = reasons.field == .title ? "Intitulé" : "Description"
    let words = text(reasons).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let found =
      reasons.decision == .grammar ? "\u{A0}: lue par une grammaire (certificats, langues, diplômes)" : ""
    return "\(field), \(reasons.start)–\(reasons.end)\u{A0}: «\u{A0}\(words)\u{A0}»\(found)"
  }

  private func decision(_ reasons: SpanReasons) -> [String] {
    let verdict =
      switch reasons.decision {
      case .kept: "Retenue"
      case .outweighed: "Écartée au profit d’une expression plus probable qui la recouvre"
      case .refused, .grammar: "Écartée"
      }
    let threshold = FrenchNumber.decimal(Double(model.spanThreshold), digits: 2)
    return [
      "  \(verdict)\u{A0}: compétence demandée avec la probabilité \(Self.probability(reasons.probability)) (retenue à partir de \(threshold))."
    ] + Self.sides(reasons.parts, "Pour", "Contre")
  }

  private func item(_ reasons: SpanReasons) -> [String] {
    switch reasons.link {
    case .written(let form, let item):
      return ["  Item \(item.code) «\u{A0}\(item.label)\u{A0}», par la forme écrite «\u{A0}\(form)\u{A0}»."]
    case .none: return ["  Aucun item\u{A0}: aucun intitulé n’est assez proche."]
    case .likely(let probability):
      guard let first = reasons.candidates.first else { return [] }
      let name = "\(first.item.code) «\u{A0}\(first.item.label)\u{A0}»"
      let value = Self.probability(probability)
      let outcome =
        probability < Double(model.itemThreshold)
        ? "Aucun item\u{A0}: le plus proche, \(name), n’est juste qu’avec la probabilité \(value)."
        : probability < Double(model.countThreshold)
          ? "Item \(name), probabilité \(value)\u{A0}: montré, pas compté (compté à partir de \(FrenchNumber.decimal(Double(model.countThreshold), digits: 2)))."
          : "Item \(name), probabilité \(value)\u{A0}: compté."
      var lines = ["  " + outcome]
      if reasons.candidates.count > 1 {
        lines += Self.sides(first.comparison, "Devant le suivant", "Malgré")
        let others = reasons.candidates.dropFirst().prefix(Self.others).map { candidate in
          "\(candidate.item.code) «\u{A0}\(candidate.item.label)\u{A0}» (\(Self.signed(candidate.score - first.score)))"
        }
        lines.append("    Puis\u{A0}: \(others.joined(separator: "\u{A0}; ")).")
      }
      return lines
    }
  }

  /// What speaks for a decision and what against it, a line each.
  private static func sides(_ parts: [SpanReasons.Part], _ lead: String, _ counter: String) -> [String] {
    [(lead, parts.filter { $0.amount > 0 }), (counter, parts.filter { $0.amount < 0 })].compactMap {
      name, side in
      guard !side.isEmpty else { return nil }
      let told = side.prefix(shown).map { "\($0.meaning) (\(signed($0.amount)))" }
      return "    \(name)\u{A0}: \(told.joined(separator: "\u{A0}; "))."
    }
  }

  private static func probability(_ value: Double) -> String { FrenchNumber.decimal(value, digits: 2) }

  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + FrenchNumber.decimal(value, digits: 2)
  }

  private static func stance(_ stance: Stance) -> String {
    switch stance {
    case .mission: "mission du poste"
    case .required: "exigée"
    case .desired: "souhaitée"
    case .provided: "formation assurée par l’employeur"
    case .negated: "écartée par l’offre"
    case .boilerplate: "hors demande"
    }
  }
}
