import Taxonomy

/// Inverted index from keys to the ways of writing each item: what the phrase linker proposes from.
///
/// A *phrase* is one way of writing an item, reduced to its distinct content keys. Weights are inverse document
/// frequencies over phrases, so that *gérer* says little and *palettiser* a lot.
struct PhraseIndex: Sendable {
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
    for key in weak where key >= 0 { weights[Int(key)] /= 3 }
    for (item, keys) in distinct {
      let start = Int32(phraseKeys.count)
      phraseKeys += keys
      phrases.append(
        Phrase(
          item: item, keys: start..<Int32(phraseKeys.count),
          weight: keys.reduce(0) { $0 + weights[Int($1)] }))
    }
    postingStarts = [Int32](repeating: 0, count: keyCount + 1)
    for (_, keys) in distinct { for key in keys { postingStarts[Int(key) + 1] += 1 } }
    for key in 0..<keyCount { postingStarts[key + 1] += postingStarts[key] }
    var next = postingStarts
    postings = [Int32](repeating: 0, count: phraseKeys.count)
    for (index, phrase) in phrases.enumerated() {
      for position in phrase.keys {
        let key = Int(phraseKeys[Int(position)])
        postings[Int(next[key])] = Int32(index)
        next[key] += 1
      }
    }
  }

  /// Phrases that hold a key, ascending.
  func postings(of key: Int32) -> ArraySlice<Int32> {
    guard key >= 0, Int(key) + 1 < postingStarts.count else { return [] }
    return postings[Int(postingStarts[Int(key)])..<Int(postingStarts[Int(key) + 1])]
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
