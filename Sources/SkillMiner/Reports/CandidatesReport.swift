import Taxonomy

/// The report on candidate modules as a page shows it.
public struct CandidatesReport: Sendable {
  public let frame: ReportFrame
  public let candidateCount: String
  public let certificationCount: String
  public let assessedCount: String
  public let candidates: [CandidateView]
  public let hasCandidates: Bool

  public init(_ result: AnalysisResult) {
    frame = ReportFrame(title: "Modules additionnels candidats", result)
    candidates = result.candidates.enumerated().map { CandidateView($1, rank: $0 + 1, result: result) }
    hasCandidates = !candidates.isEmpty
    candidateCount = FrenchNumber.integer(candidates.count)
    certificationCount = FrenchNumber.integer(Set(result.candidates.map(\.certification.code)).count)
    assessedCount = FrenchNumber.count(
      result.assessments.count { $0.status == .assessed }, of: result.assessments.count)
  }
}
