import Foundation

/// Takes the text of a block apart into lines, and says what each was marked with.
enum BlockLines {
  enum Marker {
    case none
    case bullet
    /// A number or letter: `2.`, `a)`.
    case number
    /// A competence code: `C1.2`, `A3`.
    case code
  }

  struct Line {
    let marker: Marker
    let text: String
  }

  static func split(_ text: String) -> [Line] {
    var plain = MarkupText.plain(text).precomposedStringWithCanonicalMapping
    // One bullet character for all; it also ends the line before it.
    for bullet in ["•", "●", "▪", "►", "➢", "◦", "■", "→", "✓", "·"] {
      plain = plain.replacing(bullet, with: "\n•")
    }
    var lines: [Line] = []
    for raw in plain.split(whereSeparator: \.isNewline) {
      for part in runTogether(collapsed(raw)) {
        let line = unmarked(part)
        if !line.text.isEmpty { lines.append(line) }
      }
    }
    return lines
  }

  /// White space single and none at the ends.
  private static func collapsed(_ text: Substring) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{200B}" }).joined(separator: " ")
  }

  /// Lists written in one line: `- a - b`, `C1.1 a C1.2 b`, `… de préventionProposer …`, `a ; b`.
  private static func runTogether(_ line: String) -> [String] {
    var text = line.replacing(Patterns.innerCode) { "\n" + $0.output.1 }
    text = text.replacing(Patterns.glued) { $0.output.1 + "\n" + $0.output.2 }
    if line.hasPrefix("-") { text = text.replacing(Patterns.innerDash) { "\n- " + $0.output.1 } }
    text = text.replacing(Patterns.innerSemicolon) { "\n" + $0.output.1 }
    return text.split(separator: "\n").map(String.init)
  }

  private static func unmarked(_ line: String) -> Line {
    var rest = line[...]
    var marker = Marker.none
    while true {
      let before = rest.count
      if let first = rest.first, "-–—*•o§+>".contains(first), first != "o" || rest.dropFirst().first == " " {
        rest = rest.dropFirst()
        if marker == .none { marker = .bullet }
      } else if let match = rest.prefixMatch(of: Patterns.code) {
        rest = rest[match.range.upperBound...]
        marker = .code
      } else if let match = rest.prefixMatch(of: Patterns.number) {
        rest = rest[match.range.upperBound...]
        if marker == .none { marker = .number }
      }
      while let first = rest.first, first.isWhitespace || ".:;,)/".contains(first) { rest = rest.dropFirst() }
      if rest.count == before { return Line(marker: marker, text: String(rest)) }
    }
  }

  /// Patterns are values without state, but `Regex` is not `Sendable`.
  private enum Patterns {
    /// `C1.2`, `C.1.1.2`, `CA.1.2.3`, `C2.B1`, `A3 –`, `C12 :`.
    nonisolated(unsafe) static let code =
      /(?:C[A-Z]?\.?\d{1,2}(?:[.\-][A-Z]?\d{1,2}[A-Z]?)*|[A-Z]\d{1,2}(?:\.[A-Z]?\d{1,2})*)(?:\s*[.:)\-–\/]+|\s+(?=\p{Lu}))/
    /// `2.`, `3 –`, `1/`, `9bis)`, `a)`, `99-`.
    nonisolated(unsafe) static let number =
      /(?:\d{1,2}(?:bis|ter)?(?:\.\d{1,2})*\s*[.)\-–\/:°](?!\d)|[a-z]\)|[A-Z]\/(?=\s))/
    nonisolated(unsafe) static let innerCode =
      /[\s.;]\s*(C\.?\d{1,2}(?:\.[A-Z]?\d{1,2})+\s*[.:)\-–]?\s+\p{Lu})/
    nonisolated(unsafe) static let glued = /(\p{Ll}|\))(\p{Lu}\p{Ll}{3,}(?:er|ir|dre|ire|tre)\b)/
    nonisolated(unsafe) static let innerDash = /\s-\s+(\p{L}\p{Ll}+(?:er|ir|dre|ire|tre)\b)/
    nonisolated(unsafe) static let innerSemicolon = /\s?;\s+(\p{Lu}\p{Ll}+(?:er|ir|dre|ire|tre)\b)/
  }
}
