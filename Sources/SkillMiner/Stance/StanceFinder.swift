/// Finds the cues of a field's sentences and how far each of them reaches. Scratch memory of one field.
struct StanceFinder {
  private let cues: StanceCues
  private let masks: FrozenArray<UInt32>
  private var scopes: [StanceReader.Scope] = []
  private var found: [(cue: StanceCues.Cue, at: Range<Int>)] = []

  init(lexicon: Lexicon) {
    cues = lexicon.stanceCues
    masks = lexicon.classes.masks
  }

  /// What cues rule, sentence by sentence.
  mutating func scopes(_ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause]) -> [StanceReader.Scope] {
    scopes.removeAll(keepingCapacity: true)
    var first = 0
    while first < clauses.count {
      var last = first
      while last + 1 < clauses.count, !Self.ends(clauses[last].after),
        // A bracket that closes at the end of a line hides the line's end.
        clauses[last + 1].line == clauses[last].line
      { last += 1 }
      let sentence = clauses[first].range.lowerBound..<clauses[last].range.upperBound
      if holdsCue(tokens, sentence) {
        collect(tokens, sentence)
        extendHeading(tokens, clauses, first...last)
      }
      first = last + 1
    }
    return scopes
  }

  private static func ends(_ boundary: Clause.Boundary) -> Bool {
    switch boundary {
    case .stop, .line, .semicolon, .dash: true
    case .text, .colon, .bracket: false
    }
  }

  @inline(__always)
  private func opensCue(_ form: Int32) -> Bool {
    WordClass(of: form, in: masks.base).contains(.stanceCue)
  }

  private func holdsCue(_ tokens: UnsafeBufferPointer<Token>, _ sentence: Range<Int>) -> Bool {
    for at in sentence where tokens[at].kind == .word && opensCue(tokens[at].form) { return true }
    return false
  }

  /// A heading such as "Serait apprécié :" rules the bullets under it.
  private mutating func extendHeading(
    _ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause], _ run: ClosedRange<Int>
  ) {
    let (first, last) = (run.lowerBound, run.upperBound)
    guard clauses[last].after == .line || clauses[last].after == .colon && last == first,
      let scope = scopes.last, scope.effect == .desired
    else { return }
    let sentence = clauses[first].range.lowerBound..<clauses[last].range.upperBound
    guard scope.tokens == sentence, sentence.count(where: { tokens[$0].isContent }) <= 4 else { return }
    var end = last + 1
    while end < clauses.count, clauses[end].inBullet { end += 1 }
    guard end > last + 1 else { return }
    scopes.append(
      StanceReader.Scope(
        effect: .desired, tokens: clauses[last + 1].range.lowerBound..<clauses[end - 1].range.upperBound))
  }

  /// The cues of a sentence in order; none overlaps another.
  private mutating func find(_ tokens: UnsafeBufferPointer<Token>, _ sentence: Range<Int>) {
    found.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: sentence.count * 2) { scratch in
      // Words and numbers of the sentence, and their spellings; by a number, so that no branch depends on the text.
      guard let places = scratch.baseAddress else { return }
      let forms = places + sentence.count
      var count = 0
      for at in sentence {
        places[count] = Int32(truncatingIfNeeded: at)
        forms[count] = tokens[at].form
        count &+= tokens[at].kind.rawValue <= Token.Kind.number.rawValue ? 1 : 0
      }
      let spellings = UnsafeBufferPointer(start: forms, count: count)
      var index = 0
      while index < count {
        if opensCue(spellings[index]), let cue = cues.cue(in: spellings, at: index) {
          found.append((cue, Int(places[index])..<Int(places[index + cue.length - 1]) + 1))
          index += cue.length
        } else {
          index += 1
        }
      }
    }
  }

  private mutating func collect(_ tokens: UnsafeBufferPointer<Token>, _ sentence: Range<Int>) {
    find(tokens, sentence)
    for order in found.indices where found[order].cue.effect != .terminator {
      let (cue, at) = found[order]
      // The scope ends at the nearest terminator on its side.
      var after = sentence.upperBound
      for next in order + 1..<found.count where found[next].cue.effect == .terminator {
        after = found[next].at.lowerBound
        break
      }
      var before = sentence.lowerBound
      for previous in (0..<order).reversed() where found[previous].cue.effect == .terminator {
        before = found[previous].at.upperBound
        break
      }
      let reach: Range<Int>?
      switch (cue.effect, cue.direction) {
      case (.negated, .forward): reach = denied(tokens, at, cue.length, after)
      case (.boilerplate, _): reach = statement(tokens, at, after)
      case (_, .forward): reach = at.lowerBound..<after
      case (_, .backward): reach = before..<at.upperBound
      case (_, .both): reach = before..<after
      }
      if let reach { scopes.append(StanceReader.Scope(effect: cue.effect, tokens: reach)) }
    }
  }

  /// Negation reaches as far as the next comma or five content words.
  private func denied(
    _ tokens: UnsafeBufferPointer<Token>, _ cue: Range<Int>, _ length: Int, _ limit: Int
  ) -> Range<Int>? {
    var end = cue.upperBound
    // *sans perdre votre rigueur* denies the loss, not the rigour.
    if length == 1, end < limit, tokens[end].flags.contains(.infinitive) { return nil }
    var content = 0
    while end < limit, content < 5, !Self.isComma(tokens[end]) {
      if tokens[end].isContent { content += 1 }
      end += 1
    }
    return cue.lowerBound..<end
  }

  /// The words of a statement on equal chances: its cue and up to six content words behind it, to the last that names its
  /// subject, or to a comma when the cue names it; `nil` when neither does. What is asked for often follows without a
  /// full stop, and *ouvert aux candidats issus d'un bac+3* is no such statement.
  private func statement(
    _ tokens: UnsafeBufferPointer<Token>, _ cue: Range<Int>, _ limit: Int
  ) -> Range<Int>? {
    func names(_ token: Token) -> Bool { token.kind == .word && cues.subjects.contains(token.form) }
    var end = cue.upperBound
    var content = 0
    var comma: Int?
    var named: Int?
    while end < limit, content < 6 {
      let token = tokens[end]
      if token.isContent { content += 1 }
      if Self.isComma(token), comma == nil { comma = end }
      end += 1
      if names(token) { named = end }
    }
    if let named { return cue.lowerBound..<named }
    return tokens[cue].contains(where: names) ? cue.lowerBound..<(comma ?? end) : nil
  }

  private static func isComma(_ token: Token) -> Bool { token.kind == .punctuation && token.form == 0x2C }
}
