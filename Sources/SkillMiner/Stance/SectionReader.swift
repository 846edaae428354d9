/// Gives each clause of a field the section it stands in.
struct SectionReader {
  private let detector: SectionDetector

  init(lexicon: Lexicon) { detector = lexicon.sections }

  /// One section a clause.
  func sections(_ tokens: [Token], _ clauses: [Clause]) -> [Section] {
    tokens.withUnsafeBufferPointer { sections($0, clauses) }
  }

  /// The same.
  func sections(_ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause]) -> [Section] {
    var current = Section.opening
    var result: [Section] = []
    result.reserveCapacity(clauses.count)
    var heading: [Int32] = []
    for (at, clause) in clauses.enumerated() {
      if Self.isHeading(tokens, clause), at == 0 || !Self.isContinued(tokens, clauses[at - 1], clause) {
        heading.removeAll(keepingCapacity: true)
        for at in clause.range where tokens[at].kind == .word { heading.append(tokens[at].form) }
        current = heading.withUnsafeBufferPointer { detector.section(heading: $0) } ?? current
      }
      result.append(current)
    }
    return result
  }

  /// For each clause, whether a mission or profile section opens after it.
  static func beforeMission(_ sections: [Section]) -> [Bool] {
    var result = [Bool](repeating: false, count: sections.count)
    var seen = false
    for index in sections.indices.reversed() {
      let current = sections[index] == .mission || sections[index] == .profile
      result[index] = seen && !current
      if current { seen = true }
    }
    return result
  }

  /// Words of a line that may have been cut for its length alone.
  private static let longLine = 8

  /// A clause that opens a line with a small letter, behind a long line that no sign ends: the rest of what was cut there
  /// (*… identifiés par ⏎ l'entreprise*).
  private static func isContinued(
    _ tokens: UnsafeBufferPointer<Token>, _ before: Clause, _ clause: Clause
  ) -> Bool {
    guard clause.before == .line, !clause.inBullet, before.after == .line, before.range.count >= longLine
    else {
      return false
    }
    let first = tokens[clause.range.lowerBound]
    return first.isWord && first.flags.isDisjoint(with: [.capitalised, .hasDigit])
  }

  /// A short clause that ends in a colon, or a short line of its own that is no bullet.
  private static func isHeading(_ tokens: UnsafeBufferPointer<Token>, _ clause: Clause) -> Bool {
    let limit: Int
    switch clause.after {
    case .colon:
      guard clause.before == .line || clause.before == .stop || clause.before == .dash else { return false }
      limit = 9
    case .line where !clause.inBullet && clause.before == .line: limit = 6
    // "Profil recherché (H/F)" and questions: "Qui êtes-vous ?"
    case .stop where !clause.inBullet && clause.before == .line: limit = 5
    default: return false
    }
    var words = 0
    for at in clause.range {
      let token = tokens[at]
      if token.kind == .word {
        words += 1
        if words > limit { return false }
      } else if clause.after == .line, token.kind == .punctuation, token.form == 0x2C {
        return false
      }
    }
    return true
  }
}
