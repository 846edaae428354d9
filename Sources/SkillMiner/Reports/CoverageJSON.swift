import Taxonomy

/// Demand and coverage of each certification as JSON, with the passage behind each verdict.
public enum CoverageJSON {
  /// The whole document, ended by a line feed.
  public static func text(_ result: AnalysisResult) -> String { text(result, as: nil) }

  /// The same as an observatory publishes it; what is kept back is `null`.
  package static func text(_ result: AnalysisResult, as observatory: Observatory?) -> String {
    let secrecy = FigureSecrecy(observatory: observatory)
    return JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)), ("releases", result.releases.json),
        ("warnings", .array(result.warnings.map { .string($0.description) })),
        ("certifications", .array(result.assessments.map { assessment($0, secrecy) })),
      ]))
  }

  private static func assessment(
    _ a: CertificationAssessment, _ secrecy: FigureSecrecy
  ) -> JSONOutput.Value {
    let isHidden = secrecy.hides(a)
    func families(_ list: [CertificationAssessment.Family]) -> JSONOutput.Value {
      .array(list.map { family($0, isHidden: secrecy.hides($0, over: a.links)) })
    }
    return .object([
      ("certification", CandidatesJSON.certification(a.certification, isExpired: a.isExpired)),
      ("status", .string(a.status.rawValue)), ("links", .string(a.links.origin.rawValue)),
      ("occupations", .array(a.links.occupations.map { .string($0.description) })),
      ("offers_total", isHidden ? .null : .integer(a.offers)),
      ("employers", isHidden ? .null : .integer(a.employers)),
      ("families", families(a.families)), ("soft_skills", families(a.softSkills)),
    ])
  }

  private static func family(
    _ f: CertificationAssessment.Family, isHidden: Bool
  ) -> JSONOutput.Value {
    let passage = f.verdict.passage.map { passage in
      JSONOutput.Value.object([
        ("place", .string(passage.place.rawValue)), ("code", .string(passage.code)),
        ("text", .string(passage.text)),
      ])
    }
    return .object(
      CandidatesJSON.family(f, isHidden: isHidden) + [
        ("provided", isHidden ? .null : .integer(f.demand.provided)),
        ("reason", .string(f.verdict.reason.rawValue)),
        ("passage", passage ?? .null),
      ])
  }
}
