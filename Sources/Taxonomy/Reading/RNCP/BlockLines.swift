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
    var lines: [Line] = []
    for raw in PlainLines.split(MarkupText.plain(text).composed) {
      for part in runTogether(raw) {
        let line = unmarked(part)
        if line.text.isEmpty { continue }
        if let last = lines.last, continues(line, last) {
          lines[lines.count - 1] = Line(marker: last.marker, text: last.text + " " + line.text)
        } else {
          lines.append(line)
        }
      }
    }
    return lines
  }

  /// Whether a line is the rest of a sentence that was broken: it begins in lower case and with no verb.
  private static func continues(_ line: Line, _ last: Line) -> Bool {
    guard line.marker == .none, let first = line.text.unicodeScalars.first, LatinScalars.isLowercase(first),
      let end = last.text.unicodeScalars.last, !".;:".unicodeScalars.contains(end)
    else { return false }
    return !Infinitive.opens(line.text)
  }

  /// Lists written in one line: `- a - b`, `C1.1 a C1.2 b`, `… de préventionProposer …`, `a ; b`.
  private static func runTogether(_ line: String) -> [String] {
    // Each pattern is tried only where its characters stand, because most lines have none of them.
    let hints = Hints(line)
    var text = line
    if hints.hasCode { text = text.replacing(Patterns.innerCode) { "\n" + $0.output.1 } }
    if hints.hasGlue { text = text.replacing(Patterns.glued) { $0.output.1 + "\n" + $0.output.2 } }
    if hints.hasListDash { text = text.replacing(Patterns.innerDash) { "\n- " + $0.output.1 } }
    if hints.hasDash { text = text.replacing(Patterns.dashCapital) { "\n- " + $0.output.1 } }
    if hints.hasCapital { text = text.replacing(Patterns.innerCapital) { $0.output.1 + "\n" + $0.output.2 } }
    if hints.hasStop { text = text.replacing(Patterns.innerSemicolon) { "\n" + $0.output.1 } }
    guard text.utf8.contains(0x0A) else { return text.isEmpty ? [] : [text] }
    return text.split(separator: "\n").map(String.init)
  }

  /// What stands in a line, from one walk over it: what each pattern cannot match without. Lines have single blanks.
  private struct Hints {
    var hasCode = false
    /// An infinitive with a capital at the end of another word.
    var hasGlue = false
    /// A dash between blanks, in a line that begins with one.
    var hasListDash = false
    /// An infinitive with a capital behind a dash that a blank stands beside.
    var hasDash = false
    /// The same behind a word in lower case.
    var hasCapital = false
    /// The same behind a stop.
    var hasStop = false

    init(_ line: String) {
      // The one before, the one before that, and so on.
      var (last, second, third): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (" ", " ", " ")
      var dashes = 0
      var hasDashBetween = false
      // What a capital says once the word behind it turns out to be an infinitive.
      var capital = Capital()
      for scalar in line.unicodeScalars {
        if scalar == "-" { dashes += 1 }
        if last == "C", scalar == "." || ("0"..."9").contains(scalar), second.isBlankOrStop { hasCode = true }
        if scalar == " ", last == "-", second == " " { hasDashBetween = true }
        if capital.isAny, !LatinScalars.isLowercase(scalar) {
          if Self.endsLikeInfinitive(third, second, last) { take(capital) }
          capital = Capital()
        }
        if LatinScalars.isUppercase(scalar) {
          capital.isGlued = last == ")" || LatinScalars.isLowercase(last)
          capital.isBehindDash = last.isDash && second == " " || last == " " && second.isDash
          capital.isBehindStop = last == " " && (second == ";" || second == ".")
          capital.isBehindWord = last == " " && LatinScalars.isLowercase(second)
        }
        (last, second, third) = (scalar, last, second)
      }
      if capital.isAny, Self.endsLikeInfinitive(third, second, last) { take(capital) }
      hasDash = hasDash && dashes > 0
      hasListDash = hasDashBetween && dashes > 1 && line.hasPrefix("-")
    }

    /// Where a capital stands.
    private struct Capital {
      var isGlued = false
      var isBehindDash = false
      var isBehindStop = false
      var isBehindWord = false

      var isAny: Bool { isGlued || isBehindDash || isBehindStop || isBehindWord }
    }

    private mutating func take(_ capital: Capital) {
      if capital.isGlued { hasGlue = true }
      if capital.isBehindDash { hasDash = true }
      if capital.isBehindStop { hasStop = true }
      if capital.isBehindWord { hasCapital = true }
    }

    /// `-er`, `-ir`, `-dre`, `-ire`, `-tre`.
    private static func endsLikeInfinitive(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar)
      -> Bool
    {
      c == "r" ? b == "e" || b == "i" : c == "e" && b == "r" && (a == "d" || a == "i" || a == "t")
    }
  }

  private static func unmarked(_ line: String) -> Line {
    var rest = line[...]
    var marker = Marker.none
    while true {
      let before = rest.startIndex
      if mayBeBullet(rest), let first = rest.first, "-–—*•o§+>".contains(first),
        first != "o" || rest.dropFirst().first == " "
      {
        rest = rest.dropFirst()
        if marker == .none { marker = .bullet }
      } else if startsLikeCode(rest), let match = rest.prefixMatch(of: Patterns.code) {
        rest = rest[match.range.upperBound...]
        marker = .code
      } else if startsLikeNumber(rest), let match = rest.prefixMatch(of: Patterns.number) {
        rest = rest[match.range.upperBound...]
        if marker == .none { marker = .number }
      }
      while !startsWithLetter(rest), let first = rest.first, first.isWhitespace || ".:;,)/".contains(first) {
        rest = rest.dropFirst()
      }
      if rest.startIndex == before { return Line(marker: marker, text: String(rest)) }
    }
  }

  private static func startsWithLetter(_ text: Substring) -> Bool {
    text.utf8.first.map { (0x41...0x5A).contains($0 & 0xDF) } ?? false
  }

  /// No letter but `o`, and no digit.
  private static func mayBeBullet(_ text: Substring) -> Bool {
    text.utf8.first.map { $0 == 0x6F || !(0x41...0x5A).contains($0 & 0xDF) && !(0x30...0x39).contains($0) }
      ?? false
  }

  /// A capital and a digit within the first three characters.
  private static func startsLikeCode(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first >= 0x41, first <= 0x5A else { return false }
    return text.utf8.prefix(3).contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// A digit, or one letter before `)` or `/`.
  private static func startsLikeNumber(_ text: Substring) -> Bool {
    guard let first = text.utf8.first else { return false }
    let second = text.utf8.dropFirst().first
    return (first >= 0x30 && first <= 0x39) || second == UInt8(ascii: ")") || second == UInt8(ascii: "/")
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
    nonisolated(unsafe) static let dashCapital =
      /(?:\s[\-–]\s?|[\-–]\s)(\p{Lu}\p{Ll}{2,}(?:er|ir|dre|ire|tre)\b)/
    /// A capital verb with its object behind a word in lower case; `Cahier des charges` is none.
    nonisolated(unsafe) static let innerCapital =
      /(\p{Ll})\s+(\p{Lu}\p{Ll}{2,}(?:[^i\P{Ll}]er|[fdc]ier|ir|dre|ire|tre)\s(?:le|la|les|un|une|des|du|de|à|aux|en|et|ses?|sa|son)\s)/
    nonisolated(unsafe) static let innerSemicolon =
      /(?:\s\d{1,2})?\s?[;.]\s+(\p{Lu}\p{Ll}+(?:er|ir|dre|ire|tre)\b)/
  }
}

extension Unicode.Scalar {
  fileprivate var isDash: Bool { self == "-" || self == "–" }
  fileprivate var isBlankOrStop: Bool { self == " " || self == "." || self == ";" }
}
