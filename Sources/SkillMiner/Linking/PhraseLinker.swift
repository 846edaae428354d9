import Taxonomy

/// Proposes spans of a clause as competencies and, for each, the items that could be meant.
///
/// Working state of one thread; the lexicon it reads is shared.
final class PhraseLinker {
  /// A phrase that shares keys with a clause.
  struct Candidate {
    var phrase: Int32
    /// Bit *i* is set when content position *i* of the clause holds a key of the phrase.
    var mask: UInt64
    var labelWeight: Float
  }

  private let lexicon: Lexicon
  private var masks: [UInt64]
  private var touched: [Int32] = []
  /// Content positions of the clause: token index, key, weight.
  private(set) var positions: [Int] = []
  private(set) var keys: [Int32] = []
  private(set) var weights: [Float] = []
  private(set) var candidates: [Candidate] = []

  /// Keys in more phrases than this only count for phrases that a rarer key has brought up.
  static let rareLimit = 1200

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    masks = [UInt64](repeating: 0, count: lexicon.index.phrases.count)
  }

  /// Collects the phrases that share keys with the clause.
  func load(_ tokens: [Token], _ range: Range<Int>) {
    positions.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    let index = lexicon.index
    for token in range where tokens[token].isContent {
      guard positions.count < 64 else { break }
      positions.append(token)
      keys.append(tokens[token].key)
      weights.append(index.weight(tokens[token].key))
    }
    for phrase in touched { masks[Int(phrase)] = 0 }
    touched.removeAll(keepingCapacity: true)
    var common: [Int] = []
    for position in positions.indices where keys[position] >= 0 {
      let postings = index.postings(of: keys[position])
      if postings.count > Self.rareLimit {
        common.append(position)
        continue
      }
      for phrase in postings {
        if masks[Int(phrase)] == 0 { touched.append(phrase) }
        masks[Int(phrase)] |= 1 << UInt64(position)
      }
    }
    if touched.isEmpty, let only = common.first {
      // A clause of common words only: bring up the short phrases of its rarest word.
      for phrase in index.postings(of: keys[only]) where index.phrases[Int(phrase)].keys.count <= 2 {
        if masks[Int(phrase)] == 0 { touched.append(phrase) }
        masks[Int(phrase)] |= 1 << UInt64(only)
      }
    }
    for phrase in touched {
      let record = index.phrases[Int(phrase)]
      var mask = masks[Int(phrase)]
      if !common.isEmpty {
        for position in common
        where index.phraseKeys[Int(record.keys.lowerBound)..<Int(record.keys.upperBound)].contains(keys[position]) {
          mask |= 1 << UInt64(position)
        }
      }
      // Weight of the label explained: each key once, though the clause may repeat it.
      var shared: Float = 0
      for k in record.keys {
        let key = index.phraseKeys[Int(k)]
        for position in keys.indices where keys[position] == key {
          shared += weights[position]
          break
        }
      }
      guard shared >= 0.34 * record.weight else { continue }
      candidates.append(Candidate(phrase: phrase, mask: mask, labelWeight: record.weight))
    }
  }

  /// How well a phrase explains the content positions `span` of the clause.
  struct Fit {
    var phrase: Int32
    /// Share of the phrase's weight found in the span.
    var labelCoverage: Float
    /// Share of the span's weight found in the phrase.
    var spanCoverage: Float
    var shared: Float
    var matched: Int
    /// Harmonic mean of both coverages.
    var score: Float { labelCoverage + spanCoverage == 0 ? 0 : 2 * labelCoverage * spanCoverage / (labelCoverage + spanCoverage) }
  }

  /// The phrases that fit a span, best first, at most `limit`.
  func fits(_ span: Range<Int>, limit: Int) -> [Fit] {
    var best: [Fit] = []
    let spanMask = (span.upperBound >= 64 ? UInt64.max : (1 << UInt64(span.upperBound)) - 1) & ~((1 << UInt64(span.lowerBound)) - 1)
    var spanWeight: Float = 0
    var seen: [Int32] = []
    for position in span where !seen.contains(keys[position]) || keys[position] < 0 {
      spanWeight += weights[position]
      seen.append(keys[position])
    }
    guard spanWeight > 0 else { return [] }
    for candidate in candidates {
      var mask = candidate.mask & spanMask
      guard mask != 0 else { continue }
      var shared: Float = 0
      var matched = 0
      var counted: (Int32, Int32, Int32) = (-2, -2, -2)
      while mask != 0 {
        let position = mask.trailingZeroBitCount
        mask &= mask - 1
        let key = keys[position]
        if key == counted.0 || key == counted.1 || key == counted.2 { continue }
        counted = (key, counted.0, counted.1)
        shared += weights[position]
        matched += 1
      }
      let fit = Fit(
        phrase: candidate.phrase, labelCoverage: shared / candidate.labelWeight, spanCoverage: shared / spanWeight,
        shared: shared, matched: matched)
      if best.count < limit {
        best.append(fit)
        if best.count == limit { best.sort { ($0.score, $1.phrase) > ($1.score, $0.phrase) } }
      } else if fit.score > best[limit - 1].score {
        var at = limit - 1
        while at > 0, best[at - 1].score < fit.score { at -= 1 }
        best.insert(fit, at: at)
        best.removeLast()
      }
    }
    return best.sorted { ($0.score, $1.phrase) > ($1.score, $0.phrase) }
  }
}
