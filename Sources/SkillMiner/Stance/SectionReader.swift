/// Gives each clause of a field the section it stands in.
struct SectionReader {
  let lexicon: Lexicon

  /// One section a clause.
  func sections(_ tokens: [Token], _ clauses: [Clause]) -> [Section] {
    var current = Section.opening
    var result: [Section] = []
    result.reserveCapacity(clauses.count)
    for (index, clause) in clauses.enumerated() {
      if isHeading(tokens, clauses, index),
        let section = lexicon.sections.section(heading: forms(tokens, clause))
      {
        current = section
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

  private func forms(_ tokens: [Token], _ clause: Clause) -> [Int32] {
    clause.range.filter { tokens[$0].kind == .word }.map { tokens[$0].form }
  }

  /// A short clause that ends in a colon, or a short line of its own that is no bullet.
  private func isHeading(_ tokens: [Token], _ clauses: [Clause], _ index: Int) -> Bool {
    let clause = clauses[index]
    let words = clause.range.count { tokens[$0].kind == .word }
    if clause.after == .colon {
      return words <= 9 && (clause.before == .line || clause.before == .stop || clause.before == .dash)
    }
    guard !clause.inBullet, clause.before == .line, words <= 7 else { return false }
    if clause.after == .line {
      return words <= 6 && !tokens[clause.range].contains { $0.kind == .punctuation && $0.form == 0x2C }
    }
    // "Profil recherché (H/F)" and questions: "Qui êtes-vous ?"
    return clause.after == .stop && words <= 5
  }
}
