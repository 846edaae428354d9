import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What the files of phrases find is what looking at every phrase finds, in the same order.
@Suite struct PhraseLinkerTests {
  private let index: PhraseIndex
  private static let keyCount: Int32 = 60

  /// Phrases of one to six keys out of sixty, rare and common ones.
  init() {
    var random = SeededGenerator(seed: 7)
    let phrases = (0..<900).map { item in
      let keys = (0..<Int32.random(in: 1...6, using: &random)).map { _ in
        let pool = Bool.random(using: &random) ? Self.keyCount : 12
        return Int32.random(in: 0..<pool, using: &random)
      }
      return PhraseIndex.Wording(item: Int32(item), keys: keys, spellings: keys)
    }
    index = PhraseIndex(written: phrases, keyCount: Int(Self.keyCount), weak: [3, 4])
  }

  /// The keys that a phrase is filed under: the heaviest, while the others alone could hold enough.
  private func filed(_ phrase: Int32) -> [Int32] {
    let weights = index.weights
    var rest = index.phrases[Int(phrase)].weight
    let least = PhraseIndex.minimumCoverage * rest * 0.999
    return index.keys(of: phrase).sorted { (weights[Int($0)], $1) > (weights[Int($1)], $0) }
      .prefix { key in
        defer { rest -= weights[Int(key)] }
        return rest >= least
      }
  }

  /// Every phrase that fits, by definition.
  private func naive(_ words: ClauseWords, _ span: Range<Int>) -> [PhraseLinker.Fit] {
    let clause = Set((0..<words.count).map { words.keys[$0] })
    let stretch = Set(span.map { words.keys[$0] })
    let weight = words.weight(span)
    var fits: [PhraseLinker.Fit] = []
    for phrase in 0..<Int32(index.phrases.count) {
      let keys = index.keys(of: phrase)
      let whole = index.phrases[Int(phrase)].weight
      var held: Float = 0
      for key in keys where clause.contains(key) { held += index.weights[Int(key)] }
      guard filed(phrase).contains(where: stretch.contains), held >= PhraseIndex.minimumCoverage * whole
      else { continue }
      var shared: Float = 0
      var matched = 0
      for position in span where keys.contains(words.keys[position]) {
        shared += words.weights[position]
        matched += 1
      }
      let label = min(1, shared / whole)
      let cover = min(1, shared / weight)
      fits.append(
        PhraseLinker.Fit(
          phrase: phrase, labelCoverage: label, spanCoverage: cover, shared: min(shared, whole),
          matched: matched, score: 2 * label * cover / (label + cover)))
    }
    return fits.sorted { ($0.score, $1.phrase) > ($1.score, $0.phrase) }
  }

  @Test func findsWhatLookingAtEveryPhraseFinds() {
    var random = SeededGenerator(seed: 11)
    let linker = PhraseLinker(index: index)
    let words = ClauseWords()
    var compared = 0
    for _ in 0..<1500 {
      let tokens = (0..<Int32.random(in: 1...12, using: &random)).map { place in
        Token(
          start: place * 2, end: place * 2 + 1, kind: .word, flags: [], form: -1,
          key: Int32.random(in: -1..<Self.keyCount, using: &random))
      }
      tokens.withUnsafeBufferPointer { words.load($0, 0..<tokens.count, index.keyWeights) }
      let low = Int.random(in: 0..<tokens.count, using: &random)
      let span = low..<Int.random(in: low + 1...tokens.count, using: &random)
      for limit in [1, 6, 20] {
        let found = linker.fits(words, span, limit: limit)
        let wanted = naive(words, span).prefix(limit)
        #expect(found.map(\.phrase) == wanted.map(\.phrase), "\(tokens.map(\.key)), \(span)")
        #expect(found.map(\.score) == wanted.map(\.score) && found.map(\.matched) == wanted.map(\.matched))
        compared += wanted.count
      }
    }
    #expect(compared > 5000)
  }
}
