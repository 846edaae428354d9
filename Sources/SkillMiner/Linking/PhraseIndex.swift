import Taxonomy

/// The ways of writing each item and where to look them up: what the phrase linker proposes from.
///
/// A *phrase* is one way of writing an item, reduced to its distinct content keys. Weights are inverse document
/// frequencies over phrases, so that *gérer* says little and *palettiser* a lot.
///
/// A phrase is filed only under the keys that any clause holding `minimumCoverage` of its weight must share (prefix
/// filtering, Chaudhuri, Ganti and Kaushik 2006): its heaviest keys. *Gérer les stocks* is filed under *stock* alone.
final class PhraseIndex: Sendable {
  /// Least share of a phrase's weight that a clause must hold for the phrase to be proposed.
  static let minimumCoverage: Float = 0.45

  /// What an index is built from: content keys of one way of writing an item, and the spellings they came from.
  struct Wording {
    let item: Int32
    let keys: [Int32]
    let spellings: [Int32]
  }

  /// One way of writing an item.
  struct Phrase: Sendable {
    /// Index of the item in `items`.
    let item: Int32
    /// Where its keys stand in `phraseKeys`, in label order.
    let firstKey: Int32
    let endKey: Int32
    /// Sum of the weights of its keys.
    let weight: Float
  }

  let phrases: FrozenArray<Phrase>
  let phraseKeys: FrozenArray<Int32>
  /// The spelling each of `phraseKeys` has in its phrase.
  let phraseSpellings: FrozenArray<Int32>
  /// Weight of each key; the weight of a key that no phrase holds is `unknownWeight`.
  let weights: FrozenArray<Float>
  let unknownWeight: Float
  let files: PhraseFiles

  /// - Parameters:
  ///   - written: the phrases; those without keys are left out.
  ///   - keyCount: size of the key vocabulary.
  ///   - weak: keys that count for a third.
  init(written: [Wording], keyCount: Int, weak: Set<Int32>) {
    var frequency = [Int32](repeating: 0, count: keyCount)
    var distinct: [Wording] = []
    for wording in written {
      var seen = Set<Int32>()
      let unique = wording.keys.indices.filter {
        wording.keys[$0] >= 0 && seen.insert(wording.keys[$0]).inserted
      }
      guard !unique.isEmpty else { continue }
      distinct.append(
        Wording(
          item: wording.item, keys: unique.map { wording.keys[$0] },
          spellings: unique.map { wording.spellings[$0] }))
      for at in unique { frequency[Int(wording.keys[at])] += 1 }
    }
    let n = Float(max(1, distinct.count))
    unknownWeight = Self.log(n + 1)
    var weights = frequency.map { $0 == 0 ? Self.log(n + 1) : Self.log(1 + n / Float($0)) }
    // A word that no label holds has a key beyond the vocabulary the phrases were counted in.
    for key in weak where key >= 0 && Int(key) < keyCount { weights[Int(key)] /= 3 }
    var phrases: [Phrase] = []
    var phraseKeys: [Int32] = []
    var phraseSpellings: [Int32] = []
    for wording in distinct {
      let start = Int32(phraseKeys.count)
      phraseKeys += wording.keys
      phraseSpellings += wording.spellings
      phrases.append(
        Phrase(
          item: wording.item, firstKey: start, endKey: Int32(phraseKeys.count),
          weight: wording.keys.reduce(0) { $0 + weights[Int($1)] }))
    }
    var filed: [[Int32]] = []
    filed.reserveCapacity(phrases.count)
    for phrase in phrases {
      let own = phraseKeys[Int(phrase.firstKey)..<Int(phrase.endKey)]
        .sorted { (weights[Int($0)], $1) > (weights[Int($1)], $0) }
      var rest = phrase.weight
      var prefix: [Int32] = []
      for key in own where rest >= Self.minimumCoverage * phrase.weight * 0.999 {
        prefix.append(key)
        rest -= weights[Int(key)]
      }
      filed.append(prefix)
    }
    files = PhraseFiles(filed, phrases: phrases, phraseKeys: phraseKeys, weights: weights)
    self.phrases = FrozenArray(phrases)
    self.phraseKeys = FrozenArray(phraseKeys)
    self.phraseSpellings = FrozenArray(phraseSpellings)
    self.weights = FrozenArray(weights)
  }

  /// How many phrases came of the first entries of what the index was built from.
  func phraseCount(before end: Int, in written: [Wording]) -> Int32 {
    Int32(written[..<end].count { $0.keys.contains { $0 >= 0 } })
  }

  /// Keys of a phrase.
  @inline(__always)
  func keys(of phrase: Int32) -> UnsafeBufferPointer<Int32> {
    let record = phrases.base[Int(phrase)]
    return UnsafeBufferPointer(
      start: phraseKeys.base + Int(record.firstKey), count: Int(record.endKey - record.firstKey))
  }

  /// Spellings of a phrase, one for each of its keys.
  @inline(__always)
  func spellings(of phrase: Int32) -> UnsafePointer<Int32> {
    phraseSpellings.base + Int(phrases.base[Int(phrase)].firstKey)
  }

  /// For each phrase, the natural logarithm of how many phrases hold all of its keys (itself included).
  func generality() -> [Float] {
    var holders = [[Int32]](repeating: [], count: weights.count)
    for at in 0..<Int32(phrases.count) { for key in keys(of: at) { holders[Int(key)].append(at) } }
    return (0..<Int32(phrases.count)).map { at in
      let keys = keys(of: at)
      // Long phrases are in no other; the rarest key bounds the work.
      guard keys.count <= 4, let rarest = keys.min(by: { holders[Int($0)].count < holders[Int($1)].count })
      else { return 0 }
      var count: Float = 0
      for other in holders[Int(rarest)] {
        let own = self.keys(of: other)
        if keys.allSatisfy({ own.contains($0) }) { count += 1 }
      }
      return Self.log(count)
    }
  }

  /// Weights for the hot loops of one thread.
  var keyWeights: KeyWeights { KeyWeights(weights, unknown: unknownWeight) }

  /// Weight of a key; unknown keys weigh as much as the rarest.
  func weight(_ key: Int32) -> Float { keyWeights.of(key) }

  /// Natural logarithm, by the platform's libm through Foundation-free code: deterministic for the inputs used here.
  static func log(_ x: Float) -> Float {
    // ln x = 2 atanh((m - 1) / (m + 1)) + e ln 2, m in [1, 2): seven terms reach Float precision.
    let e = Float(x.exponent)
    let m = x.significand
    let z = (m - 1) / (m + 1)
    let z2 = z * z
    var term = z
    var sum: Float = 0
    for k in 0..<8 {
      sum += term / Float(2 * k + 1)
      term *= z2
    }
    return 2 * sum + e * 0.693147181
  }
}
