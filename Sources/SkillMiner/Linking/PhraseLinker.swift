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
  /// 1 for each key that the clause holds: small enough to stay beside the processor while postings stream by.
  private let held: UnsafeMutablePointer<UInt8>
  /// Bit *i* of a key's mask is set when content position *i* of the clause holds it.
  private let keyMasks: UnsafeMutablePointer<UInt64>
  private let stamps: UnsafeMutablePointer<UInt32>
  private var stamp: UInt32 = 0
  private var found: [Fit] = []

  init(index: PhraseIndex) {
    self.index = index
    held = .allocate(capacity: max(1, index.weights.count))
    held.initialize(repeating: 0, count: max(1, index.weights.count))
    keyMasks = .allocate(capacity: max(1, index.weights.count))
    keyMasks.initialize(repeating: 0, count: max(1, index.weights.count))
    stamps = .allocate(capacity: max(1, index.phrases.count))
    stamps.initialize(repeating: 0, count: max(1, index.phrases.count))
  }

  deinit {
    held.deallocate()
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
      held[Int(key)] = 1
      clauseBits |= PhraseIndex.bit(key)
    }
    let upper = span.upperBound >= 64 ? UInt64.max : (1 << UInt64(span.upperBound)) - 1
    let spanMask = upper & ~((1 << UInt64(span.lowerBound)) - 1)
    let stamp = nextStamp()
    let starts = index.postingStarts.base
    let postings = index.postings.base
    let keyWeights = index.weights.base
    for position in span {
      let key = words.keys[position]
      guard key >= 0 else { continue }
      var next = Int(starts[Int(key)])
      let end = Int(starts[Int(key) + 1])
      while next < end {
        let posting = postings + next
        let keyCount = Int(posting[PhraseIndex.Posting.keyCount])
        next += PhraseIndex.Posting.header + keyCount
        if UInt32(bitPattern: posting[PhraseIndex.Posting.others]) & clauseBits == 0 { continue }
        let keys = posting + PhraseIndex.Posting.header
        var inClause: Float = 0
        for at in 0..<keyCount where held[Int(keys[at])] != 0 { inClause += keyWeights[Int(keys[at])] }
        let weight = Float(bitPattern: UInt32(bitPattern: posting[PhraseIndex.Posting.weight]))
        guard inClause >= PhraseIndex.minimumCoverage * weight else { continue }
        let phrase = Int(posting[PhraseIndex.Posting.phrase])
        if stamps[phrase] == stamp { continue }
        stamps[phrase] = stamp
        var bits: UInt64 = 0
        for at in 0..<keyCount { bits |= keyMasks[Int(keys[at])] }
        bits &= spanMask
        var shared: Float = 0
        var matched = 0
        while bits != 0 {
          shared += words.weights[bits.trailingZeroBitCount]
          matched += 1
          bits &= bits - 1
        }
        // A key that the stretch repeats is explained once by the label but as often as it stands by the stretch.
        let label = min(1, shared / weight)
        let cover = min(1, shared / spanWeight)
        keep(
          Fit(
            phrase: Int32(phrase), labelCoverage: label, spanCoverage: cover,
            shared: min(shared, weight), matched: matched, score: 2 * label * cover / (label + cover)),
          limit)
      }
    }
    for position in 0..<words.count where words.keys[position] >= 0 {
      keyMasks[Int(words.keys[position])] = 0
      held[Int(words.keys[position])] = 0
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
