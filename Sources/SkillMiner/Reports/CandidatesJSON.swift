import Taxonomy

/// Candidates as JSON, in the documented layout and key order.
public enum CandidatesJSON {
  /// The whole document, ended by a line feed.
  public static func text(_ result: AnalysisResult) -> String { text(result, as: nil) }

  /// The same as an observatory publishes it; what is kept back is `null`.
  package static func text(_ result: AnalysisResult, as observatory: Observatory?) -> String {
    let secrecy = FigureSecrecy(observatory: observatory)
    return JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)),
        ("warnings", .array(result.warnings.map { .string($0.description) })),
        ("candidates", .array(result.candidates.map { candidate($0, secrecy) })),
      ]))
  }

  private static func candidate(_ c: ModuleCandidate, _ secrecy: FigureSecrecy) -> JSONOutput.Value {
    .object([
      ("certification", certification(c.certification, isExpired: c.flags.contains(.expired))),
      (
        "families", .array(c.families.map { .object(family($0, isHidden: secrecy.hides($0, over: c.links))) })
      ),
      ("links", .string(c.links.origin.rawValue)),
      ("flags", .array(c.flags.map { .string($0.rawValue) })),
      ("evidence", .array(secrecy.evidence(c).map(evidence))),
    ])
  }

  static func certification(_ c: Certification, isExpired: Bool) -> JSONOutput.Value {
    .object([
      ("code", .string(c.code.description)), ("title", .string(c.title)), ("level", .integer(c.level)),
      ("expired", .bool(isExpired)),
    ])
  }

  static func family(
    _ f: CertificationAssessment.Family, isHidden: Bool
  ) -> [(String, JSONOutput.Value)] {
    let d = f.demand
    if isHidden {
      return [
        ("family", .string(f.family.id)), ("label", .string(f.family.label)),
        ("codes", .array(f.family.codes.map { .string($0.description) })),
        ("verdict", .string(f.verdict.level.rawValue)), ("demand", .null), ("interval", .null),
        ("offers", .null), ("offers_total", .null), ("employers", .null), ("territories", .null),
        ("secret", .bool(true)),
      ]
    }
    return [
      ("family", .string(f.family.id)), ("label", .string(f.family.label)),
      ("codes", .array(f.family.codes.map { .string($0.description) })),
      ("verdict", .string(f.verdict.level.rawValue)), ("demand", .number(d.share)),
      ("interval", .array([.number(d.interval.lower), .number(d.interval.upper)])),
      ("offers", .integer(d.offers)), ("offers_total", .integer(d.offersTotal)),
      ("employers", .integer(d.employers)), ("territories", .integer(d.territories)),
    ]
  }

  private static func evidence(_ e: ModuleCandidate.Evidence) -> JSONOutput.Value {
    .object([
      ("offer", .string(e.offer)), ("date", .string(e.date?.description)), ("place", .string(e.place)),
      ("sentence", .string(e.passage.sentence)), ("start", .integer(e.passage.start)),
      ("end", .integer(e.passage.end)),
    ])
  }
}
