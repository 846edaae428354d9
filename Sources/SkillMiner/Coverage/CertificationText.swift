/// What a certification says, ready for verdicts: each passage with its words and the mentions found in it.
public struct CertificationText: Sendable {
  struct Passage: Sendable {
    let passage: BlockPassage
    let words: PlainWords
    let mentions: [Mention]

    init(_ passage: BlockPassage, mentions: [Mention]) {
      self.passage = passage
      self.mentions = mentions
      words = PlainWords(passage.text)
    }

    /// The words of a mention's own span.
    func words(of mention: Mention) -> PlainWords {
      let scalars = passage.text.unicodeScalars
      guard mention.start >= 0, mention.start < mention.end, mention.end <= scalars.count else {
        return PlainWords(words: [])
      }
      let start = scalars.index(scalars.startIndex, offsetBy: mention.start)
      let end = scalars.index(start, offsetBy: mention.end - mention.start)
      return PlainWords(String(scalars[start..<end]))
    }

    /// Whether it belongs to a block; the certification's title and prerequisites do not.
    var isInBlock: Bool { passage.place == .sentence || passage.place == .blockTitle }
  }

  let passages: [Passage]

  init(passages: [Passage]) { self.passages = passages }

  /// Whether some block holds at least one competence sentence: without any, nothing can be said of what the
  /// certification leaves out (official CSV exports carry titles only).
  public var isEvaluable: Bool { passages.contains { $0.passage.place == .sentence } }
}
