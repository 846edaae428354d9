import Taxonomy

/// Reads declaring offers for learning: one a thread.
///
/// Phrases are taken from demanded mentions only: the extractor says where demand is spoken of, employers say what is
/// meant. Words the lexicon does not know get keys of their own below zero.
final class LearningReader {
  private let lexicon: Lexicon
  private let worker: Extractor.Worker
  private let analyzer: Analyzer
  private let stemmer: Stemmer
  private var unknown = Interner()
  private let codesByLabel: [String: OGRCode]

  init(lexicon: Lexicon) throws {
    self.lexicon = lexicon
    worker = try Extractor(lexicon: lexicon).makeWorker()
    analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    stemmer = try Stemmer()
    codesByLabel = Dictionary(
      lexicon.release.competencies.map { (PlainKey.fold($0.label), $0.code) },
      uniquingKeysWith: { min($0, $1) })
  }

  func read(_ offer: DeclaringOffer) -> LearningOffer {
    let mentions = worker.extract(
      title: offer.title, description: offer.description, occupation: offer.occupation)
    let demanded = mentions.filter(\.stance.isDemand)
    return LearningOffer(
      offer: offer, declared: declared(offer),
      runs: runs(offer, demanded.filter { Self.isGuess($0) || Self.isLearnable($0.kind) }),
      found: Set(demanded.compactMap(\.family)))
  }

  /// Declared items by family. A code of an older release counts by its wording when the release has the wording.
  func declared(_ offer: DeclaringOffer) -> [(family: String, code: OGRCode)] {
    var codes: [String: OGRCode] = [:]
    for item in offer.declared {
      let known = item.code.flatMap { lexicon.release.competency($0)?.code }
      guard let code = known ?? codesByLabel[PlainKey.fold(item.label)], let family = lexicon.family(of: code)
      else { continue }
      if codes[family] == nil { codes[family] = code }
    }
    return codes.sorted { $0.key < $1.key }.map { (family: $0.key, code: $0.value) }
  }

  /// Grammars know certificates, diplomas and languages better than any phrase, and traits are a closed set.
  private static func isLearnable(_ kind: Mention.Kind) -> Bool {
    switch kind {
    case .knowHow, .knowledge, .tool: true
    case .credential, .diploma, .language, .softSkill: false
    }
  }

  /// A link that does not count: its item says nothing sure of what the words are.
  private static func isGuess(_ mention: Mention) -> Bool {
    mention.family == nil && mention.origin.hasPrefix("link:")
  }

  private func runs(_ offer: DeclaringOffer, _ mentions: [Mention]) -> [LearningOffer.Run] {
    var runs: [LearningOffer.Run] = []
    for (field, text) in [(Mention.Field.title, offer.title), (.description, offer.description)] {
      let units = Array(text.utf16)
      let tokens = units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }
      var scalars = ScalarOffsets()
      let bounds = tokens.map { token in
        (scalars.scalar(at: Int(token.start), in: units), scalars.scalar(at: Int(token.end), in: units))
      }
      for mention in mentions where mention.field == field {
        let inside = tokens.indices.filter { bounds[$0].0 >= mention.start && bounds[$0].1 <= mention.end }
        for words in Self.pieces(inside, tokens) {
          runs.append(
            LearningOffer.Run(
              family: mention.family, keys: words.map { key(tokens[$0], units) },
              starts: words.map { Int(tokens[$0].start) }, ends: words.map { Int(tokens[$0].end) },
              field: field))
        }
      }
    }
    return runs
  }

  /// Content words that a form could span: what the form matcher does not walk over ends a piece.
  private static func pieces(_ inside: [Int], _ tokens: [Token]) -> [[Int]] {
    var pieces: [[Int]] = []
    var words: [Int] = []
    var skipped = 0
    func close() {
      if !words.isEmpty { pieces.append(words) }
      words = []
      skipped = 0
    }
    for index in inside {
      let token = tokens[index]
      switch token.kind {
      case .word where token.isContent:
        words.append(index)
        skipped = 0
      case .word:
        skipped += 1
        if skipped > 3 { close() }
      case .punctuation where token.form == 0x2D || token.form == 0x2F: break
      default: close()
      }
    }
    close()
    return pieces
  }

  private func key(_ token: Token, _ units: [UInt16]) -> Int32 {
    guard token.key < 0 else { return token.key }
    let word = String(decoding: units[Int(token.start)..<Int(token.end)], as: UTF16.self).lowercased()
    return -2 - unknown.intern(Morphology.key(word, folded: Folding.fold(word), stemmer))
  }
}
