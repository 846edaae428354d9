/// A stretch of tokens without a hard boundary: what a phrase may not cross.
struct Clause {
  /// Token indices.
  var range: Range<Int>
  /// Index of the line the clause stands in.
  var line: Int
  /// A bullet or a number opens the line, and the clause is the first of it.
  var opensBullet: Bool
  /// The line opens with a bullet.
  var inBullet: Bool
  /// What stands before it.
  var before: Boundary
  /// What ends it.
  var after: Boundary

  enum Boundary: UInt8 {
    case text
    case line
    case stop
    case semicolon
    case colon
    case bracket
    case dash
  }
}

/// Cuts tokens into clauses at line breaks, sentence punctuation, colons, semicolons, brackets, bullets and spaced dashes.
enum Clauses {
  static func split(_ tokens: [Token]) -> [Clause] { tokens.withUnsafeBufferPointer { split($0) } }

  static func split(_ tokens: UnsafeBufferPointer<Token>) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var line = 0
    var bullet = false
    var opens = true
    var firstOfLine = true
    var before = Clause.Boundary.line
    func close(_ end: Int, _ after: Clause.Boundary) {
      if start < end {
        clauses.append(
          Clause(
            range: start..<end, line: line, opensBullet: bullet && firstOfLine, inBullet: bullet,
            before: before, after: after))
        firstOfLine = false
      }
      before = after
    }
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      // Words, as most are.
      while tokens[index].kind.rawValue <= Token.Kind.number.rawValue {
        opens = false
        index += 1
        if index == tokens.count { break }
      }
      guard index < tokens.count else { break }
      let token = tokens[index]
      switch token.kind {
      case .lineBreak:
        close(index, .line)
        start = index + 1
        line += 1
        bullet = false
        opens = true
        firstOfLine = true
      case .punctuation:
        if opens, isBullet(token.form) {
          bullet = true
          start = index + 1
          continue
        }
        let spacedAfter =
          index + 1 < tokens.count
          && (tokens[index + 1].flags.contains(.spaced) || tokens[index + 1].kind == .lineBreak)
        if let boundary = boundary(token, spacedAfter: spacedAfter, atEnd: index + 1 == tokens.count) {
          close(index, boundary)
          start = index + 1
        }
        // "•" and "***" in the middle of a line begin a new item as a line would.
        if token.form == 0x2022 || token.form == 0x2A || token.form == 0xB7 || token.form == 0x25AA
          || token.form == 0x27A2 || token.form == 0xFE0F
        {
          close(index, .line)
          start = index + 1
          bullet = true
          firstOfLine = true
          before = .line
        }
      default:
        opens = false
      }
    }
    close(tokens.count, .line)
    return clauses
  }

  private static func isBullet(_ unit: Int32) -> Bool {
    switch unit {
    case 0x2D, 0x2013, 0x2014, 0x2022, 0x2A, 0xB7, 0x3E, 0x25CF, 0x25A0, 0x25AA, 0x2192, 0x2713, 0x2714,
      0xF0B7, 0x27A2, 0x2B, 0x203A, 0xBB, 0x2666, 0x25BA, 0x25E6, 0x2023, 0xFE0F, 0xF0A7, 0x2705, 0x1F449:
      true
    default: unit >= 0xD800 && unit <= 0xDFFF
    }
  }

  private static func boundary(_ token: Token, spacedAfter: Bool, atEnd: Bool) -> Clause.Boundary? {
    switch token.form {
    case 0x2E, 0x2026: .stop  // . …
    case 0x21, 0x3F: .stop  // ! ?
    case 0x3B: .semicolon
    case 0x3A: .colon
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: .bracket
    case 0x2D, 0x2013, 0x2014: token.flags.contains(.spaced) && spacedAfter ? .dash : nil
    case 0x7C, 0x3E, 0x25CF, 0x2192: .dash
    default: nil
    }
  }
}
