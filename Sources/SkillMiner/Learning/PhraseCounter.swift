/// Counts the phrases of offers: runs of one to five content words of a demanded mention.
struct PhraseCounter {
  /// Where a phrase stands: offer, run, first word and how many.
  struct Place {
    let offer: Int
    let run: Int
    let words: Range<Int>
  }

  /// Phrases that stand in at least so many offers, with their places, in order of first sight.
  let phrases: [(keys: [Int32], places: [Place])]

  /// - Parameters:
  ///   - longest: words of the longest phrase.
  ///   - minimum: offers a phrase must stand in. A longer phrase is counted only when its pairs of words are as frequent.
  init(_ offers: [LearningOffer], longest: Int, minimum: Int) {
    let pairs = Self.frequentPairs(offers, minimum)
    var index: [[Int32]: Int] = [:]
    var phrases: [(keys: [Int32], places: [Place])] = []
    for (number, offer) in offers.enumerated() {
      for (place, run) in offer.runs.enumerated() {
        for start in run.keys.indices {
          for end in start + 1...max(start + 1, min(run.keys.count, start + longest)) {
            if end > start + 1, !pairs.contains(Self.pair(run.keys[end - 2], run.keys[end - 1])) { break }
            let keys = Array(run.keys[start..<end])
            let found = Place(offer: number, run: place, words: start..<end)
            if let known = index[keys] {
              phrases[known].places.append(found)
            } else {
              index[keys] = phrases.count
              phrases.append((keys, [found]))
            }
          }
        }
      }
    }
    self.phrases = phrases.filter { Self.offers($0.places) >= minimum }
  }

  /// Distinct offers of places in ascending order of offer.
  private static func offers(_ places: [Place]) -> Int {
    var count = 0
    var last = -1
    for place in places where place.offer != last {
      count += 1
      last = place.offer
    }
    return count
  }

  private static func frequentPairs(_ offers: [LearningOffer], _ minimum: Int) -> Set<UInt64> {
    var counts: [UInt64: (count: Int, last: Int)] = [:]
    for (number, offer) in offers.enumerated() {
      for run in offer.runs {
        for (a, b) in zip(run.keys, run.keys.dropFirst()) {
          var entry = counts[pair(a, b)] ?? (0, -1)
          if entry.last != number { entry = (entry.count + 1, number) }
          counts[pair(a, b)] = entry
        }
      }
    }
    return Set(counts.filter { $0.value.count >= minimum }.keys)
  }

  private static func pair(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
  }
}
