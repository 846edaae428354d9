/// Decides what a mention is in its offer from the section it stands in and the cues of its sentence.
struct StanceReader {
  /// A cue and the words it acts on.
  private struct Scope {
    var effect: StanceCues.Effect
    var tokens: Range<Int>
  }

  private let scopes: [Scope]
  private let tokens: [Token]

  /// Finds the cues of a field once.
  ///
  /// - Parameters:
  ///   - tokens: the field.
  ///   - clauses: its clauses; a cue reaches over a run of clauses up to a full stop, a line break, a semicolon or a dash:
  ///     lists run together on one line are lists all the same.
  init(lexicon: Lexicon, tokens: [Token], clauses: [Clause]) {
    var scopes: [Scope] = []
    var first = 0
    while first < clauses.count {
      var last = first
      while last + 1 < clauses.count, !Self.ends(clauses[last].after),
        // A bracket that closes at the end of a line hides the line's end.
        clauses[last + 1].line == clauses[last].line
      { last += 1 }
      let sentence = clauses[first].range.lowerBound..<clauses[last].range.upperBound
      let opensCue = sentence.contains {
        tokens[$0].kind == .word && lexicon.classes.of(tokens[$0].form).contains(.stanceCue)
      }
      guard opensCue else {
        first = last + 1
        continue
      }
      Self.collect(lexicon, tokens, sentence, into: &scopes)
      // A heading such as "Serait apprécié :" rules the bullets under it.
      if clauses[last].after == .line || clauses[last].after == .colon,
        last == first || clauses[last].after == .line,
        tokens[sentence].count(where: { $0.isContent }) <= 4, let scope = scopes.last,
        scope.effect == .desired,
        scope.tokens == sentence
      {
        var end = last + 1
        while end < clauses.count, clauses[end].inBullet { end += 1 }
        if end > last + 1 {
          scopes.append(
            Scope(
              effect: .desired, tokens: clauses[last + 1].range.lowerBound..<clauses[end - 1].range.upperBound
            ))
        }
      }
      first = last + 1
    }
    self.scopes = scopes
    self.tokens = tokens
  }

  private static func ends(_ boundary: Clause.Boundary) -> Bool {
    switch boundary {
    case .stop, .line, .semicolon, .dash: true
    case .text, .colon, .bracket: false
    }
  }

  private static func collect(
    _ lexicon: Lexicon, _ tokens: [Token], _ sentence: Range<Int>, into scopes: inout [Scope]
  ) {
    let words = sentence.filter { tokens[$0].kind == .word || tokens[$0].kind == .number }
    let forms = words.map { tokens[$0].form }
    var found: [(cue: StanceCues.Cue, at: Range<Int>)] = []
    var index = 0
    while index < words.count {
      if lexicon.classes.of(forms[index]).contains(.stanceCue),
        let cue = lexicon.stanceCues.cue(at: forms[index...])
      {
        found.append((cue, words[index]..<words[index + cue.length - 1] + 1))
        index += cue.length
      } else {
        index += 1
      }
    }
    for (order, item) in found.enumerated() where item.cue.effect != .terminator {
      // The scope ends at the nearest terminator on its side.
      let after =
        found[(order + 1)...].first { $0.cue.effect == .terminator }?.at.lowerBound ?? sentence.upperBound
      let before = found[..<order].last { $0.cue.effect == .terminator }?.at.upperBound ?? sentence.lowerBound
      switch (item.cue.effect, item.cue.direction) {
      case (.negated, .forward):
        // Negation reaches as far as the next comma or five content words.
        var end = item.at.upperBound
        // *sans perdre votre rigueur* denies the loss, not the rigour.
        if item.cue.length == 1, end < after, tokens[end].flags.contains(.infinitive) { continue }
        var content = 0
        while end < after, content < 5, !(tokens[end].kind == .punctuation && tokens[end].form == 0x2C) {
          if tokens[end].isContent { content += 1 }
          end += 1
        }
        scopes.append(Scope(effect: .negated, tokens: item.at.lowerBound..<end))
      case (.boilerplate, _):
        if let statement = Self.statement(lexicon, tokens, item.at, after) {
          scopes.append(Scope(effect: .boilerplate, tokens: statement))
        }
      case (_, .forward):
        scopes.append(Scope(effect: item.cue.effect, tokens: item.at.lowerBound..<after))
      case (_, .backward):
        scopes.append(Scope(effect: item.cue.effect, tokens: before..<item.at.upperBound))
      case (_, .both):
        scopes.append(Scope(effect: item.cue.effect, tokens: before..<after))
      }
    }
  }

  /// The words of a statement on equal chances: its cue and up to six content words behind it, to the last that names its
  /// subject, or to a comma when the cue names it; `nil` when neither does. What is asked for often follows without a
  /// full stop, and *ouvert aux candidats issus d'un bac+3* is no such statement.
  private static func statement(
    _ lexicon: Lexicon, _ tokens: [Token], _ cue: Range<Int>, _ limit: Int
  ) -> Range<Int>? {
    func names(_ token: Token) -> Bool {
      token.kind == .word && lexicon.stanceCues.subjects.contains(token.form)
    }
    var end = cue.upperBound
    var content = 0
    var comma: Int?
    var named: Int?
    while end < limit, content < 6 {
      let token = tokens[end]
      if token.isContent { content += 1 }
      if token.kind == .punctuation, token.form == 0x2C, comma == nil { comma = end }
      end += 1
      if names(token) { named = end }
    }
    if let named { return cue.lowerBound..<named }
    return tokens[cue].contains(where: names) ? cue.lowerBound..<(comma ?? end) : nil
  }

  /// The stance of a mention that was accepted as demanded by its surroundings.
  ///
  /// - Parameters:
  ///   - range: its tokens.
  ///   - kind: what it is.
  ///   - section: where it stands.
  func stance(_ range: Range<Int>, kind: Mention.Kind, section: Section) -> Stance {
    // A statement colours whatever reaches into it: *nos offres sont ouvertes aux personnes en situation de handicap*.
    if scopes.contains(where: { $0.effect == .boilerplate && $0.tokens.overlaps(range) }) {
      return .boilerplate
    }
    for effect in [StanceCues.Effect.negated, .provided, .desired] where !scopes.isEmpty {
      if scopes.contains(where: {
        $0.effect == effect && $0.tokens.lowerBound <= range.lowerBound
          && range.upperBound <= $0.tokens.upperBound
      }) {
        switch effect {
        case .negated: return .negated
        case .provided where kind == .knowHow || kind == .credential || kind == .knowledge || kind == .tool:
          return .provided
        case .desired: return .desired
        default: break
        }
      }
    }
    switch kind {
    case .softSkill, .diploma, .credential, .language: return .required
    default: return section == .profile ? .required : .mission
    }
  }
}
