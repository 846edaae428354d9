import Taxonomy

/// Demand and coverage of each certification as JSON, with the passage behind each verdict.
public enum CoverageJSON {
  /// The whole document, ended by a line feed.
  public static func text(_ result: AnalysisResult) -> String {
    JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)),
        ("warnings", .array(result.warnings.map { .string($0.description) })),
        ("certifications", .array(result.assessments.map(assessment))),
      ]))
  }

  private static func assessment(_ a: CertificationAssessment) -> JSONOutput.Value {
    .object([
      ("certification", CandidatesJSON.certification(a.certification, isExpired: a.isExpired)),
      ("status", .string(a.status.rawValue)), ("links", .string(a.links.origin.rawValue)),
      ("occupations", .array(a.links.occupations.map { .string($0.description) })),
      ("offers_total", .integer(a.offers)), ("employers", .integer(a.employers)),
      ("families", .array(a.families.map(family))), ("soft_skills", .array(a.softSkills.map(family))),
    ])
  }

  private static func family(_ f: CertificationAssessment.Family) -> JSONOutput.Value {
    let passage = f.verdict.passage.map { passage in
      JSONOutput.Value.object([
        ("place", .string(passage.place.rawValue)), ("code", .string(passage.code)),
        ("text", .string(passage.text)),
      ])
    }
    return .object(
      CandidatesJSON.family(f) + [
        ("provided", .integer(f.demand.provided)), ("reason", .string(f.verdict.reason.rawValue)),
        ("passage", passage ?? .null),
      ])
  }
}
