import Taxonomy

/// Finds the phrases that share enough with a clause and measures how well they fit stretches of it.
///
/// Working state of one thread; the index it reads is shared. Nothing here allocates once the scratch has grown.
final class PhraseLinker {
  /// A phrase of which the clause holds at least `PhraseIndex.minimumCoverage` by weight.
  struct Candidate {
    var phrase: Int32
    /// Bit *i* is set when content position *i* of the clause holds a key of the phrase.
    var mask: UInt64
    var labelWeight: Float
  }

  /// How well a phrase explains a stretch of content positions.
  struct Fit {
    var phrase: Int32
    /// Share of the phrase's weight found in the stretch.
    var labelCoverage: Float
    /// Share of the stretch's weight found in the phrase.
    var spanCoverage: Float
    /// Weight found in both.
    var shared: Float
    var matched: Int
    /// Harmonic mean of both coverages.
    var score: Float
  }

  /// A clause is read up to this many content words; a longer one is a list that clause splitting should have cut.
  static let maximumPositions = 64

  private let index: PhraseIndex
  private let keyMasks: UnsafeMutablePointer<UInt64>
  private let stamps: UnsafeMutablePointer<UInt32>
  private var stamp: UInt32 = 0
  private var loadedKeys: [Int32] = []
  /// Content positions of the clause: token index, key, weight.
  private(set) var positions: [Int] = []
  private(set) var keys: [Int32] = []
  private(set) var weights: [Float] = []
  private(set) var candidates: [Candidate] = []

  init(index: PhraseIndex) {
    self.index = index
    keyMasks = .allocate(capacity: max(1, index.weights.count))
    keyMasks.initialize(repeating: 0, count: max(1, index.weights.count))
    stamps = .allocate(capacity: max(1, index.phrases.count))
    stamps.initialize(repeating: 0, count: max(1, index.phrases.count))
  }

  deinit {
    keyMasks.deallocate()
    stamps.deallocate()
  }

  /// Collects the phrases that share enough with the clause.
  func load(_ tokens: [Token], _ range: Range<Int>) {
    for key in loadedKeys { keyMasks[Int(key)] = 0 }
    loadedKeys.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    for token in range where tokens[token].isContent {
      guard positions.count < Self.maximumPositions else { break }
      let key = tokens[token].key
      if key >= 0 {
        if keyMasks[Int(key)] == 0 { loadedKeys.append(key) }
        keyMasks[Int(key)] |= 1 << UInt64(positions.count)
      }
      positions.append(token)
      keys.append(key)
      weights.append(index.weight(key))
    }
    stamp &+= 1
    if stamp == 0 {
      stamps.update(repeating: 0, count: max(1, index.phrases.count))
      stamp = 1
    }
    index.withStorage { phrases, phraseKeys, keyWeights, postingStarts, postings in
      for key in loadedKeys {
        for at in Int(postingStarts[Int(key)])..<Int(postingStarts[Int(key) + 1]) {
          let phrase = Int(postings[at])
          if stamps[phrase] == stamp { continue }
          stamps[phrase] = stamp
          let record = phrases[phrase]
          var shared: Float = 0
          var mask: UInt64 = 0
          for k in Int(record.keys.lowerBound)..<Int(record.keys.upperBound) {
            let phraseKey = Int(phraseKeys[k])
            let bits = keyMasks[phraseKey]
            if bits != 0 {
              mask |= bits
              shared += keyWeights[phraseKey]
            }
          }
          if shared >= PhraseIndex.minimumCoverage * record.weight {
            candidates.append(Candidate(phrase: Int32(phrase), mask: mask, labelWeight: record.weight))
          }
        }
      }
    }
  }

  /// The item a phrase is a writing of.
  func item(of phrase: Int32) -> Int32 { index.phrases[Int(phrase)].item }

  private func mask(_ span: Range<Int>) -> UInt64 {
    let upper = span.upperBound >= 64 ? UInt64.max : (1 << UInt64(span.upperBound)) - 1
    return upper & ~((1 << UInt64(span.lowerBound)) - 1)
  }

  /// Sum of the weights of a stretch.
  func weight(_ span: Range<Int>) -> Float {
    var sum: Float = 0
    for position in span { sum += weights[position] }
    return sum
  }

  @inline(__always)
  private func fit(_ candidate: Candidate, _ spanMask: UInt64, _ spanWeight: Float) -> Fit? {
    var bits = candidate.mask & spanMask
    if bits == 0 { return nil }
    var shared: Float = 0
    var matched = 0
    while bits != 0 {
      shared += weights[bits.trailingZeroBitCount]
      matched += 1
      bits &= bits - 1
    }
    // A key that the stretch repeats is explained once by the label but as often as it stands by the stretch.
    let label = min(1, shared / candidate.labelWeight)
    let span = min(1, shared / spanWeight)
    return Fit(
      phrase: candidate.phrase, labelCoverage: label, spanCoverage: span,
      shared: min(shared, candidate.labelWeight),
      matched: matched, score: 2 * label * span / (label + span))
  }

  /// The best fit of a stretch and the largest label coverage among all; `nil` when no phrase touches it.
  func best(_ span: Range<Int>) -> (fit: Fit, maximumLabelCoverage: Float)? {
    let spanMask = mask(span)
    let spanWeight = weight(span)
    guard spanWeight > 0 else { return nil }
    var best: Fit?
    var maximum: Float = 0
    for candidate in candidates {
      guard let fit = fit(candidate, spanMask, spanWeight) else { continue }
      if fit.labelCoverage > maximum { maximum = fit.labelCoverage }
      if best == nil || fit.score > best!.score || fit.score == best!.score && fit.phrase < best!.phrase {
        best = fit
      }
    }
    return best.map { ($0, maximum) }
  }

  /// The phrases that fit a stretch, best first, at most `limit`.
  func fits(_ span: Range<Int>, limit: Int) -> [Fit] {
    let spanMask = mask(span)
    let spanWeight = weight(span)
    guard spanWeight > 0 else { return [] }
    var fits: [Fit] = []
    for candidate in candidates { if let fit = fit(candidate, spanMask, spanWeight) { fits.append(fit) } }
    fits.sort { ($0.score, $1.phrase) > ($1.score, $0.phrase) }
    if fits.count > limit { fits.removeLast(fits.count - limit) }
    return fits
  }
}
