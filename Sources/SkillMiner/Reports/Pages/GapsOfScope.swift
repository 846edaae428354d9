import Taxonomy

/// Gaps of certifications, weighted by the offers of a scope.
struct GapsOfScope {
  /// A gap with what the scope's offers say of it.
  struct Gap: Sendable {
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

  /// Gaps of a scope that are known; no page shows more.
  static let most = 40

  private let observatory: Observatory

  init(_ observatory: Observatory) { self.observatory = observatory }

  /// The gaps most asked for; a family once, with the certification whose occupations ask most. Counted once a scope:
  /// the page of a territory, its sheet and its pack show the same.
  func gaps(_ scope: PageScope, limit: Int) -> [Gap] {
    Array(observatory.gaps.value(scope) { make(scope) }.prefix(limit))
  }

  /// Counts them for a scope, and keeps them.
  func keep(_ scope: PageScope) { _ = observatory.gaps.value(scope, stays: true) { make(scope) } }

  private func make(_ scope: PageScope) -> [Gap] {
    guard let result = observatory.result else { return [] }
    let facts = observatory.facts
    let portrait = observatory.portrait(scope)
    let assessments = result.assessments.filter { !$0.gaps.isEmpty && !$0.isExpired }
    // Distinct offers of the scope by occupation, and those that ask by family and occupation; only for families that are
    // a gap somewhere.
    let width = facts.cube.occupationCodes.count
    var offers = [Int](repeating: 0, count: width)
    var row = [Int32](repeating: -1, count: facts.familyIDs.count)
    var rows: Int32 = 0
    for family in assessments.flatMap(\.gaps) {
      guard let place = facts.familyPlaces[family.family.id], row[Int(place)] < 0 else { continue }
      row[Int(place)] = rows
      rows += 1
    }
    var asking = [Int32](repeating: 0, count: Int(rows) * width)
    for offer in portrait.offers {
      let occupation = Int(facts.cube.occupations[Int(offer)])
      guard occupation >= 0 else { continue }
      offers[occupation] += 1
      for family in facts.families(of: offer) where row[Int(family)] >= 0 {
        asking[Int(row[Int(family)]) * width + occupation] += 1
      }
    }
    let places = Dictionary(
      uniqueKeysWithValues: facts.cube.occupationCodes.enumerated().map { ($0.element, $0.offset) })
    var best: [String: Gap] = [:]
    for assessment in assessments {
      let occupations = assessment.links.occupations.compactMap { places[$0] }
      let total = occupations.reduce(0) { $0 + offers[$1] }
      guard total > 0 else { continue }
      for family in assessment.gaps {
        guard let place = facts.familyPlaces[family.family.id] else { continue }
        let start = Int(row[Int(place)]) * width
        let yes = occupations.reduce(0) { $0 + Int(asking[start + $1]) }
        guard yes >= 2 else { continue }
        if let known = best[family.family.id], known.asking >= yes { continue }
        best[family.family.id] = Gap(
          certification: assessment.certification, family: family, asking: yes, offers: total)
      }
    }
    return best.values.sorted { ($1.asking, $0.family.family.id) < ($0.asking, $1.family.family.id) }
      .prefix(Self.most).map { protected($0, scope, portrait) }
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
    let isMeant = facts.cube.occupationCodes.map(codes.contains)
    func hides(_ offers: [Int32], _ family: Int32?) -> Bool {
      if observatory.hides(family, in: scope) { return true }
      // The rest is what a reader gets by taking one number from the other.
      var (inside, outside) = (Tally(), Tally())
      for offer in offers {
        let occupation = Int(facts.cube.occupations[Int(offer)])
        let employer = facts.cube.employers[Int(offer)]
        if occupation >= 0, isMeant[occupation] {
          inside.add(employer, observatory)
        } else {
          outside.add(employer, observatory)
        }
        if !inside.isHidden, !outside.isHidden { return false }
      }
      return inside.isHidden && inside.offers > 0 || outside.isHidden && outside.offers > 0
    }
    gap.isSecret = hides(portrait.asking(place, of: facts), place)
    gap.hidesOffers = hides(portrait.offers, nil)
    return gap
  }

  /// Offers counted until they are enough to be shown.
  private struct Tally {
    private(set) var offers = 0
    private var employers: Set<Int32> = []
    private(set) var isHidden = true

    mutating func add(_ employer: Int32, _ observatory: Observatory) {
      guard isHidden else { return }
      offers += 1
      if employer >= 0 { employers.insert(employer) }
      isHidden = observatory.hides(offers: offers, employers: employers.count)
    }
  }
}
