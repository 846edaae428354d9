import Taxonomy

/// Gaps of certifications, weighted by the offers of a scope.
struct GapsOfScope {
  /// A gap with what the scope's offers say of it.
  struct Gap {
    let certification: Certification
    let family: CertificationAssessment.Family
    /// Distinct offers of the scope, of the certification's occupations, that ask for it.
    let asking: Int
    /// Distinct offers of the scope in those occupations.
    let offers: Int
    /// Whether the number of asking offers is kept back, and that of all offers of the occupations.
    var isSecret = false
    var hidesOffers = false
  }

  private let observatory: Observatory

  init(_ observatory: Observatory) { self.observatory = observatory }

  /// The gaps most asked for; a family once, with the certification whose occupations ask most.
  func gaps(_ scope: PageScope, limit: Int) -> [Gap] {
    guard let result = observatory.result else { return [] }
    let facts = observatory.facts
    let portrait = observatory.portrait(scope)
    // Distinct offers of the scope by occupation, and those that ask by family and occupation.
    var offers: [Int32: Int] = [:]
    var asking: [Int32: [Int32: Int]] = [:]
    for offer in portrait.offers {
      let occupation = facts.cube.occupations[Int(offer)]
      guard occupation >= 0 else { continue }
      offers[occupation, default: 0] += 1
      for family in facts.families(of: offer) { asking[family, default: [:]][occupation, default: 0] += 1 }
    }
    let places = Dictionary(
      uniqueKeysWithValues: facts.cube.occupationCodes.enumerated().map { ($0.element, Int32($0.offset)) })
    var best: [String: Gap] = [:]
    for assessment in result.assessments where !assessment.gaps.isEmpty && !assessment.isExpired {
      let occupations = assessment.links.occupations.compactMap { places[$0] }
      let total = occupations.reduce(0) { $0 + (offers[$1] ?? 0) }
      guard total > 0 else { continue }
      for family in assessment.gaps {
        guard let place = facts.familyPlaces[family.family.id], let table = asking[place] else { continue }
        let yes = occupations.reduce(0) { $0 + (table[$1] ?? 0) }
        guard yes >= 2 else { continue }
        if let known = best[family.family.id], known.asking >= yes { continue }
        best[family.family.id] = Gap(
          certification: assessment.certification, family: family, asking: yes, offers: total)
      }
    }
    return best.values.sorted { ($1.asking, $0.family.family.id) < ($0.asking, $1.family.family.id) }
      .prefix(limit).map { protected($0, scope, portrait) }
  }

  /// Kept back where the gap's own offers are too few, or the others of the scope.
  private func protected(_ gap: Gap, _ scope: PageScope, _ portrait: Portrait) -> Gap {
    guard !observatory.showsEverything else { return gap }
    let facts = observatory.facts
    var gap = gap
    guard let place = facts.familyPlaces[gap.family.family.id],
      let assessment = observatory.result?.assessments.first(where: {
        $0.certification.code == gap.certification.code
      })
    else { return gap }
    let codes = Set(assessment.links.occupations)
    func hides(_ offers: [Int32], _ family: Int32?) -> Bool {
      let inside = offers.filter {
        let occupation = facts.cube.occupations[Int($0)]
        return occupation >= 0 && codes.contains(facts.cube.occupationCodes[Int(occupation)])
      }
      let outside = Set(offers).subtracting(inside)
      let known = Set(inside.map { facts.cube.employers[Int($0)] }).subtracting([-1]).count
      // The rest is what a reader gets by taking one number from the other.
      return observatory.hides(family, in: scope) || observatory.hides(offers: inside.count, employers: known)
        || observatory.hides(
          offers: outside.count,
          employers: Set(outside.map { facts.cube.employers[Int($0)] }).subtracting([-1]).count)
    }
    gap.isSecret = hides(portrait.asking(place, of: facts), place)
    gap.hidesOffers = hides(portrait.offers, nil)
    return gap
  }
}
