import Taxonomy

/// What a whole offer says, to judge its parts by: which keys it holds, what occupations it speaks of, where its
/// vectors point. Scratch memory of one thread, reused from offer to offer.
final class OfferKeys {
  /// Share of the weight of an offer's occupations from which their domain is taken for its own.
  static let domainShare: Float = 0.5

  let lexicon: Lexicon
  private let seen: UnsafeMutablePointer<UInt32>
  private let scratchMemory = WideScratch()
  private var stamp: UInt32 = 0
  private var titleKeys: [Int32] = []
  private var textKeys: [Int32] = []
  private var scratch: [Float] = []
  /// The occupations that `topics` and `keyTopics` were filled from.
  private(set) var filled: [(occupation: Int32, weight: Float)] = []
  /// The ROME domain that most of what the offer speaks of belongs to; `nil` when none is likely.
  private(set) var likelyDomain: String?
  /// Weight of the occupations the offer speaks of that ask for each item.
  let topics: UnsafeMutablePointer<Float>
  /// Weight of each key in those occupations.
  let keyTopics: UnsafeMutablePointer<Float>
  /// Vectors of the title and of the whole text, of unit length or zero.
  let titleVector: UnsafeMutablePointer<Float>
  let textVector: UnsafeMutablePointer<Float>

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    let keys = lexicon.vocabulary.keys.count + 1
    seen = scratchMemory.array(repeating: 0, count: keys)
    keyTopics = scratchMemory.array(repeating: 0, count: keys)
    topics = scratchMemory.array(repeating: 0, count: lexicon.items.count + 1)
    titleVector = .allocate(capacity: WordVectors.dimensions)
    textVector = .allocate(capacity: WordVectors.dimensions)
  }

  deinit {
    titleVector.deallocate()
    textVector.deallocate()
  }

  /// Takes an offer. Keys are taken in order of first sight, so that the same offer always gives the same sums.
  func load(title: [Token], text: [Token], occupation: ROMECode?) {
    if stamp >= UInt32.max - 4 {
      seen.update(repeating: 0, count: lexicon.vocabulary.keys.count + 1)
      stamp = 0
    }
    // Two stamps an offer: `stamp` for the title's keys, `stamp - 1` for those of the text alone.
    stamp += 2
    collect(title, into: &titleKeys, below: stamp, stamp)
    collect(text, into: &textKeys, below: stamp - 1, stamp - 1)
    let model = lexicon.occupations
    let best = model.occupations(
      title: titleKeys, text: textKeys, declared: occupation, scratch: &scratch)
    for (occupation, _) in filled {
      for link in model.items(of: occupation) { topics[Int(link.number)] = 0 }
      for entry in model.keys(of: occupation) { keyTopics[Int(entry.number)] = 0 }
    }
    filled = best
    likelyDomain = Self.domain(of: best, model.codes)
    for (occupation, weight) in best {
      for link in model.items(of: occupation) { topics[Int(link.number)] += weight * link.weight }
      for entry in model.keys(of: occupation) { keyTopics[Int(entry.number)] += weight * entry.weight }
    }
    sum(titleKeys, [], into: titleVector)
    sum(titleKeys, textKeys, into: textVector)
  }

  /// The keys of content words not stamped yet, which are stamped.
  private func collect(
    _ tokens: [Token], into keys: inout [Int32], below limit: UInt32, _ stamp: UInt32
  ) {
    keys.removeAll(keepingCapacity: true)
    let seen = seen
    for token in tokens where token.isContent && token.key >= 0 && seen[Int(token.key)] < limit {
      seen[Int(token.key)] = stamp
      keys.append(token.key)
    }
  }

  /// The domain of at least `domainShare` of the weight.
  private static func domain(of best: [(occupation: Int32, weight: Float)], _ codes: [ROMECode]) -> String? {
    for (place, (occupation, _)) in best.enumerated() {
      let domain = codes[Int(occupation)].domain
      var share: Float = 0
      for other in best[place...] where codes[Int(other.occupation)].domain == domain {
        share += other.weight
      }
      if share >= domainShare { return domain }
    }
    return nil
  }

  private func sum(_ some: [Int32], _ more: [Int32], into vector: UnsafeMutablePointer<Float>) {
    vector.update(repeating: 0, count: WordVectors.dimensions)
    let vectors = lexicon.vectors
    let index = lexicon.index
    for key in some { vectors.add(key, index.weight(key), to: vector) }
    for key in more { vectors.add(key, index.weight(key), to: vector) }
    WordVectors.normalise(vector)
  }

  /// Whether the title holds a key.
  @inline(__always)
  func inTitle(_ key: Int32) -> Bool { seen[Int(key)] == stamp }

  /// Whether the offer holds a key.
  @inline(__always)
  func inOffer(_ key: Int32) -> Bool { seen[Int(key)] >= stamp - 1 }
}
