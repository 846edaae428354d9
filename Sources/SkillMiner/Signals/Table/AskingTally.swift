/// Asking offers of one family by the place they stand in (an employer, a group, a stratum), in both windows: flat counts
/// with a list of those that are not 0, so that neither counting nor clearing costs more than there are offers.
struct AskingTally {
  /// Places with offers, in the order they were met until `sort()`.
  private(set) var met: [Int32] = []
  private var tally: [(reference: Int32, recent: Int32)]

  /// - Parameter places: places are numbers below.
  init(places: Int) { tally = [(reference: Int32, recent: Int32)](repeating: (0, 0), count: places) }

  mutating func add(_ place: Int32, recent: Bool) {
    let count = tally[Int(place)]
    if count == (0, 0) { met.append(place) }
    if recent { tally[Int(place)].recent += 1 } else { tally[Int(place)].reference += 1 }
  }

  subscript(place: Int32) -> (reference: Int, recent: Int) {
    let count = tally[Int(place)]
    return (Int(count.reference), Int(count.recent))
  }

  /// Offers of one window by place.
  func counts(recent: Bool) -> [(key: Int32, value: Int)] {
    met.map { (key: $0, value: recent ? self[$0].recent : self[$0].reference) }
  }

  /// Puts the places met into ascending order: sums of fractions depend on it.
  mutating func sort() { met.sort() }

  /// Back to nothing, for the next family.
  mutating func clear() {
    for place in met { tally[Int(place)] = (0, 0) }
    met.removeAll(keepingCapacity: true)
  }
}
