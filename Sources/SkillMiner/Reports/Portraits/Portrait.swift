import Taxonomy

/// What some offers ask for: a near-duplicate cluster counts once, by its first member among them.
struct Portrait: Sendable {
  /// Figures of one family.
  struct Demand: Sendable {
    /// Place in `OfferFacts.familyIDs`.
    let family: Int32
    let offers: Int
    let employers: Int
    let share: Double
    let interval: WilsonInterval
  }

  /// The distinct offers, ascending.
  let offers: [Int32]
  /// Known employers.
  let employers: Int
  /// Distinct offers by month, every month of the span.
  let months: [(month: Int, offers: Int)]
  /// Most asked first, then by identifier.
  let families: [Demand]
  private let places: [Int32: Int]

  /// - Parameter members: offers, ascending; re-posts are folded here.
  init(_ members: [Int32], of facts: OfferFacts) {
    var isSeen = [Bool](repeating: false, count: facts.clusterCount)
    var distinct: [Int32] = []
    var perMonth: [Int: Int] = [:]
    var sizes: [Int32: Int] = [:]
    var unknown = 0
    // Family and employer in one word: sorted, the offers of one employer that ask for one family stand together.
    var pairs: [UInt64] = []
    for offer in members {
      let cluster = Int(facts.clusters[Int(offer)])
      if isSeen[cluster] { continue }
      isSeen[cluster] = true
      distinct.append(offer)
      let month = Int(facts.cube.months[Int(offer)])
      if month >= 0 { perMonth[month, default: 0] += 1 }
      let employer = facts.cube.employers[Int(offer)]
      if employer >= 0 { sizes[employer, default: 0] += 1 } else { unknown += 1 }
      let low = UInt64(UInt32(bitPattern: employer))
      for family in facts.families(of: offer) { pairs.append(UInt64(family) << 32 | low) }
    }
    offers = distinct
    employers = sizes.count
    let span = perMonth.keys.min().flatMap { first in perMonth.keys.max().map { first...$0 } }
    months = span.map { $0.map { (month: $0, offers: perMonth[$0] ?? 0) } } ?? []

    pairs.sort()
    let total = distinct.count
    let sumOfSquares = sizes.values.reduce(0) { $0 + Double($1 * $1) } + Double(unknown)
    var families: [Demand] = []
    var index = 0
    while index < pairs.count {
      let family = pairs[index] >> 32
      var asking = 0
      var known = 0
      var yy = 0.0
      var ym = 0.0
      while index < pairs.count, pairs[index] >> 32 == family {
        let pair = pairs[index]
        var run = 0
        while index < pairs.count, pairs[index] == pair {
          run += 1
          index += 1
        }
        asking += run
        let employer = Int32(bitPattern: UInt32(truncatingIfNeeded: pair))
        if employer < 0 {
          yy += Double(run)
          ym += Double(run)
        } else {
          known += 1
          yy += Double(run * run)
          ym += Double(run * (sizes[employer] ?? run))
        }
      }
      let effect = DesignEffect(
        size: total, successes: asking, clusters: sizes.count + unknown, squares: (yy, ym, sumOfSquares))
      let share = Double(asking) / Double(max(1, total))
      families.append(
        Demand(
          family: Int32(family), offers: asking, employers: known, share: share,
          interval: WilsonInterval(share: share, size: effect.effectiveSize)))
    }
    self.families = families.sorted { ($1.offers, $0.family) < ($0.offers, $1.family) }
    places = Dictionary(
      uniqueKeysWithValues: self.families.enumerated().map { ($0.element.family, $0.offset) })
  }

  /// Distinct offers.
  var total: Int { offers.count }

  /// The figures of a family; `nil` when nobody asks for it.
  func demand(_ family: Int32) -> Demand? { places[family].map { families[$0] } }

  /// The distinct offers that ask for a family, ascending.
  func asking(_ family: Int32, of facts: OfferFacts) -> [Int32] {
    let all = facts.offersOfFamily[Int(family)]
    if offers.count == facts.cube.count { return all }
    var result: [Int32] = []
    var place = 0
    for offer in all {
      while place < offers.count, offers[place] < offer { place += 1 }
      if place < offers.count, offers[place] == offer { result.append(offer) }
    }
    return result
  }

  /// Share of a family by month over the span of the portrait.
  func series(_ family: Int32, of facts: OfferFacts) -> [TrendData.Point] {
    var counts: [Int: Int] = [:]
    for offer in asking(family, of: facts) {
      let month = Int(facts.cube.months[Int(offer)])
      if month >= 0 { counts[month, default: 0] += 1 }
    }
    return months.map { month, total in
      let yes = counts[month] ?? 0
      let interval = WilsonInterval(successes: yes, total: total)
      return TrendData.Point(
        month: month, share: total > 0 ? Double(yes) / Double(total) : nil, lower: interval.lower,
        upper: interval.upper, offers: yes, total: total)
    }
  }

  /// Distinct offers by occupation, most frequent first.
  func occupations(of facts: OfferFacts) -> [(code: ROMECode, offers: Int)] {
    var counts: [Int32: Int] = [:]
    for offer in offers {
      let occupation = facts.cube.occupations[Int(offer)]
      if occupation >= 0 { counts[occupation, default: 0] += 1 }
    }
    return counts.map { (code: facts.cube.occupationCodes[Int($0)], offers: $1) }
      .sorted { ($1.offers, $0.code) < ($0.offers, $1.code) }
  }
}
