import SkillMiner

/// The description of the interface (OpenAPI 3.1).
enum OpenAPIDocument {
  static let text = json.text + "\n"

  private static var json: JSON {
    var paths: [(String, [(String, JSON)])] = []
    for operation in Operations.all {
      let entry = (operation.method.lowercased(), operation.json())
      if let place = paths.firstIndex(where: { $0.0 == operation.path }) {
        paths[place].1.append(entry)
      } else {
        paths.append((operation.path, [entry]))
      }
    }
    return .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("SkillMiner")), ("version", .string(Version.current)),
          (
            "description",
            .string(
              "Des offres d’emploi aux modules additionnels. Les tables portent l’empreinte de l’analyse dans ETag\u{A0}; "
                + "les listes sont paginées par curseur\u{A0}; les erreurs suivent la RFC\u{A0}9457, avec des codes permanents."
            )
          ),
        ])
      ), ("paths", .object(paths.map { ($0.0, .object($0.1)) })),
      (
        "components",
        .object([
          ("schemas", .object(Schemas.all)),
          (
            "responses",
            .object([
              (
                "Problem",
                .object([
                  ("description", .string("La demande n’a pas abouti (RFC\u{A0}9457).")),
                  (
                    "content",
                    .object([
                      ("application/problem+json", .object([("schema", Shape.named("Problem"))]))
                    ])
                  ),
                ])
              )
            ])
          ),
          (
            "securitySchemes",
            .object([
              (
                "token",
                .object([("type", .string("http")), ("scheme", .string("bearer"))])
              )
            ])
          ),
        ])
      ),
    ])
  }
}
