import Taxonomy

/// Which figures of an analysis a reader of its data may see: all, or those the pages publish.
struct FigureSecrecy {
  /// Knows what is published; `nil` for the analyst's own reports.
  let observatory: Observatory?

  func hides(_ family: CertificationAssessment.Family, over links: OccupationLinks) -> Bool {
    observatory?.hides(family.demand, of: family.family.id, over: links.occupations) ?? false
  }

  func hides(_ assessment: CertificationAssessment) -> Bool { observatory?.hides(assessment) ?? false }

  func evidence(_ candidate: ModuleCandidate) -> [ModuleCandidate.Evidence] {
    observatory?.evidence(candidate) ?? candidate.evidence
  }

  func hides(_ candidate: ModuleCandidate) -> Bool { observatory?.hides(candidate) ?? false }
}
