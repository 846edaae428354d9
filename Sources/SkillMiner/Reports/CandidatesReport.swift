import Taxonomy

/// The report on candidate modules as a page shows it.
package struct CandidatesReport: Sendable {
  package let frame: ReportFrame
  package let candidateCount: String
  package let certificationCount: String
  package let assessedCount: String
  package let candidates: [CandidateView]
  package let hasCandidates: Bool

  package init(_ result: AnalysisResult) {
    frame = ReportFrame(title: "Modules additionnels candidats", result)
    candidates = result.candidates.enumerated().map { CandidateView($1, rank: $0 + 1, result: result) }
    hasCandidates = !candidates.isEmpty
    candidateCount = FrenchNumber.integer(candidates.count)
    certificationCount = FrenchNumber.integer(Set(result.candidates.map(\.certification.code)).count)
    assessedCount = FrenchNumber.count(
      result.assessments.count { $0.status == .assessed }, of: result.assessments.count)
  }
}
