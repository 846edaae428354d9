import Taxonomy

/// Computes those `RankFeature`s of the candidates of a span that follow from the offer around it. Scratch memory of one
/// thread.
final class OfferMeasures {
  typealias Candidate = ItemMeasures.Candidate

  private let priors: OccupationPriors
  private let scratch = WideScratch()
  /// Closeness of each item to the offer's declared occupation, and what was set.
  private let levels: UnsafeMutablePointer<UInt8>
  private var raised: [Int32] = []
  private var levelsOf: ROMECode?

  // Of the lexicon, without a reference to count at each look.
  private let phrases: UnsafePointer<PhraseIndex.Phrase>
  private let phraseKeys: UnsafePointer<Int32>
  private let keyWeights: UnsafePointer<Float>
  private let itemVectors: UnsafePointer<Float>

  init(lexicon: Lexicon) {
    priors = lexicon.priors
    levels = scratch.array(repeating: 0, count: lexicon.items.count + 1)
    phrases = lexicon.index.phrases.base
    phraseKeys = lexicon.index.phraseKeys.base
    keyWeights = lexicon.index.weights.base
    itemVectors = lexicon.itemVectors.base
  }

  /// Takes the occupation an offer declares.
  func aim(at occupation: ROMECode?) {
    if occupation == levelsOf { return }
    levelsOf = occupation
    for item in raised { levels[Int(item)] = 0 }
    raised.removeAll(keepingCapacity: true)
    priors.raise(levels, &raised, occupation: occupation)
  }

  /// Asks for what `fill` computes from.
  @inline(__always)
  func fetch(_ candidates: UnsafeMutablePointer<Candidate>, _ count: Int, _ offer: OfferKeys) {
    for place in 0..<count {
      let candidate = candidates[place]
      WideMemory.prefetch(offer.topics + Int(candidate.item))
      WideMemory.prefetch(phrases + Int(candidate.phrase))
      WordVectors.fetch(itemVectors + Int(candidate.item) * WordVectors.dimensions)
    }
  }

  func largestTopic(
    _ candidates: UnsafeMutablePointer<Candidate>, _ count: Int, _ offer: OfferKeys
  ) -> Float {
    var largest: Float = 0
    for place in 0..<count { largest = max(largest, offer.topics[Int(candidates[place].item)]) }
    return largest
  }

  @inline(__always)
  func fill(
    _ row: UnsafeMutablePointer<Float>, _ candidate: Candidate, _ largestTopic: Float, _ offer: OfferKeys
  ) {
    (row + RankFeature.offerStart).update(repeating: 0, count: RankFeature.count - RankFeature.offerStart)
    func set(_ feature: RankFeature, _ value: Float) { row[feature.rawValue] = value }
    switch levels[Int(candidate.item)] {
    case 1: set(.priorDomain, 1)
    case 2: set(.priorNeighbour, 1)
    case 3: set(.priorLinked, 1)
    case 4: set(.priorCore, 1)
    default: break
    }
    let topic = offer.topics[Int(candidate.item)]
    set(.topicPrior, topic)
    set(.topicTop, topic > 0 && topic == largestTopic ? 1 : 0)
    var inOffer: Float = 0
    var inTitle: Float = 0
    var nowhere: Float = 0
    var mostNowhere: Float = 0
    let phrase = phrases[Int(candidate.phrase)]
    let keys = phraseKeys + Int(phrase.firstKey)
    var missing = candidate.missing
    while missing != 0 {
      let key = keys[missing.trailingZeroBitCount]
      missing &= missing - 1
      let own = keyWeights[Int(key)]
      let share = own / phrase.weight
      if offer.inTitle(key) { inTitle += share }
      if offer.inOffer(key) {
        inOffer += share
      } else {
        nowhere += share
        mostNowhere = max(mostNowhere, own)
      }
    }
    set(.missingInOffer, inOffer)
    set(.missingInTitle, inTitle)
    set(.missingNowhere, nowhere)
    set(.mostMissingNowhere, mostNowhere / 10)
    let label = itemVectors + Int(candidate.item) * WordVectors.dimensions
    set(.likeTitle, WordVectors.cosine(label, offer.titleVector))
    set(.likeText, WordVectors.cosine(label, offer.textVector))
  }
}
