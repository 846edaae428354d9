/// Counts sequences of content words, level by level: a sequence is counted only when both its parts that are one word
/// shorter are frequent (Agrawal and Srikant 1994).
struct TermCounter {
  /// Where a sequence stands.
  struct Place {
    let offer: Int
    let run: Int
    let words: Range<Int>
  }

  /// A frequent sequence.
  struct Sequence {
    let keys: [Int32]
    /// Offers that hold it, ascending, each once.
    var offers: [Int32] = []
    var occurrences = 0
    /// Occurrences all of whose words stand where demand is.
    var demanded = 0
    /// Occurrences with a new word, and with a word written like a name.
    var new = 0
    var names = 0
    /// Occurrences that name a hidden item, by item.
    var items: [Int32: Int] = [:]
    /// One place an offer.
    var places: [Place] = []
  }

  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  /// Sequences in order of length and first sight; those that begin or end on a word that may not are left out.
  private(set) var sequences: [Sequence] = []

  init(_ offers: [TermOffer], longest: Int, minimum: Int) {
    // Frequent sequence of the level that starts at each word; -1 for none.
    var below: [[[Int32]]] = []
    for length in 1...max(1, longest) {
      var counts: [Pair: (count: Int32, last: Int32)] = [:]
      func pair(_ offer: Int, _ run: Int, _ start: Int) -> Pair? {
        if length == 1 { return Pair(first: offers[offer].runs[run].keys[start], second: 0) }
        let (a, b) = (below[offer][run][start], below[offer][run][start + 1])
        return a < 0 || b < 0 ? nil : Pair(first: a, second: b)
      }
      for (number, offer) in offers.enumerated() {
        for (place, run) in offer.runs.enumerated() where run.keys.count >= length {
          for start in 0...(run.keys.count - length) {
            guard let pair = pair(number, place, start) else { continue }
            var entry = counts[pair] ?? (0, -1)
            if entry.last != Int32(number) { entry = (entry.count + 1, Int32(number)) }
            counts[pair] = entry
          }
        }
      }
      var ids: [Pair: Int32] = [:]
      var level: [Sequence] = []
      var starts = below
      if length == 1 { starts = offers.map { $0.runs.map { [Int32](repeating: -1, count: $0.keys.count) } } }
      for (number, offer) in offers.enumerated() {
        for (place, run) in offer.runs.enumerated() {
          for start in run.keys.indices {
            let old = start + length <= run.keys.count ? pair(number, place, start) : nil
            guard let old, let count = counts[old], count.count >= Int32(minimum) else {
              starts[number][place][start] = -1
              continue
            }
            let words = start..<start + length
            let id = ids[old] ?? Int32(level.count)
            if id == level.count {
              ids[old] = id
              level.append(Sequence(keys: Array(run.keys[words])))
            }
            starts[number][place][start] = id
            Self.note(&level[Int(id)], run, Place(offer: number, run: place, words: words))
          }
        }
      }
      below = starts
      sequences += level.filter { sequence in
        guard let place = sequence.places.first else { return false }
        let run = offers[place.offer].runs[place.run]
        return run.mayEnd[place.words.lowerBound] && run.mayEnd[place.words.upperBound - 1]
      }
      if level.isEmpty { break }
    }
  }

  private static func note(_ sequence: inout Sequence, _ run: TermOffer.Run, _ place: Place) {
    sequence.occurrences += 1
    if run.isDemanded[place.words].allSatisfy({ $0 }) { sequence.demanded += 1 }
    if run.isNew[place.words].contains(true) { sequence.new += 1 }
    if run.isName[place.words].contains(true) { sequence.names += 1 }
    let item = run.item[place.words.lowerBound]
    if item >= 0, run.item[place.words].allSatisfy({ $0 == item }) { sequence.items[item, default: 0] += 1 }
    if sequence.offers.last != Int32(place.offer) {
      sequence.offers.append(Int32(place.offer))
      sequence.places.append(place)
    }
  }
}
