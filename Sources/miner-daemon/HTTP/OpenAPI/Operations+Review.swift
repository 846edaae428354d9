import SkillMiner

extension Operations {
  private static let document = Shape.object([
    ("id", Shape.text), ("revision", Shape.integer), ("document", .object([("type", .string("object"))])),
  ])
  private static let entry = Shape.object([
    ("sequence", Shape.integer), ("when", Shape.text), ("who", Shape.text), ("act", Shape.text),
    ("subject", Shape.text), ("payload", .object([("type", .string("object"))])), ("digest", Shape.text),
  ])
  private static let kept = Operation.Success(
    status: 201, text: "L’acte est au journal.", content: [("application/json", entry)])

  private static func list(_ path: String, _ summary: String) -> Operation {
    Operation(
      method: "GET", path: path, tag: "revue", summary: summary, access: .role(.reader),
      parameters: [.limit, .cursor], success: [.json(Shape.page(document))])
  }

  private static func act(_ path: String, _ summary: String, _ schema: JSON) -> Operation {
    Operation(
      method: "POST", path: path, tag: "revue", summary: summary, access: .role(.reviewer),
      parameters: [.path("id", Shape.text, "Portefeuille.")], body: ("application/json", schema),
      success: [kept], problems: [404, 409, 422])
  }

  /// Portfolios, field signals, overrulings, the log.
  static let review: [Operation] = [
    list("/api/v1/portfolios", "Portefeuilles."),
    list("/api/v1/field-signals", "Signaux du terrain."),
    list("/api/v1/reviews", "Verdicts de couverture corrigés par des personnes."),
    Operation(
      method: "GET", path: "/api/v1/portfolios/{id}", tag: "revue", summary: "Un portefeuille.",
      access: .role(.reader), parameters: [.path("id", Shape.text, "Portefeuille.")],
      success: [.json(document), .unchanged], problems: [404]),
    act(
      "/api/v1/portfolios/{id}/decisions", "Décide d’un parcours.",
      Shape.object(
        [
          ("seen", Shape.integer), ("number", Shape.integer),
          ("state", Shape.choice(PathwayState.allCases.map(\.rawValue))), ("why", Shape.text),
        ], required: ["seen", "number", "state"])),
    act(
      "/api/v1/portfolios/{id}/freeze", "Fige un portefeuille.", Shape.object([("seen", Shape.integer)])),
    Operation(
      method: "POST", path: "/api/v1/field-signals", tag: "revue",
      summary: "Envoie des signaux du terrain (CSV).", access: .role(.contributor),
      parameters: [.query("name", Shape.text, "Nom du fichier.")],
      body: ("text/csv", .object([("type", .string("string")), ("minLength", .integer(1))])),
      success: [kept], problems: [404, 409, 422]),
    Operation(
      method: "GET", path: "/api/v1/audit", tag: "revue", summary: "Journal des actes.",
      access: .role(.reviewer),
      parameters: [.query("subject", Shape.text, "Objet."), .limit, .row],
      success: [.json(Shape.page(entry))]),
  ]
}
