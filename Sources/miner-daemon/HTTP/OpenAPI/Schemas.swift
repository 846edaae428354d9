import SkillMiner

/// Shapes of answers that several operations share.
enum Schemas {
  static let all: [(String, JSON)] = [
    ("Problem", problem), ("Mention", mention), ("Job", job), ("OfferSummary", summary), ("Offer", offer),
    ("Certification", certification), ("Import", journal), ("Upload", upload), ("Figures", figures),
    ("Releases", releases),
  ]

  /// What figures were made with.
  private static let releases = Shape.object([
    ("taxonomy", Shape.text), ("taxonomy_digest", Shape.text), ("lexicon", Shape.text),
    ("program", Shape.text), ("certifications", Shape.optionalInteger), ("referential", Shape.optionalText),
  ])

  private static let problem = Shape.object([
    ("type", Shape.text), ("title", Shape.text), ("status", Shape.integer), ("detail", Shape.text),
    ("code", Shape.choice(ProblemCode.allCases.map(\.rawValue))), ("request", Shape.text),
  ])

  private static let mention = Shape.object([
    ("field", Shape.choice(["title", "description"])), ("start", Shape.range(0, nil)),
    ("end", Shape.range(0, nil)), ("text", Shape.text), ("code", Shape.optionalText),
    ("family", Shape.optionalText), ("kind", Shape.choice(Mention.Kind.allCases.map(\.rawValue))),
    ("stance", Shape.choice(Stance.allCases.map(\.rawValue))), ("origin", Shape.text),
  ])

  private static let job = Shape.object([
    ("id", Shape.integer), ("kind", Shape.text),
    ("state", Shape.choice(JobRecord.State.allCases.map(\.rawValue))), ("name", Shape.optionalText),
    ("created", Shape.text), ("started", Shape.optionalText), ("finished", Shape.optionalText),
    ("attempts", Shape.integer), ("phase", Shape.optionalText), ("done", Shape.integer),
    ("total", Shape.optionalInteger), ("message", Shape.optionalText),
    ("result", .object([("type", .strings(["object", "null"]))])),
  ])

  private static let summary = Shape.object([
    ("id", Shape.integer), ("source", Shape.text), ("identifier", Shape.text), ("title", Shape.optionalText),
    ("created", Shape.optionalText), ("occupation", Shape.optionalText), ("place", Shape.optionalText),
    ("department", Shape.optionalText),
  ])

  private static let offer = Shape.object([
    ("id", Shape.integer), ("source", Shape.text), ("identifier", Shape.text), ("title", Shape.optionalText),
    ("description", Shape.optionalText), ("created", Shape.optionalText), ("updated", Shape.optionalText),
    ("versions", Shape.integer), ("cluster", Shape.integer),
    ("occupations", Shape.list(Shape.object([("code", Shape.text), ("origin", Shape.text)]))),
    ("naf", Shape.optionalText), ("contract", Shape.optionalText),
    (
      "places",
      Shape.list(
        Shape.object([
          ("label", Shape.optionalText),
          ("territories", .object([("type", .string("object")), ("additionalProperties", Shape.text)])),
        ]))
    ), ("urls", Shape.texts), ("mentions", Shape.list(Shape.named("Mention"))),
  ])

  private static let certification = Shape.object([
    ("code", Shape.text), ("title", Shape.text), ("level", Shape.optionalInteger),
    ("type", Shape.optionalText), ("expiry", Shape.optionalText), ("expired", Shape.flag),
    ("status", Shape.text), ("links", Shape.text), ("occupations", Shape.texts),
    ("offers", Shape.optionalInteger),
  ])

  private static let journal = Shape.object([
    ("id", Shape.integer), ("kind", Shape.text), ("file", Shape.text), ("source", Shape.optionalText),
    ("started", Shape.text), ("state", Shape.text), ("read", Shape.integer), ("ingested", Shape.integer),
    ("duplicates", Shape.integer), ("quarantined", Shape.integer), ("new_versions", Shape.integer),
    ("warnings", Shape.integer),
  ])

  private static let upload = Shape.object([
    ("id", Shape.text), ("name", Shape.text), ("offset", Shape.range(0, nil)),
  ])

  private static let figures = Shape.object(
    [
      ("family", Shape.text), ("label", Shape.text), ("codes", Shape.texts), ("verdict", Shape.text),
      // Null where the figures are kept back.
      ("demand", Shape.optionalNumber),
      ("interval", .object([("type", .strings(["array", "null"])), ("items", Shape.number)])),
      ("offers", Shape.optionalInteger), ("offers_total", Shape.optionalInteger),
      ("employers", Shape.optionalInteger), ("territories", Shape.optionalInteger),
    ])
}
