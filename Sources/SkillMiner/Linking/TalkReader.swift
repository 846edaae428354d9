/// Facts of every clause of a field and of the sentence and line it stands in, in arrays that are reused.
struct TalkReader {
  private(set) var clauses: [TalkFacts] = []
  private var sentences: [TalkFacts] = []
  private var lines: [TalkFacts] = []
  private var sentenceOf: [Int32] = []

  /// Reads a field.
  mutating func read(_ tokens: UnsafeBufferPointer<Token>, _ source: [Clause], _ lexicon: Lexicon) {
    clauses.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    sentenceOf.removeAll(keepingCapacity: true)
    let (masks, taskVerbs) = (lexicon.classes.masks.base, lexicon.taskVerbs.base)
    defer { withExtendedLifetime(lexicon) {} }
    var closed = true
    for clause in source {
      let facts = TalkFacts(tokens, clause, masks, taskVerbs)
      clauses.append(facts)
      if closed { sentences.append(facts) } else { sentences[sentences.count - 1].formUnion(facts) }
      closed = clause.after == .stop || clause.after == .line
      sentenceOf.append(Int32(sentences.count - 1))
      while lines.count <= clause.line { lines.append(TalkFacts()) }
      lines[clause.line].formUnion(facts)
    }
  }

  /// Facts of the sentence a clause stands in.
  func sentence(of clause: Int) -> TalkFacts { sentences[Int(sentenceOf[clause])] }

  /// Facts of a line.
  func line(_ line: Int) -> TalkFacts { lines[line] }
}
