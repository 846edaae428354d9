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
  /// Whether a folded spelling is an elided article or pronoun (*l’*), by its number: no part of a form.
  private let elided: FrozenArray<Bool>
  /// Number of distinct key sequences.
  let formCount: Int

  /// Builds the dictionary; forms that are equal after analysis count once, the first gives the index.
  ///
  /// - Parameters:
  ///   - forms: texts, in the order that numbers them.
  ///   - keys: receives the key sequence of each distinct form and which text gave it.
  init(forms: [String], keys: ((_ text: Int, _ keys: [String]) -> Void)? = nil) throws {
    let learner = try Analyzer(synonyms: [:])
    _ = learner.tokens(of: Self.elisions)
    var builder = TrieBuilder()
    var seen = Set<[Int32]>()
    for (text, form) in forms.enumerated() {
      let sequence = learner.tokens(of: form).filter { token in
        Self.isWord(token) && !Self.isElided(learner.vocabulary.forms[token.form])
      }.map(\.key)
      guard !sequence.isEmpty, !sequence.contains(-1), seen.insert(sequence).inserted else { continue }
      builder.insert(sequence, value: Int32(seen.count - 1))
      keys?(text, sequence.map { learner.vocabulary.keys[$0] })
    }
    formCount = seen.count
    trie = builder.frozen()
    vocabulary = learner.vocabulary.frozen()
    elided = FrozenArray(vocabulary.forms.names.map(Self.isElided))
    analyzer = try Analyzer(vocabulary: vocabulary)
    breaker = try WordBreaker()
  }

  // MARK: - Stages

  /// UTF-16 units of a text, by number: what every other stage begins with.
  func convert(_ text: String) -> Int { UTF16Units.array(of: text).count }

  /// Segments of a text, by number; words and the rest.
  func segment(_ text: String) -> Int {
    let units = UTF16Units.array(of: text)
    var count = 0
    units.withUnsafeBufferPointer { breaker.forEachBlock($0) { _, segments in count += segments.count } }
    return count
  }

  /// Tokens of a text with folded forms and keys, by number.
  func analyse(_ text: String) -> Int {
    UTF16Units.array(of: text).withUnsafeBufferPointer { analyzer.analyse($0).count }
  }

  /// Forms of a text, appended.
  func match(_ text: String, into spans: inout [Span]) {
    UTF16Units.array(of: text).withUnsafeBufferPointer { match(analyzer.analyse($0), into: &spans) }
  }

  private func match(_ tokens: UnsafeBufferPointer<Token>, into spans: inout [Span]) {
    var start = 0
    while start < tokens.count {
      guard isPart(tokens[start]) else {
        start += 1
        continue
      }
      // Most words of a text begin no form, or one that the next word does not go on with.
      let root = trie.root(tokens[start].key)
      guard root.child >= 0 else {
        start += 1
        continue
      }
      var node = root.child
      var best = -1
      var end = start
      if root.ends != 0, let value = trie.values(at: node).first {
        best = Int(value)
        end = start + 1
      }
      var index = start + 1
      while index < tokens.count {
        let token = tokens[index]
        if isPart(token) {
          guard token.key >= 0, node != root.child || root.mayFollow(token.key) else { break }
          node = trie.step(node, token.key)
          if node < 0 { break }
          if let value = trie.values(at: node).first {
            best = Int(value)
            end = index + 1
          }
        } else if Self.isBoundary(token) {
          break
        }
        index += 1
      }
      if best >= 0 {
        spans.append(Span(start: tokens[start].start, end: tokens[end - 1].end, form: Int32(best)))
        start = end
      } else {
        start += 1
      }
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
      if isPart(token) {
        let surface = String(decoding: units[Int(token.start)..<Int(token.end)], as: UTF16.self)
        words.append(token.key >= 0 ? vocabulary.keys[token.key] : "~" + Folding.fold(surface))
      } else if Self.isBoundary(token), words.last != .some(nil) {
        words.append(nil)
      }
    }
    return words
  }

  @inline(__always)
  private func isPart(_ token: Token) -> Bool {
    Self.isWord(token) && (token.form < 0 || !elided[Int(token.form)])
  }

  @inline(__always)
  private static func isWord(_ token: Token) -> Bool { token.kind == .word || token.kind == .number }

  private static func isElided(_ folded: String) -> Bool { folded.hasSuffix("'") || folded.hasSuffix("’") }

  /// Every elision with both apostrophes, so that no text meets one that the vocabulary does not hold.
  private static let elisions = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
  ].map { "\($0)'a \($0)’a" }.joined(separator: " ")

  /// Hyphens and apostrophes join; everything else parts.
  private static func isBoundary(_ token: Token) -> Bool {
    switch token.kind {
    case .lineBreak: true
    case .punctuation:
      token.form != 0x2D && token.form != 0x2011 && token.form != 0x27 && token.form != 0x2019
    case .word, .number: false
    }
  }
}
