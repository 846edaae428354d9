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

  private let distinct: DistinctOffers
  /// Most asked first, then by identifier.
  let families: [Demand]
  private let places: [Int32: Int]

  /// - Parameter members: offers, ascending; re-posts are folded here.
  init(_ members: [Int32], of facts: OfferFacts) {
    let (distinct, families) = facts.tables.lend { tables in
      let distinct = DistinctOffers(members, of: facts, on: &tables)
      let families = Self.families(distinct, facts, &tables)
      distinct.clear(&tables, of: facts)
      return (distinct, families)
    }
    self.distinct = distinct
    self.families = families.sorted { ($1.offers, $0.family) < ($0.offers, $1.family) }
    places = Dictionary(
      uniqueKeysWithValues: self.families.enumerated().map { ($0.element.family, $0.offset) })
  }

  /// Figures of each family asked for, ascending. Sums are of whole numbers: exact in any order.
  ///
  /// - Parameter tables: hold the size of every employer.
  private static func families(
    _ distinct: DistinctOffers, _ facts: OfferFacts, _ tables: inout CountingTables.Tables
  ) -> [Demand] {
    // Employers of the offers that ask for a family, one family after the other.
    var starts = [Int](repeating: 0, count: facts.familyIDs.count + 1)
    var unknown = 0
    var sumOfSquares = 0
    for offer in distinct.offers {
      for family in facts.families(of: offer) { starts[Int(family) + 1] += 1 }
      let employer = Int(facts.cube.employers[Int(offer)])
      // Every offer of an employer adds the employer's size: its square in the end.
      if employer < 0 { unknown += 1 } else { sumOfSquares += Int(tables.sizes[employer]) }
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var employers = [Int32](repeating: -1, count: starts.last ?? 0)
    var next = starts
    for offer in distinct.offers {
      let employer = facts.cube.employers[Int(offer)]
      for family in facts.families(of: offer) {
        employers[next[Int(family)]] = employer
        next[Int(family)] += 1
      }
    }
    let total = distinct.offers.count
    let clusters = distinct.employers + unknown
    return facts.familyIDs.indices.compactMap { family -> Demand? in
      let asking = starts[family]..<starts[family + 1]
      guard !asking.isEmpty else { return nil }
      var known = 0
      for employer in employers[asking] where employer >= 0 {
        if tables.run[Int(employer)] == 0 { known += 1 }
        tables.run[Int(employer)] += 1
      }
      var (yy, ym) = (0, 0)
      for employer in employers[asking] {
        guard employer >= 0 else {
          // Nobody knows who it is: an employer of one offer.
          yy += 1
          ym += 1
          continue
        }
        let run = Int(tables.run[Int(employer)])
        yy += run * run
        ym += run * Int(tables.sizes[Int(employer)])
        tables.run[Int(employer)] = 0
      }
      let effect = DesignEffect(
        size: total, successes: asking.count, clusters: clusters,
        squares: (Double(yy), Double(ym), Double(sumOfSquares + unknown)))
      let share = Double(asking.count) / Double(max(1, total))
      return Demand(
        family: Int32(family), offers: asking.count, employers: known, share: share,
        interval: WilsonInterval(share: share, size: effect.effectiveSize))
    }
  }

  /// The distinct offers, ascending.
  var offers: [Int32] { distinct.offers }
  /// Known employers.
  var employers: Int { distinct.employers }
  /// Distinct offers by month, every month of the span.
  var months: [(month: Int, offers: Int)] { distinct.months }
  /// Distinct offers.
  var total: Int { offers.count }

  /// The figures of a family; `nil` when nobody asks for it.
  func demand(_ family: Int32) -> Demand? { places[family].map { families[$0] } }

  /// The distinct offers that ask for a family, ascending.
  func asking(_ family: Int32, of facts: OfferFacts) -> [Int32] {
    OfferLists.common(offers, facts.offersOfFamily[Int(family)])
  }

  /// Share of a family by month over the span of the portrait.
  func series(_ family: Int32, of facts: OfferFacts) -> [TrendData.Point] {
    guard let first = months.first?.month else { return [] }
    var counts = [Int](repeating: 0, count: months.count)
    for offer in asking(family, of: facts) {
      let month = Int(facts.cube.months[Int(offer)])
      if month >= 0 { counts[month - first] += 1 }
    }
    return zip(months, counts).map { month, yes in
      let interval = WilsonInterval(successes: yes, total: month.offers)
      return TrendData.Point(
        month: month.month, share: month.offers > 0 ? Double(yes) / Double(month.offers) : nil,
        lower: interval.lower, upper: interval.upper, offers: yes, total: month.offers)
    }
  }

  /// Distinct offers by occupation, most frequent first.
  func occupations(of facts: OfferFacts) -> [(code: ROMECode, offers: Int)] {
    distinct.occupations(of: facts)
  }
}
