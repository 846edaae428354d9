import Taxonomy

/// Chooses the item that a span means. Scratch memory of one thread.
///
/// What follows from the clause alone (which phrases fit, most features, their part of the sums) is remembered from
/// clause to clause; what follows from the offer is computed each time.
final class ItemRanker {
  private let model: LinkerModel
  private let measures: ItemMeasures
  private let offerMeasures: OfferMeasures
  private let itemWeights: FrozenArray<Float>
  private let steps: StepWeights
  private let clauseSteps: UnsafeBufferPointer<StepWeights.Entry>
  private let offerSteps: UnsafeBufferPointer<StepWeights.Entry>
  private let acceptWeights: FrozenArray<Float>
  private let memo = NumberMemo(numbers: 1 << 22, slots: 1 << 16)
  private let memoKey = UnsafeMutablePointer<Int32>.allocate(capacity: 2 + 2 * ClauseWords.maximum)

  init(lexicon: Lexicon) {
    model = lexicon.model
    measures = ItemMeasures(lexicon: lexicon)
    offerMeasures = OfferMeasures(lexicon: lexicon)
    itemWeights = FrozenArray(lexicon.model.items)
    steps = lexicon.model.itemSteps
    clauseSteps = steps.entries(of: 0..<RankFeature.offerStart)
    offerSteps = steps.entries(of: RankFeature.offerStart..<RankFeature.count)
    acceptWeights = FrozenArray(lexicon.model.accept)
  }

  deinit { memoKey.deallocate() }

  var linker: PhraseLinker { measures.linker }

  /// The items that the span measured last could mean.
  var items: [Int32] { (0..<measures.count).map { measures.candidates[$0].item } }

  /// Features of the item at a place of `items`.
  func features(at place: Int) -> UnsafePointer<Float> { UnsafePointer(measures.row(place)) }

  /// Takes the occupation an offer declares.
  func aim(at occupation: ROMECode?) { offerMeasures.aim(at: occupation) }

  /// The item that a span most probably means and that probability; `nil` when no phrase fits.
  func best(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>, _ offer: OfferKeys
  ) -> (item: Int32, probability: Float)? {
    recall(span, words, tokens)
    let count = measures.count
    guard count > 0 else { return nil }
    let candidates = measures.candidates
    offerMeasures.fetch(candidates, count, offer)
    let topic = offerMeasures.largestTopic(candidates, count, offer)
    let range = RankFeature.offerStart..<RankFeature.count
    var best = 0
    var bestScore = -Float.infinity
    var second = -Float.infinity
    for place in 0..<count {
      let row = measures.row(place)
      offerMeasures.fill(row, candidates[place], topic, offer)
      let score =
        candidates[place].rank + FeatureSum.dot(row, itemWeights.base, range)
        + StepWeights.sum(row, offerSteps)
      if score > bestScore {
        second = bestScore
        bestScore = score
        best = place
      } else if score > second {
        second = score
      }
    }
    let sum =
      candidates[best].acceptance + FeatureSum.dot(measures.row(best), acceptWeights.base, range)
    let lead = count > 1 ? bestScore - second : 3
    return (candidates[best].item, model.acceptance(sum, score: bestScore, lead: lead))
  }

  /// Computes all features of the items whose phrases fit a span: the best phrase of each item.
  func measure(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>, _ offer: OfferKeys
  ) {
    measures.load(span, words, tokens)
    measures.measureClause(span, words, tokens)
    let topic = offerMeasures.largestTopic(measures.candidates, measures.count, offer)
    for place in 0..<measures.count {
      offerMeasures.fill(measures.row(place), measures.candidates[place], topic, offer)
    }
  }

  /// The candidates of a span, from memory when the same words stood in the same clause before.
  private func recall(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>
  ) {
    typealias Candidate = ItemMeasures.Candidate
    measures.load(span, words, tokens)
    let positions = span.positions
    memoKey[0] =
      Int32(positions.lowerBound) | Int32(positions.upperBound) << 8
      | (ItemMeasures.isVerbal(span, tokens) ? 1 << 16 : 0)
    memoKey[1] = measures.formItem(span)
    (memoKey + 2).update(from: words.keys, count: words.count)
    (memoKey + 2 + words.count).update(
      from: measures.spelt + positions.lowerBound, count: positions.count)
    let key = UnsafeBufferPointer(start: memoKey, count: 2 + words.count + positions.count)
    let hash = NumberMemo.hash(key)
    let candidates = measures.candidates
    let width = MemoryLayout<Candidate>.stride / MemoryLayout<Int32>.stride
    if let known = memo.find(key, hash) {
      measures.count = known.count / width
      if let base = known.baseAddress {
        UnsafeMutableRawPointer(candidates).copyMemory(
          from: base, byteCount: known.count * MemoryLayout<Int32>.stride)
      }
      return
    }
    measures.measureClause(span, words, tokens)
    let range = 0..<RankFeature.offerStart
    for place in 0..<measures.count {
      let row = measures.row(place)
      candidates[place].rank =
        FeatureSum.dot(row, itemWeights.base, range) + StepWeights.sum(row, clauseSteps)
      candidates[place].acceptance = FeatureSum.dot(row, acceptWeights.base, range)
    }
    let length = measures.count * width
    candidates.withMemoryRebound(to: Int32.self, capacity: length) {
      memo.add(key, hash, UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
