/// What a stretch of an offer (a clause, a sentence, a line) talks about: the employer, the reader, the recruitment.
struct TalkFacts {
  /// Classes of its words.
  var classes: WordClass = []
  /// Words by which employers present themselves.
  var companyWords: Float = 0
  var secondPerson = false
  var infinitive = false
  /// *vous* stands before a verb that is not its own: somebody does something for the reader.
  var vousObject = false
  /// Opens with an infinitive, or with a noun of action after a bullet.
  var opensWithTask = false
  var content = 0

  var nous: Bool { classes.contains(.nous) }
  var vous: Bool { classes.contains(.vous) }
  /// Speaks of a third person or party: *il, elle, ils, elles*.
  var third: Bool { classes.contains(.third) }
  var recruits: Bool { classes.contains(.recruiting) }
  /// The reader joins a team: what follows is about the team.
  var joins: Bool { classes.contains(.joining) && classes.contains(.team) }
  /// Share of content words by which employers present themselves.
  var company: Float { companyWords / Float(max(4, content)) }
  /// Whether the reader is spoken to.
  var addressed: Bool { vous || secondPerson || opensWithTask }

  init() {}

  /// Facts of one clause, by what the lexicon says of spellings (`WordClasses.masks`) and of keys (`taskVerbs`).
  init(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ masks: UnsafePointer<UInt32>,
    _ taskVerbs: UnsafePointer<Float>
  ) {
    var at = clause.range.lowerBound
    while at < clause.range.upperBound {
      let token = tokens[at]
      at += 1
      guard token.kind == .word else {
        if token.kind == .number { content += 1 }
        continue
      }
      let own = WordClass(of: token.form, in: masks)
      classes.formUnion(own)
      if own.contains(.company) { companyWords += 1 }
      if token.flags.contains(.infinitive) { infinitive = true }
      if token.flags.contains(.function) {
        if own.contains(.reader), at < clause.range.upperBound {
          let next = tokens[at]
          if next.kind == .word, next.key >= 0, taskVerbs[Int(next.key)] >= 2,
            next.flags.isDisjoint(with: [.secondPerson, .infinitive, .function, .capitalised])
          {
            vousObject = true
          }
        }
        continue
      }
      if token.flags.contains(.secondPerson) { secondPerson = true }
      if content == 0 {
        let task = token.key >= 0 && taskVerbs[Int(token.key)] >= 3
        opensWithTask = token.flags.contains(.infinitive) || clause.inBullet && task
      }
      content += 1
    }
  }

  /// The facts of a stretch and of what follows it.
  mutating func formUnion(_ next: TalkFacts) {
    if content == 0 { opensWithTask = next.opensWithTask }
    classes.formUnion(next.classes)
    companyWords += next.companyWords
    secondPerson = secondPerson || next.secondPerson
    infinitive = infinitive || next.infinitive
    vousObject = vousObject || next.vousObject
    content += next.content
  }
}
