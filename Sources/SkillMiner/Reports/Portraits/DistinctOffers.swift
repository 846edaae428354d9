import Taxonomy

/// Offers with re-posts folded: a near-duplicate cluster counts once, by its first member among them.
struct DistinctOffers: Sendable {
  /// Ascending.
  let offers: [Int32]
  /// Known employers.
  let employers: Int
  /// Distinct offers by month, every month of the span.
  let months: [(month: Int, offers: Int)]

  /// - Parameter members: offers, ascending.
  init(_ members: [Int32], of facts: OfferFacts) {
    self = facts.tables.lend { tables in
      let distinct = DistinctOffers(members, of: facts, on: &tables)
      distinct.clear(&tables, of: facts)
      return distinct
    }
  }

  /// Leaves the sizes of employers in the tables, for who counts on.
  init(_ members: [Int32], of facts: OfferFacts, on tables: inout CountingTables.Tables) {
    let first = facts.months?.lowerBound ?? 0
    var perMonth = [Int](repeating: 0, count: facts.months?.count ?? 0)
    var distinct: [Int32] = []
    distinct.reserveCapacity(members.count)
    var known = 0
    for offer in members {
      let cluster = Int(facts.clusters[Int(offer)])
      if tables.isSeen[cluster] { continue }
      tables.isSeen[cluster] = true
      distinct.append(offer)
      let month = Int(facts.cube.months[Int(offer)])
      if month >= 0 { perMonth[month - first] += 1 }
      let employer = Int(facts.cube.employers[Int(offer)])
      if employer >= 0 {
        if tables.sizes[employer] == 0 { known += 1 }
        tables.sizes[employer] += 1
      }
    }
    for offer in distinct { tables.isSeen[Int(facts.clusters[Int(offer)])] = false }
    offers = distinct
    employers = known
    let span = perMonth.firstIndex { $0 > 0 }.flatMap { from in
      perMonth.lastIndex { $0 > 0 }.map { from...$0 }
    }
    months = span.map { $0.map { (month: first + $0, offers: perMonth[$0]) } } ?? []
  }

  /// Takes the sizes of employers out of the tables again.
  func clear(_ tables: inout CountingTables.Tables, of facts: OfferFacts) {
    for offer in offers {
      let employer = Int(facts.cube.employers[Int(offer)])
      if employer >= 0 { tables.sizes[employer] = 0 }
    }
  }

  /// By occupation, most frequent first.
  func occupations(of facts: OfferFacts) -> [(code: ROMECode, offers: Int)] {
    var counts = [Int](repeating: 0, count: facts.cube.occupationCodes.count)
    for offer in offers {
      let occupation = Int(facts.cube.occupations[Int(offer)])
      if occupation >= 0 { counts[occupation] += 1 }
    }
    return counts.indices.filter { counts[$0] > 0 }
      .map { (code: facts.cube.occupationCodes[$0], offers: counts[$0]) }
      .sorted { ($1.offers, $0.code) < ($0.offers, $1.code) }
  }
}
