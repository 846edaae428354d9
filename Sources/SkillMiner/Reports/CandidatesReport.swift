import Taxonomy

/// The report on candidate modules as a page shows it.
package struct CandidatesReport: Sendable {
  package let frame: ReportFrame
  package let candidateCount: String
  package let certificationCount: String
  package let assessedCount: String
  package let candidates: [CandidateView]
  package let hasCandidates: Bool
  /// The first candidates, shown in full.
  package let fiches: [CandidateView]
  /// Empty when every candidate has a fiche.
  package let ficheNote: String

  /// - Parameter limit: how many candidates get a fiche; all of them stand in the overview.
  package init(_ result: AnalysisResult, limit: Int = 40) {
    frame = ReportFrame(title: "Modules additionnels candidats", result)
    candidates = result.candidates.enumerated().map {
      CandidateView($1, rank: $0 + 1, isShown: $0 < limit, result: result)
    }
    fiches = Array(candidates.prefix(limit))
    ficheNote =
      candidates.count > limit
      ? "Les \(FrenchNumber.integer(limit)) premiers modules ont une fiche\u{A0}; les exports CSV et JSON les donnent tous."
      : ""
    hasCandidates = !candidates.isEmpty
    candidateCount = FrenchNumber.integer(candidates.count)
    certificationCount = FrenchNumber.integer(Set(result.candidates.map(\.certification.code)).count)
    assessedCount = FrenchNumber.count(
      result.assessments.count { $0.status == .assessed }, of: result.assessments.count)
  }
}
