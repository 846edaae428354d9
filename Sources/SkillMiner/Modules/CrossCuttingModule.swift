public import Taxonomy

/// The same gap in many certifications: a module that builds a bridge (*passerelle*) between occupations.
public struct CrossCuttingModule: Sendable {
  /// The family that is a gap in all of them.
  public let family: CompetencyFamily
  /// Certifications that leave it out, by code.
  public let certifications: [Certification]
  /// Grands domaines of the ROME they lead to, by name.
  public let domains: [String]
  /// Places of the candidates that hold it, ascending, from 0.
  public let candidates: [Int]
  /// Distinct offers that ask for it, summed over certifications that share no occupation; a lower bound of the need.
  public let offers: Int

  /// Gaps of at least `minimum` certifications in at least two grands domaines: those shared by most certifications
  /// first, then by identifier.
  public static func find(in result: AnalysisResult, minimum: Int = 3) -> [CrossCuttingModule] {
    var places: [String: [Int]] = [:]
    for (place, candidate) in result.candidates.enumerated() {
      for family in candidate.families { places[family.family.id, default: []].append(place) }
    }
    return places.compactMap { id, places in
      let candidates = places.map { result.candidates[$0] }
      let certifications = Set(candidates.map(\.certification)).sorted { $0.code < $1.code }
      let domains = Set(candidates.map { RegionalGroups.grandDomain(of: $0.links.occupations) }).sorted()
      guard certifications.count >= minimum, domains.count >= 2,
        let family = candidates.first?.families.first(where: { $0.family.id == id })?.family
      else { return nil }
      var seen = Set<ROMECode>()
      var offers = 0
      for candidate in candidates.sorted(by: { $0.certification.code < $1.certification.code })
      where seen.isDisjoint(with: candidate.links.occupations) {
        seen.formUnion(candidate.links.occupations)
        offers += candidate.families.first { $0.family.id == id }?.demand.offers ?? 0
      }
      return CrossCuttingModule(
        family: family, certifications: certifications, domains: domains, candidates: places, offers: offers)
    }.sorted {
      ($1.certifications.count, $0.family.id) < ($0.certifications.count, $1.family.id)
    }
  }
}
