/// Distinct offers and known employers of some offers, in all and by family: what decisions on secrecy are made from.
/// Most communes have a handful of offers, and a department has hundreds of communes: where a portrait walks over every
/// family of the store, this costs what the offers mention.
struct CellCounts {
  let all: SecrecyRules.Cell
  /// By family (place in `OfferFacts.familyIDs`), ascending; families nobody asks for are left out.
  let families: [(family: Int32, cell: SecrecyRules.Cell)]

  /// - Parameter members: offers, ascending; re-posts are folded here.
  init(_ members: [Int32], of facts: OfferFacts) {
    let mentions = members.reduce(0) { $0 + facts.families(of: $1).count }
    // Beyond this, counting every family in one go is cheaper than putting mentions in order.
    guard mentions < facts.familyIDs.count / 4 else {
      let portrait = Portrait(members, of: facts)
      all = SecrecyRules.Cell(offers: portrait.total, employers: portrait.employers)
      families = portrait.families.map {
        (family: $0.family, cell: SecrecyRules.Cell(offers: $0.offers, employers: $0.employers))
      }.sorted { $0.family < $1.family }
      return
    }
    let distinct = DistinctOffers(members, of: facts)
    all = SecrecyRules.Cell(offers: distinct.offers.count, employers: distinct.employers)
    families = Self.cells(distinct.offers, facts, mentions)
  }

  /// Mentions in the order of families, then of employers: one walk counts both.
  private static func cells(
    _ offers: [Int32], _ facts: OfferFacts, _ mentions: Int
  ) -> [(family: Int32, cell: SecrecyRules.Cell)] {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(mentions)
    for offer in offers {
      // Nobody known stands first.
      let employer = UInt64(facts.cube.employers[Int(offer)] + 1)
      for family in facts.families(of: offer) { pairs.append(UInt64(family) << 32 | employer) }
    }
    pairs.sort()
    var cells: [(family: Int32, cell: SecrecyRules.Cell)] = []
    var start = 0
    while start < pairs.count {
      let family = pairs[start] >> 32
      var end = start
      var employers = 0
      while end < pairs.count, pairs[end] >> 32 == family {
        let isKnown = pairs[end] & 0xFFFF_FFFF != 0
        if isKnown, end == start || pairs[end] != pairs[end - 1] { employers += 1 }
        end += 1
      }
      cells.append(
        (family: Int32(family), cell: SecrecyRules.Cell(offers: end - start, employers: employers)))
      start = end
    }
    return cells
  }
}
