import Taxonomy

/// Finds the phrases that share enough with a stretch of a clause and measures how well they fit it.
///
/// Working state of one thread; the index it reads is shared. Nothing here allocates once the scratch has grown.
final class PhraseLinker {
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

  let index: PhraseIndex
  /// Bit *i* of a key's mask is set when content position *i* of the clause holds it.
  private let keyMasks: UnsafeMutablePointer<UInt64>
  private let stamps: UnsafeMutablePointer<UInt32>
  private var stamp: UInt32 = 0
  private var found: [Fit] = []

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

  /// The item a phrase is a writing of.
  func item(of phrase: Int32) -> Int32 { index.phrases.base[Int(phrase)].item }

  private func nextStamp() -> UInt32 {
    stamp &+= 1
    if stamp == 0 {
      stamps.update(repeating: 0, count: max(1, index.phrases.count))
      stamp = 1
    }
    return stamp
  }

  /// The phrases that fit a stretch, best first, at most `limit`; valid until the next call.
  ///
  /// A phrase is looked at when the stretch holds one of the keys it is filed under and the clause holds at least
  /// `PhraseIndex.minimumCoverage` of its weight: *réception et expédition des marchandises* gives *réception* its
  /// *marchandises*.
  func fits(_ words: ClauseWords, _ span: Range<Int>, limit: Int) -> [Fit] {
    found.removeAll(keepingCapacity: true)
    let spanWeight = words.weight(span)
    guard spanWeight > 0, limit > 0 else { return found }
    var clauseBits: UInt32 = 0
    for position in 0..<words.count {
      let key = words.keys[position]
      guard key >= 0 else { continue }
      keyMasks[Int(key)] |= 1 << UInt64(position)
      clauseBits |= PhraseIndex.bit(key)
    }
    let upper = span.upperBound >= 64 ? UInt64.max : (1 << UInt64(span.upperBound)) - 1
    let spanMask = upper & ~((1 << UInt64(span.lowerBound)) - 1)
    let stamp = nextStamp()
    let starts = index.postingStarts.base
    let postings = index.postings.base
    let phrases = index.phrases.base
    let phraseKeys = index.phraseKeys.base
    let keyWeights = index.weights.base
    for position in span {
      let key = words.keys[position]
      guard key >= 0 else { continue }
      for at in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
        let posting = postings[at]
        if posting.others & clauseBits == 0 { continue }
        let phrase = Int(posting.phrase)
        if stamps[phrase] == stamp { continue }
        stamps[phrase] = stamp
        let record = phrases[phrase]
        var inClause: Float = 0
        var bits: UInt64 = 0
        for k in Int(record.firstKey)..<Int(record.endKey) {
          let phraseKey = Int(phraseKeys[k])
          let mask = keyMasks[phraseKey]
          if mask != 0 {
            inClause += keyWeights[phraseKey]
            bits |= mask
          }
        }
        guard inClause >= PhraseIndex.minimumCoverage * record.weight else { continue }
        bits &= spanMask
        var shared: Float = 0
        var matched = 0
        while bits != 0 {
          shared += words.weights[bits.trailingZeroBitCount]
          matched += 1
          bits &= bits - 1
        }
        // A key that the stretch repeats is explained once by the label but as often as it stands by the stretch.
        let label = min(1, shared / record.weight)
        let cover = min(1, shared / spanWeight)
        keep(
          Fit(
            phrase: Int32(phrase), labelCoverage: label, spanCoverage: cover,
            shared: min(shared, record.weight), matched: matched, score: 2 * label * cover / (label + cover)),
          limit)
      }
    }
    for position in 0..<words.count where words.keys[position] >= 0 {
      keyMasks[Int(words.keys[position])] = 0
    }
    return found
  }

  /// Bounded insertion: best score first, then lowest phrase.
  @inline(__always)
  private func keep(_ fit: Fit, _ limit: Int) {
    if found.count == limit {
      let last = found[limit - 1]
      if (last.score, fit.phrase) >= (fit.score, last.phrase) { return }
      found.removeLast()
    }
    var at = found.count
    while at > 0, (found[at - 1].score, fit.phrase) < (fit.score, found[at - 1].phrase) { at -= 1 }
    found.insert(fit, at: at)
  }
}
