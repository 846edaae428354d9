import SkillMiner
import Taxonomy

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
      method: "POST", path: "/api/v1/portfolios", tag: "revue",
      summary:
        "Tire un portefeuille de l’analyse publiée, ou le tire à nouveau (seen)\u{A0}; en arrière-plan quand il faut d’abord compter les offres d’une région.",
      access: .role(.reviewer),
      body: (
        "application/json",
        Shape.object(
          [
            ("id", Shape.pattern("[a-z0-9](-?[a-z0-9]){0,39}")), ("name", Shape.text),
            ("seen", Shape.integer), ("region", Shape.text),
            ("filiere", Shape.choice(EmbeddedFilieres.all().map(\.id))),
            ("count", Shape.range(1, 1000)), ("perFiliere", Shape.range(1, 1000)),
            ("pinned", Shape.list(Shape.candidate)), ("excluded", Shape.list(Shape.candidate)),
            ("allowExpired", Shape.flag), ("allowSmallSupport", Shape.flag),
          ], required: ["id", "name"])
      ), success: [kept, .accepted], problems: [404, 409, 422]),
    act(
      "/api/v1/portfolios/{id}/edits", "Modifie un portefeuille.",
      Shape.object(
        [
          ("seen", Shape.integer),
          ("change", Shape.choice(PortfolioRoutes.Edit.Change.allCases.map(\.rawValue))),
          ("number", Shape.integer), ("text", Shape.text), ("place", Shape.integer),
          ("key", Shape.candidate),
          ("why", Shape.text),
        ], required: ["seen", "change"])),
    act(
      "/api/v1/portfolios/{id}/sendings", "Note l’envoi de la copie figée.",
      Shape.object([("fingerprint", Shape.text), ("why", Shape.text)], required: ["why"])),
    Operation(
      method: "POST", path: "/api/v1/portfolios/{id}/forums", tag: "revue",
      summary: "Rapporte les décisions d’un forum (feuille CSV remplie).", access: .role(.reviewer),
      parameters: [
        .path("id", Shape.text, "Portefeuille."),
        .init(
          name: "forum", place: "query", schema: Shape.words, isRequired: true,
          text: "Identifiant du forum."),
        .query("name", Shape.text, "Nom du forum."), .query("territory", Shape.text, "Territoire, en clair."),
        .query("date", Shape.day, "Jour du forum."),
      ],
      body: ("text/csv", .object([("type", .string("string")), ("minLength", .integer(1))])),
      success: [kept], problems: [404, 409, 422]),
    Operation(
      method: "GET", path: "/api/v1/portfolios/{id}/sheet", tag: "revue",
      summary: "La feuille de vote d’un forum, à remplir.", access: .role(.reader),
      parameters: [.path("id", Shape.text, "Portefeuille.")],
      success: [
        Operation.Success(status: 200, text: "La feuille.", content: [("text/csv", Shape.text)]), .unchanged,
      ], problems: [404]),
    Operation(
      method: "GET", path: "/api/v1/portfolios/{id}/standings", tag: "revue",
      summary: "Ce que l’analyse publiée dit aujourd’hui de chaque parcours.", access: .role(.reader),
      parameters: [.path("id", Shape.text, "Portefeuille.")],
      success: [
        .json(
          Shape.object([
            ("portfolio", Shape.text), ("revision", Shape.integer), ("fingerprint", Shape.text),
            ("releases", Shape.text), ("warnings", Shape.texts), ("unchanged", Shape.flag),
            ("wanted", Shape.integer), ("shortfall", Shape.integer),
            (
              "standings",
              Shape.list(
                Shape.object([
                  ("number", Shape.integer), ("title", Shape.optionalText),
                  ("certification", Shape.optionalText), ("state", Shape.optionalText),
                  ("outcome", Shape.choice(PathwayStanding.Outcome.allCases.map(\.rawValue))),
                  ("key", Shape.optionalText), ("changes", Shape.texts), ("supply", Shape.texts),
                ]))
            ),
          ])), .unchanged,
      ], problems: [404]),
    Operation(
      method: "GET", path: "/api/v1/portfolios/{id}/frozen/{fingerprint}", tag: "revue",
      summary: "Une copie figée, octet pour octet.", access: .role(.reader),
      parameters: [
        .path("id", Shape.text, "Portefeuille."), .path("fingerprint", Shape.text, "Empreinte de la copie."),
      ], success: [.json(.object([("type", .string("object"))])), .unchanged], problems: [404]),
    Operation(
      method: "POST", path: "/api/v1/reviews", tag: "revue",
      summary: "Corrige le verdict de couverture d’une famille.", access: .role(.reviewer),
      body: (
        "application/json",
        Shape.object([
          ("certification", Shape.certification), ("family", Shape.text),
          ("level", Shape.choice(CoverageVerdict.Level.allCases.map(\.rawValue))), ("note", Shape.words),
        ])
      ), success: [kept], problems: [404, 409, 422]),
    Operation(
      method: "GET", path: "/api/v1/supply", tag: "revue", summary: "Tables d’offre de formation chargées.",
      access: .published,
      success: [
        .json(
          Shape.object([
            (
              "tables",
              Shape.list(Shape.object([("name", Shape.text), ("day", Shape.text), ("digest", Shape.text)]))
            )
          ])), .unchanged,
      ]),
    Operation(
      method: "POST", path: "/api/v1/supply", tag: "revue",
      summary: "Envoie une table d’offre de formation (CSV)\u{A0}; celle du même nom est remplacée.",
      access: .role(.contributor),
      parameters: [
        .query("name", Shape.text, "Nom de la table."), .query("file", Shape.text, "Nom du fichier."),
      ],
      body: ("text/csv", .object([("type", .string("string")), ("minLength", .integer(1))])),
      success: [
        Operation.Success(
          status: 201, text: "La table est importée.", content: [("application/json", Shape.named("Import"))])
      ], problems: [409, 422]),
    Operation(
      method: "GET", path: "/api/v1/audit", tag: "revue", summary: "Journal des actes.",
      access: .role(.reviewer),
      parameters: [.query("subject", Shape.text, "Objet."), .limit, .row],
      success: [.json(Shape.page(entry))]),
  ]
}
