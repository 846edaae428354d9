@testable import SkillMiner
import Taxonomy

/// The only file that knows the engine's internals: when they change, the benchmarks change here.
///
/// A dictionary of forms over the product's analyser: forms and texts go through the same segmentation, folding,
/// elision and keys, and forms are found leftmost-longest over keys, as the product's matcher does.
final class EngineAdaptor {
  /// One form found in a document.
  struct Span {
    /// UTF-16 offsets in the document.
    var start: Int32
    var end: Int32
    /// Index of the form.
    var form: Int32
  }

  private let analyzer: Analyzer
  private let breaker: WordBreaker
  private let vocabulary: Analyzer.Vocabulary
  private let trie: FrozenTrie
  private let line = KeyLine()
  private let units = UTF16Scratch()
  private var found: [SequenceMatch] = []
  /// Number of distinct key sequences.
  let formCount: Int

  /// Builds the dictionary; forms that are equal after analysis count once, the first gives the index.
  ///
  /// - Parameters:
  ///   - forms: texts, in the order that numbers them.
  ///   - keys: receives the key sequence of each distinct form and which text gave it.
  init(forms: [String], keys: ((_ text: Int, _ keys: [String]) -> Void)? = nil) throws {
    let learner = try Analyzer(synonyms: [])
    _ = learner.tokens(of: Self.elisions)
    var builder = TrieBuilder()
    var seen = Set<[Int32]>()
    for (text, form) in forms.enumerated() {
      let sequence = learner.tokens(of: form).filter(Self.isPart).map(\.key)
      guard !sequence.isEmpty, !sequence.contains(-1), seen.insert(sequence).inserted else { continue }
      builder.insert(sequence, value: Int32(seen.count - 1))
      keys?(text, sequence.map { learner.vocabulary.keys[$0] })
    }
    formCount = seen.count
    trie = builder.frozen()
    vocabulary = learner.vocabulary.frozen()
    analyzer = try Analyzer(vocabulary: vocabulary)
    breaker = try WordBreaker()
  }

  // MARK: - Stages

  /// UTF-16 units of a text, by number: what every other stage begins with.
  func convert(_ text: String) -> Int { units.load(text).count }

  /// Segments of a text, by number; words and the rest.
  func segment(_ text: String) -> Int {
    var count = 0
    var from: Int32 = 0
    breaker.forEachBlock(units.load(text)) { segments in
      for segment in segments {
        // A space alone is no item.
        count += segment.start > from ? 2 : 1
        from = segment.end
      }
    }
    return count
  }

  /// Tokens of a text with folded forms and keys, by number.
  func analyse(_ text: String) -> Int {
    analyzer.analyse(units.load(text)).count
  }

  /// Forms of a text, appended.
  func match(_ text: String, into spans: inout [Span]) {
    match(analyzer.analyse(units.load(text)), into: &spans)
  }

  private func match(_ tokens: UnsafeBufferPointer<Token>, into spans: inout [Span]) {
    line.takeWords(tokens)
    found.removeAll(keepingCapacity: true)
    line.leftmostLongest(trie, into: &found)
    for match in found {
      spans.append(
        Span(start: tokens[Int(match.first)].start, end: tokens[Int(match.last)].end, form: match.value))
    }
  }

  // MARK: - What the other matchers are given

  /// Key of each word of a text, `nil` at each boundary: the text normalised beforehand.
  ///
  /// A key that no form holds is the folded word behind a tilde, so that no form can match it.
  func normalised(_ text: String) -> [String?] {
    let units = UTF16Units.array(of: text)
    var words: [String?] = []
    for token in analyzer.tokens(of: text) {
      if Self.isPart(token) {
        let surface = String(decoding: units[Int(token.start)..<Int(token.end)], as: UTF16.self)
        words.append(token.key >= 0 ? vocabulary.keys[token.key] : "~" + Folding.fold(surface))
      } else if Self.isBoundary(token), words.last != .some(nil) {
        words.append(nil)
      }
    }
    return words
  }

  /// A word or number that is no elided article or pronoun.
  @inline(__always)
  private static func isPart(_ token: Token) -> Bool {
    token.kind.rawValue <= Token.Kind.number.rawValue && !token.flags.contains(.elided)
  }

  /// Every elision, so that no text meets one that the vocabulary does not hold.
  private static let elisions = FrenchParts.elisions.map { "\($0)'a" }.joined(separator: " ")

  /// Hyphens and apostrophes join, and what is elided; everything else that is no word parts.
  @inline(__always)
  private static func isBoundary(_ token: Token) -> Bool {
    // Equal to the sign's unit for signs alone.
    let sign = token.form | Int32(token.kind.rawValue ^ Token.Kind.punctuation.rawValue) << 24
    return sign != 0x2D && sign != 0x2011 && sign != 0x27 && sign != 0x2019 && !token.flags.contains(.elided)
  }
}
