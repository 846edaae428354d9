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
        ("fingerprint", .string(result.fingerprint)), ("releases", result.releases.json),
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
      ("name", .string(c.name)), ("key", .string(CandidateKey(c).description)),
      ("front", .integer(c.front)), ("score", secrecy.hides(c) ? .null : .number(c.score)),
      ("stability", optional(c.stability)),
      ("criteria", criteria(c, isHidden: secrecy.hides(c))), ("field", field(c.field)),
      ("alternatives", .array(c.alternatives.map { .string($0.sentence) })),
      ("supply", .array(c.supply.map(supply))),
    ])
  }

  private static func criteria(_ c: ModuleCandidate, isHidden: Bool) -> JSONOutput.Value {
    let k = c.criteria
    func shown(_ value: JSONOutput.Value) -> JSONOutput.Value { isHidden ? .null : value }
    return .object([
      ("demand", shown(.number(k.demand))), ("employers", shown(.integer(k.employers))),
      ("territories", shown(.integer(k.territories))), ("depth", .number(k.depth)),
      ("transferability", .integer(k.transferability)), ("provided", shown(.number(k.provided))),
      ("dynamics", shown(.number(k.dynamics))), ("field", .integer(k.field)),
      ("tension", optional(k.tension)),
    ])
  }

  private static func field(_ field: FieldAgreement) -> JSONOutput.Value {
    .object([
      ("agreeing", .integer(field.agreeing)), ("disagreeing", .integer(field.disagreeing)),
      ("sources", .integer(field.sources)), ("verdict", .string(field.verdict.rawValue)),
    ])
  }

  private static func supply(_ supply: GapSupply) -> JSONOutput.Value {
    .object([
      ("family", .string(supply.family.id)), ("territory", .string(supply.territory?.name)),
      ("sentence", .string(supply.sentence)), ("table_date", .string(supply.day.description)),
      ("here", .array(supply.here.map(training))), ("elsewhere", .array(supply.elsewhere.map(training))),
    ])
  }

  private static func training(_ training: GapSupply.Training) -> JSONOutput.Value {
    .object([
      ("body", .string(training.body)), ("place", .string(training.place)),
      ("title", .string(training.title)),
      ("certification", .string(training.certification?.description)),
      ("start", .string(training.start?.description)), ("places", .integer(training.places)),
      ("formacodes", .array(training.formacodes.map { .string($0) })),
      ("occupations", .array(training.occupations.map { .string($0.value) })),
    ])
  }

  private static func optional(_ number: Double?) -> JSONOutput.Value { number.map { .number($0) } ?? .null }

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
