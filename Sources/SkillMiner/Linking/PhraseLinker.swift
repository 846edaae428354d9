import Taxonomy

/// Finds the phrases that share enough with a stretch of a clause and measures how well they fit it.
///
/// Working state of one thread; the index it reads is shared. Nothing here allocates, and all of it stands behind
/// pointers, so that exclusivity is not checked at each step.
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

  /// The most fits that are given for a stretch.
  static let maximum = 24

  let index: PhraseIndex
  /// Bit *i* of a key's mask is set when content position *i* of the clause holds it.
  private let keyMasks: UnsafeMutablePointer<UInt64>
  private let stamps: UnsafeMutablePointer<UInt32>
  private let scratch = WideScratch()
  private let lastStamp: UnsafeMutablePointer<UInt32>
  private let found: UnsafeMutablePointer<Fit>
  /// Phrases to be measured: their memory is asked for together, since waiting for one at a time took most of the time.
  private let queue: UnsafeMutablePointer<Int32>
  private static let queueLength = 64
  /// The keys of the clause, each once.
  private let clauseKeys: UnsafeMutablePointer<Int32>

  init(index: PhraseIndex) {
    self.index = index
    keyMasks = scratch.array(repeating: 0, count: index.weights.count)
    stamps = scratch.array(repeating: 0, count: index.phrases.count)
    lastStamp = .allocate(capacity: 1)
    lastStamp.initialize(to: 0)
    found = .allocate(capacity: Self.maximum)
    clauseKeys = .allocate(capacity: ClauseWords.maximum)
    queue = .allocate(capacity: Self.queueLength)
  }

  deinit {
    lastStamp.deallocate()
    found.deallocate()
    clauseKeys.deallocate()
    queue.deallocate()
  }

  /// The item a phrase is a writing of.
  @inline(__always)
  func item(of phrase: Int32) -> Int32 { index.phrases.base[Int(phrase)].item }

  private func nextStamp() -> UInt32 {
    lastStamp.pointee &+= 1
    if lastStamp.pointee == 0 {
      stamps.update(repeating: 0, count: max(1, index.phrases.count))
      lastStamp.pointee = 1
    }
    return lastStamp.pointee
  }

  /// What the search of a stretch goes by.
  private struct Search {
    let words: ClauseWords
    let span: Range<Int>
    /// Positions of the stretch.
    let mask: UInt64
    /// Weight of the stretch.
    let weight: Float
    let stamp: UInt32
    let limit: Int
    var count = 0
  }

  /// The phrases that fit a stretch, best score first, then lowest phrase, at most `limit` (`maximum`) of them; valid
  /// until the next call.
  ///
  /// A phrase is looked at when the stretch holds one of the keys it is filed under and the clause holds at least
  /// `PhraseIndex.minimumCoverage` of its weight: *réception et expédition des marchandises* gives *réception* its
  /// *marchandises*.
  func fits(_ words: ClauseWords, _ span: Range<Int>, limit: Int) -> UnsafeBufferPointer<Fit> {
    let weight = words.weight(span)
    guard weight > 0, limit > 0 else { return UnsafeBufferPointer(start: found, count: 0) }
    var keyCount = 0
    var bits: UInt64 = 0
    for position in 0..<words.count {
      let key = words.keys[position]
      guard key >= 0 else { continue }
      if keyMasks[Int(key)] == 0 {
        clauseKeys[keyCount] = key
        keyCount += 1
        bits |= PhraseFiles.bit(key)
      }
      keyMasks[Int(key)] |= 1 << UInt64(position)
    }
    let upper = span.upperBound >= 64 ? UInt64.max : (1 << UInt64(span.upperBound)) - 1
    var search = Search(
      words: words, span: span, mask: upper & ~((1 << UInt64(span.lowerBound)) - 1), weight: weight,
      stamp: nextStamp(), limit: min(limit, Self.maximum))
    var queued = 0
    for place in 0..<keyCount where keyMasks[Int(clauseKeys[place])] & search.mask != 0 {
      let key = clauseKeys[place]
      guard index.files.partnerBits.base[Int(key)] & bits != 0 else { continue }
      for other in 0..<keyCount where other != place {
        let partner = clauseKeys[other]
        guard index.files.partnerBits.base[Int(key)] & PhraseFiles.bit(partner) != 0,
          index.files.mayPair(key, partner)
        else { continue }
        for phrase in index.files.phrases(under: key, with: partner) {
          if stamps[Int(phrase)] == search.stamp { continue }
          stamps[Int(phrase)] = search.stamp
          WideMemory.prefetch(index.phrases.base + Int(phrase))
          queue[queued] = phrase
          queued += 1
          if queued == Self.queueLength { lookAtQueue(&queued, &search) }
        }
      }
    }
    lookAtQueue(&queued, &search)
    // What shares two keys with the clause is marked by now; the rest shares one.
    for place in 0..<keyCount where keyMasks[Int(clauseKeys[place])] & search.mask != 0 {
      addSingles(of: clauseKeys[place], &search)
    }
    for place in 0..<keyCount { keyMasks[Int(clauseKeys[place])] = 0 }
    return UnsafeBufferPointer(start: found, count: search.count)
  }

  /// Measures what is queued, each record and its keys having been asked for before.
  private func lookAtQueue(_ queued: inout Int, _ search: inout Search) {
    for place in 0..<queued {
      WideMemory.prefetch(index.phraseKeys.base + Int(index.phrases.base[Int(queue[place])].firstKey))
    }
    for place in 0..<queued { look(at: queue[place], &search) }
    queued = 0
  }

  /// Measures a phrase that shares two keys with the clause, one of them with the stretch.
  @inline(__always)
  private func look(at phrase: Int32, _ search: inout Search) {
    let record = index.phrases.base[Int(phrase)]
    var inClause: Float = 0
    var bits: UInt64 = 0
    for at in Int(record.firstKey)..<Int(record.endKey) {
      let key = Int(index.phraseKeys.base[at])
      guard keyMasks[key] != 0 else { continue }
      inClause += index.weights.base[key]
      bits |= keyMasks[key]
    }
    guard inClause >= PhraseIndex.minimumCoverage * record.weight else { return }
    _ = keep(fit(phrase, weight: record.weight, bits & search.mask, search), &search)
  }

  /// Measures the phrases that share one key alone with the clause, best first, until none can be among the best.
  private func addSingles(of key: Int32, _ search: inout Search) {
    let bits = keyMasks[Int(key)] & search.mask
    for at in Int(index.files.singleStarts.base[Int(key)])..<Int(index.files.singleStarts.base[Int(key) + 1])
    {
      let single = index.files.singles.base[at]
      if stamps[Int(single.phrase)] == search.stamp { continue }
      let fit = fit(single.phrase, weight: single.weight, bits, search)
      if !keep(fit, &search), fit.score < found[search.count - 1].score { return }
    }
  }

  @inline(__always)
  private func fit(_ phrase: Int32, weight: Float, _ positions: UInt64, _ search: Search) -> Fit {
    var bits = positions
    var shared: Float = 0
    var matched = 0
    while bits != 0 {
      shared += search.words.weights[bits.trailingZeroBitCount]
      matched += 1
      bits &= bits - 1
    }
    // A key that the stretch repeats is explained once by the label but as often as it stands by the stretch.
    let label = min(1, shared / weight)
    let cover = min(1, shared / search.weight)
    return Fit(
      phrase: phrase, labelCoverage: label, spanCoverage: cover, shared: min(shared, weight),
      matched: matched, score: 2 * label * cover / (label + cover))
  }

  /// Bounded insertion: best score first, then lowest phrase. Whether the fit is among the best.
  @inline(__always)
  private func keep(_ fit: Fit, _ search: inout Search) -> Bool {
    if search.count == search.limit {
      let last = found[search.count - 1]
      if (last.score, fit.phrase) >= (fit.score, last.phrase) { return false }
      search.count -= 1
    }
    var at = search.count
    while at > 0, (found[at - 1].score, fit.phrase) < (fit.score, found[at - 1].phrase) {
      found[at] = found[at - 1]
      at -= 1
    }
    found[at] = fit
    search.count += 1
    return true
  }
}
