import SkillMiner

/// What the server answers with: one analysis, rendered once before the first request.
struct PublishedAnalysis: Sendable {
  /// Names the answers for caches: same fingerprint, same bytes.
  let fingerprint: String
  /// The same text as `modules --format json`.
  let json: String
  /// The same page as `modules --format html`.
  let page: String

  /// - Throws: when a template of ours does not parse.
  init(_ result: AnalysisResult) throws {
    self.init(
      fingerprint: result.fingerprint, json: CandidatesJSON.text(result),
      page: try ReportPages().candidates(result))
  }

  init(fingerprint: String, json: String, page: String) {
    self.fingerprint = fingerprint
    self.json = json
    self.page = page
  }
}
