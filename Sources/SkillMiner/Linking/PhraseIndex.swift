import Taxonomy

/// Inverted index from keys to the ways of writing each item: what the phrase linker proposes from.
///
/// A *phrase* is one way of writing an item, reduced to its distinct content keys. Weights are inverse document
/// frequencies over phrases, so that *gérer* says little and *palettiser* a lot.
///
/// A phrase is filed only under the keys that any clause holding `minimumCoverage` of its weight must share (prefix
/// filtering, Chaudhuri, Ganti and Kaushik 2006): its heaviest keys. *Gérer les stocks* is filed under *stock* alone.
struct PhraseIndex: Sendable {
  /// Least share of a phrase's weight that a clause must hold for the phrase to be proposed.
  static let minimumCoverage: Float = 0.45

  /// One way of writing an item.
  struct Phrase: Sendable {
    /// Index of the item in `items`.
    let item: Int32
    /// Range of its keys in `phraseKeys`, in label order.
    let keys: Range<Int32>
    /// Sum of the weights of its keys.
    let weight: Float
  }

  private(set) var phrases: [Phrase] = []
  private(set) var phraseKeys: [Int32] = []
  /// Weight of each key; the weight of a key that no phrase holds is `unknownWeight`.
  private(set) var weights: [Float] = []
  private(set) var unknownWeight: Float = 0
  private var postingStarts: [Int32] = []
  private var postings: [Int32] = []

  /// - Parameters:
  ///   - written: item index and content keys of each phrase; phrases without keys are left out.
  ///   - keyCount: size of the key vocabulary.
  ///   - weak: keys that count for a third.
  init(written: [(item: Int32, keys: [Int32])], keyCount: Int, weak: Set<Int32>) {
    var frequency = [Int32](repeating: 0, count: keyCount)
    var distinct: [(item: Int32, keys: [Int32])] = []
    for (item, keys) in written {
      var seen = Set<Int32>()
      let unique = keys.filter { $0 >= 0 && seen.insert($0).inserted }
      guard !unique.isEmpty else { continue }
      distinct.append((item, unique))
      for key in unique { frequency[Int(key)] += 1 }
    }
    let n = Float(max(1, distinct.count))
    unknownWeight = Self.log(n + 1)
    weights = frequency.map { $0 == 0 ? Self.log(n + 1) : Self.log(1 + n / Float($0)) }
    // A word that no label holds has a key beyond the vocabulary the phrases were counted in.
    for key in weak where key >= 0 && Int(key) < keyCount { weights[Int(key)] /= 3 }
    for (item, keys) in distinct {
      let start = Int32(phraseKeys.count)
      phraseKeys += keys
      phrases.append(
        Phrase(
          item: item, keys: start..<Int32(phraseKeys.count),
          weight: keys.reduce(0) { $0 + weights[Int($1)] }))
    }
    var filed: [[Int32]] = []
    filed.reserveCapacity(phrases.count)
    for phrase in phrases {
      let own = phraseKeys[Int(phrase.keys.lowerBound)..<Int(phrase.keys.upperBound)]
        .sorted { (weights[Int($0)], $1) > (weights[Int($1)], $0) }
      var rest = phrase.weight
      var prefix: [Int32] = []
      for key in own where rest >= Self.minimumCoverage * phrase.weight * 0.999 {
        prefix.append(key)
        rest -= weights[Int(key)]
      }
      filed.append(prefix)
    }
    postingStarts = [Int32](repeating: 0, count: keyCount + 1)
    for keys in filed { for key in keys { postingStarts[Int(key) + 1] += 1 } }
    for key in 0..<keyCount { postingStarts[key + 1] += postingStarts[key] }
    var next = postingStarts
    postings = [Int32](repeating: 0, count: Int(postingStarts[keyCount]))
    for (index, keys) in filed.enumerated() {
      for key in keys {
        postings[Int(next[Int(key)])] = Int32(index)
        next[Int(key)] += 1
      }
    }
  }

  /// The flat arrays, for the linker's inner loop: phrases, their keys, key weights, posting starts, postings.
  func withStorage(
    _ body: (
      UnsafeBufferPointer<Phrase>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Float>,
      UnsafeBufferPointer<Int32>,
      UnsafeBufferPointer<Int32>
    ) -> Void
  ) {
    phrases.withUnsafeBufferPointer { a in
      phraseKeys.withUnsafeBufferPointer { b in
        weights.withUnsafeBufferPointer { c in
          postingStarts.withUnsafeBufferPointer { d in
            postings.withUnsafeBufferPointer { e in body(a, b, c, d, e) }
          }
        }
      }
    }
  }

  /// For each phrase, the natural logarithm of how many phrases hold all of its keys (itself included).
  func generality() -> [Float] {
    var holders = [[Int32]](repeating: [], count: weights.count)
    for (at, phrase) in phrases.enumerated() {
      for k in phrase.keys { holders[Int(phraseKeys[Int(k)])].append(Int32(at)) }
    }
    return phrases.map { phrase in
      let keys = phraseKeys[Int(phrase.keys.lowerBound)..<Int(phrase.keys.upperBound)]
      // Long phrases are in no other; the rarest key bounds the work.
      guard keys.count <= 4, let rarest = keys.min(by: { holders[Int($0)].count < holders[Int($1)].count })
      else { return 0 }
      var count: Float = 0
      for other in holders[Int(rarest)] {
        let record = phrases[Int(other)]
        let own = phraseKeys[Int(record.keys.lowerBound)..<Int(record.keys.upperBound)]
        if keys.allSatisfy({ own.contains($0) }) { count += 1 }
      }
      return Self.log(count)
    }
  }

  /// Weight of a key; unknown keys weigh as much as the rarest.
  func weight(_ key: Int32) -> Float {
    key >= 0 && Int(key) < weights.count ? weights[Int(key)] : unknownWeight
  }

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
