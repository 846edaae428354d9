/// What a stretch of an offer (a sentence, a line) talks about: the employer, the reader, the recruitment.
struct TalkFacts {
  /// Share of content words by which employers present themselves.
  var company: Float = 0
  var nous = false
  var vous = false
  var secondPerson = false
  /// Speaks of a third person or party: *il, elle, ils, elles, notre client*.
  var third = false
  var recruits = false
  /// Opens with an infinitive, or with a noun of action after a bullet.
  var opensWithTask = false
  var content = 0

  /// Facts of each sentence: for every clause, those of the sentence it stands in.
  static func sentences(_ tokens: [Token], _ clauses: [Clause], _ lexicon: Lexicon) -> [TalkFacts] {
    var group = 0
    var groups: [Int] = []
    for clause in clauses {
      groups.append(group)
      if clause.after == .stop || clause.after == .line { group += 1 }
    }
    return facts(tokens, clauses, groups, group + 1, lexicon)
  }

  /// Facts of each line: for every clause, those of the line it stands in.
  static func lines(_ tokens: [Token], _ clauses: [Clause], _ lexicon: Lexicon) -> [TalkFacts] {
    facts(tokens, clauses, clauses.map(\.line), (clauses.last?.line ?? -1) + 1, lexicon)
  }

  private static func facts(
    _ tokens: [Token], _ clauses: [Clause], _ groups: [Int], _ count: Int, _ lexicon: Lexicon
  ) -> [TalkFacts] {
    let classes = lexicon.classes
    var facts = [TalkFacts](repeating: TalkFacts(), count: count)
    for (clause, group) in zip(clauses, groups) {
      for index in clause.range {
        let token = tokens[index]
        guard token.kind == .word else { continue }
        if token.isContent {
          if facts[group].content == 0 {
            let task = token.key >= 0 && lexicon.taskVerbs[Int(token.key)] >= 3
            facts[group].opensWithTask = token.flags.contains(.infinitive) || clause.inBullet && task
          }
          facts[group].content += 1
        }
        if classes.company.contains(token.form) { facts[group].company += 1 }
        if classes.nous.contains(token.form) { facts[group].nous = true }
        if classes.vous.contains(token.form) { facts[group].vous = true }
        if classes.third.contains(token.form) { facts[group].third = true }
        if classes.recruiting.contains(token.form) { facts[group].recruits = true }
        if token.flags.contains(.secondPerson), !token.flags.contains(.function) {
          facts[group].secondPerson = true
        }
      }
    }
    for index in facts.indices { facts[index].company /= Float(max(4, facts[index].content)) }
    return groups.map { facts[$0] }
  }
}
