/// The tokens of a field as the grammars read them: folded words behind a trigger, the end of the line as a wall.
struct GrammarText {
  let tokens: UnsafeBufferPointer<Token>
  let units: UnsafeBufferPointer<UInt16>
  /// Words of the vocabulary as `word` gives them, by interned spelling; a spelling beyond it is folded anew.
  var names: [String] = []

  var count: Int { tokens.count }

  /// The folded word or the sign at an index; a line break, and whatever lies outside the field, is `"\n"`.
  ///
  /// Elision marks and the stops of abbreviations are dropped: *l’* → `l`, *B.T.S* → `bts`.
  func word(_ index: Int) -> String {
    guard index >= 0, index < tokens.count else { return "\n" }
    let token = tokens[index]
    if token.kind == .lineBreak { return "\n" }
    if token.kind != .punctuation, token.form >= 0, Int(token.form) < names.count {
      return names[Int(token.form)]
    }
    if token.kind == .punctuation, token.end - token.start == 1,
      let scalar = Unicode.Scalar(units[Int(token.start)])
    {
      return scalar.isASCII ? Self.signs[Int(scalar.value)] : String(Character(scalar))
    }
    var folded = Folding.fold(units[Int(token.start)..<Int(token.end)])
    if folded.count > 1, token.kind == .word {
      folded.removeAll { $0 == 0x27 || $0 == 0x2019 || $0 == 0x2E || $0 == 0xB7 }
    }
    return String(decoding: folded, as: UTF16.self)
  }

  /// The characters of ASCII, made once.
  private static let signs = (0..<128).map { String(Character(Unicode.Scalar(UInt8($0)))) }

  /// A folded spelling without elision marks and stops, as `word` gives it.
  static func bare(_ folded: String) -> String {
    guard folded.utf8.count > 1, folded.unicodeScalars.contains(where: { isMark($0) }) else { return folded }
    return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !isMark($0) }))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2E || scalar.value == 0xB7
  }

  /// Spelling as it stands, in capitals or not.
  func surface(_ index: Int) -> String {
    guard index >= 0, index < tokens.count else { return "\n" }
    return String(decoding: units[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF16.self)
  }

  /// A sentence ends at the token: a full stop before white space or the end, `!`, `?`, `;` or the end of the line.
  func endsSentence(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return true }
    switch tokens[index].kind {
    case .lineBreak: return true
    case .punctuation:
      switch tokens[index].form {
      case 0x21, 0x3F, 0x3B, 0x2022, 0x2A, 0x2026: return true
      case 0x2E:
        return index + 1 >= tokens.count || tokens[index + 1].flags.contains(.spaced)
          || tokens[index + 1].kind == .lineBreak
      default: return false
      }
    default: return false
    }
  }

  /// The token stands first in its line, sentence or list item.
  func opensClause(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, tokens[before].kind == .punctuation, !endsSentence(before) {
      switch tokens[before].form {
      case 0x3A, 0x2D, 0x2013, 0x28, 0xB7, 0x3E, 0x2022: before -= 1
      default: return false
      }
      if before >= 0, tokens[before + 1].form == 0x3A { return true }
    }
    return before < 0 || endsSentence(before)
  }

  /// What the analyser took for an inclusive ending behind a token: *(E)* of *B(E)*; where it ends in the text.
  func bracketLetter(_ index: Int) -> (letter: UInt16, end: Int)? {
    guard index >= 0, index < tokens.count else { return nil }
    let end = Int(tokens[index].end)
    guard end + 2 < units.count, units[end] == 0x28, units[end + 2] == 0x29 else { return nil }
    return (units[end + 1], end + 3)
  }

  func isCapital(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    return !tokens[index].flags.isDisjoint(with: [.capitalised, .allCaps])
  }

  func isAllCaps(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    return tokens[index].flags.contains(.allCaps)
  }

  func isWord(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    return tokens[index].kind == .word || tokens[index].kind == .number
  }

  /// No white space between a token and the one before it.
  func touches(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && !tokens[index].flags.contains(.spaced)
  }

  /// The words from an index on equal a phrase; the token behind it, or `nil`. Hyphens between words are free.
  func matches(_ phrase: [String], at index: Int) -> Int? {
    var position = index
    for (order, part) in phrase.enumerated() {
      if order > 0, isJoint(position) { position += 1 }
      guard word(position) == part else { return nil }
      position += 1
    }
    return position
  }

  /// A hyphen or an apostrophe.
  private func isJoint(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .punctuation else { return false }
    let form = tokens[index].form
    return form == 0x2D || form == 0x2019 || form == 0x27
  }
}
