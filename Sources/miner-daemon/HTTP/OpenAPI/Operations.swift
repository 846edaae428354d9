import SkillMiner
import Taxonomy

/// Every operation of the interface. A test holds this list against the router, both ways.
enum Operations {
  static var all: [Operation] { service + analysis + offers + references + lexicon + review + work }

  private static let service: [Operation] = [
    Operation(
      method: "GET", path: "/health/live", tag: "service", summary: "Le programme répond.", access: .open,
      success: [.json(Shape.object([("status", Shape.text), ("version", Shape.text)]))]),
    Operation(
      method: "GET", path: "/health/ready", tag: "service", summary: "Une analyse est publiée.",
      access: .open,
      success: [
        .json(Shape.object([("status", Shape.text), ("fingerprint", Shape.text), ("made", Shape.text)]))
      ]),
    Operation(
      method: "GET", path: "/metrics", tag: "service", summary: "Mesures pour Prometheus.",
      access: .published,
      success: [.init(status: 200, text: "Mesures.", content: [("text/plain", Shape.text)])]),
    Operation(
      method: "GET", path: "/api/v1/openapi.json", tag: "service", summary: "Ce document.", access: .open,
      success: [.json(.object([("type", .string("object"))])), .unchanged]),
    Operation(
      method: "GET", path: "/api/v1/session", tag: "service", summary: "Qui l’on est.", access: .open,
      success: [
        .json(
          Shape.object([
            ("authenticated", Shape.flag), ("name", Shape.optionalText), ("role", Shape.optionalText),
            ("method", Shape.optionalText), ("csrf", Shape.optionalText),
          ]))
      ]),
  ]

  private static let fingerprint: [(String, JSON)] = [
    ("fingerprint", Shape.text), ("releases", Shape.named("Releases")), ("warnings", Shape.texts),
  ]

  private static let analysis: [Operation] = [
    Operation(
      method: "GET", path: "/api/v1/candidates", tag: "analyse", summary: "Modules candidats.",
      access: .published,
      success: [
        .table(
          Shape.object(
            fingerprint + [
              (
                "candidates",
                Shape.list(
                  Shape.object([
                    ("certification", .object([("type", .string("object"))])),
                    ("families", Shape.list(Shape.named("Figures"))), ("links", Shape.text),
                    ("flags", Shape.texts), ("evidence", Shape.list(.object([("type", .string("object"))]))),
                    ("name", Shape.text), ("key", Shape.text), ("front", Shape.integer),
                    ("score", Shape.optionalNumber), ("stability", Shape.optionalNumber),
                    ("criteria", .object([("type", .string("object"))])),
                    ("field", .object([("type", .string("object"))])), ("alternatives", Shape.texts),
                    ("supply", Shape.list(.object([("type", .string("object"))]))),
                  ]))
              )
            ])), .unchanged,
      ]),
    Operation(
      method: "GET", path: "/api/v1/coverage", tag: "analyse",
      summary: "Besoin et couverture, par certification.", access: .published,
      success: [
        .table(
          Shape.object(
            fingerprint + [
              (
                "certifications",
                Shape.list(
                  Shape.object([
                    ("certification", .object([("type", .string("object"))])), ("status", Shape.text),
                    ("links", Shape.text), ("occupations", Shape.texts),
                    ("offers_total", Shape.optionalInteger),
                    ("employers", Shape.optionalInteger), ("families", Shape.list(Shape.named("Figures"))),
                    ("soft_skills", Shape.list(Shape.named("Figures"))),
                  ]))
              )
            ])), .unchanged,
      ]),
    Operation(
      method: "GET", path: "/api/v1/signals", tag: "analyse",
      summary: "Compétences émergentes, en croissance, en déclin entre deux périodes.", access: .published,
      parameters: [
        .query(
          "window", Shape.period,
          "Période récente\u{A0}: 2025-01..2025-12, ou 2025\u{A0}; par défaut les douze derniers mois."),
        .query("reference", Shape.period, "Période de référence, de même."),
        .query(
          "sector", Shape.pattern("[A-U]|[0-9]{2}"),
          "Secteur de la NAF\u{A0}: section (G), division (47), groupe (47.1), classe (47.11) ou sous-classe (47.11F)."
        ),
        .query("filiere", Shape.text, "Filière."),
        .query("territory", Shape.territory, "Territoire\u{A0}: niveau:code."),
        .query("occupation", Shape.text, "Métier ou domaine du ROME."),
        .query("pool_sources", Shape.flag, "Compare aussi d’une source à l’autre."),
      ],
      success: [
        .table(
          Shape.object(
            fingerprint + [
              (
                "rows",
                Shape.list(
                  Shape.object(
                    [
                      ("family", Shape.text), ("label", Shape.text), ("codes", Shape.texts),
                      ("class", Shape.text), ("offers_reference", Shape.optionalInteger),
                      ("offers_recent", Shape.optionalInteger), ("share_reference", Shape.optionalNumber),
                      ("share_recent", Shape.optionalNumber), ("employers", Shape.optionalInteger),
                      ("warnings", Shape.texts),
                    ]))
              )
            ])), .unchanged,
      ], problems: [404, 422]),
    Operation(
      method: "POST", path: "/api/v1/extract", tag: "analyse",
      summary: "Mentions de compétences dans un ou plusieurs textes, qui ne sont pas gardés.", access: .open,
      body: (
        "application/json",
        .object([
          (
            "oneOf",
            .array([
              Shape.object(
                [("text", Shape.text), ("occupation", Shape.optional(Shape.occupation))], required: ["text"]),
              Shape.object(
                [
                  ("title", Shape.text), ("description", Shape.text),
                  ("occupation", Shape.optional(Shape.occupation)),
                ],
                required: ["title", "description"]),
              Shape.object([
                (
                  "texts",
                  .object([
                    ("type", .string("array")), ("items", Shape.text), ("minItems", .integer(1)),
                    ("maxItems", .integer(ExtractRoutes.most)),
                  ])
                )
              ]),
            ])
          )
        ])
      ),
      success: [
        .json(
          .object([
            (
              "oneOf",
              .array([
                Shape.object([("mentions", Shape.list(Shape.named("Mention")))]),
                Shape.object([
                  (
                    "results",
                    Shape.list(Shape.object([("mentions", Shape.list(Shape.named("Mention")))]))
                  )
                ]),
              ])
            )
          ]), "Les mentions.")
      ]),
  ]

  private static let binary: (type: String, schema: JSON) = (
    "application/octet-stream",
    .object([("type", .string("string")), ("format", .string("binary")), ("minLength", .integer(1))])
  )
  private static let name = Operation.Parameter.query("name", Shape.text, "Nom du fichier.")
  private static let upload = Operation.Parameter.query(
    "upload", Shape.text, "Envoi en morceaux à prendre, à la place du corps.")
  private static let importProblems = [404, 408, 409, 413, 415, 507]

  private static let offers: [Operation] = [
    Operation(
      method: "GET", path: "/api/v1/offers", tag: "offres", summary: "Cherche des offres.",
      access: .detail,
      parameters: [
        .query("q", Shape.text, "Mots de l’intitulé."), .query("occupation", Shape.occupation, "Code ROME."),
        .query("family", Shape.text, "Famille de compétences mentionnée."),
        .query("territory", Shape.territory, "Territoire\u{A0}: niveau:code."),
        .query("source", Shape.text, "Source."),
        .query("identifier", Shape.text, "Identifiant de la source."),
        .query("from", Shape.day, "Premier jour de création."), .query("until", Shape.day, "Dernier jour."),
        .limit, .row,
      ], success: [.table(Shape.page(Shape.named("OfferSummary")))]),
    Operation(
      method: "GET", path: "/api/v1/offers/{id}", tag: "offres", summary: "Une offre et ses mentions.",
      access: .detail, parameters: [.id], success: [.json(Shape.named("Offer")), .unchanged],
      problems: [404]),
    Operation(
      method: "POST", path: "/api/v1/offers", tag: "offres",
      summary: "Importe un fichier d’offres, en clair ou comprimé.", access: .role(.contributor),
      parameters: [
        name, upload, .query("source", Shape.text, "Source des offres qui ne disent pas la leur."),
        .query("format", Shape.choice(OfferFormat.Name.allCases.map(\.rawValue)), "Format."),
        .query(
          "columns", Shape.pattern("[a-z_]{1,30}=[A-Za-z_]{1,30}"),
          "Pour un CSV\u{A0}: champ=colonne, séparés par des virgules."),
      ], body: binary, success: [.accepted], problems: importProblems),
    Operation(
      method: "POST", path: "/api/v1/uploads", tag: "offres", summary: "Commence un envoi en morceaux.",
      access: .role(.contributor), parameters: [name],
      success: [
        .init(status: 201, text: "Commencé.", content: [("application/json", Shape.named("Upload"))])
      ], problems: [409, 507]),
    Operation(
      method: "GET", path: "/api/v1/uploads/{id}", tag: "offres", summary: "Où en est un envoi.",
      access: .role(.contributor), parameters: [.path("id", Shape.text, "Envoi.")],
      success: [.json(Shape.named("Upload"))], problems: [404, 409]),
    Operation(
      method: "PATCH", path: "/api/v1/uploads/{id}", tag: "offres", summary: "Envoie un morceau.",
      access: .role(.contributor),
      parameters: [
        .path("id", Shape.text, "Envoi."),
        .header("Upload-Offset", Shape.range(0, 1 << 53), "Octets déjà envoyés."),
      ], body: binary, success: [.done], problems: [404, 409, 507]),
    Operation(
      method: "DELETE", path: "/api/v1/uploads/{id}", tag: "offres", summary: "Abandonne un envoi.",
      access: .role(.contributor), parameters: [.path("id", Shape.text, "Envoi.")], success: [.done],
      problems: [404, 409]),
  ]

  private static func list(
    _ path: String, _ summary: String, _ item: JSON, parameters: [Operation.Parameter] = [],
    problems: [Int] = []
  ) -> Operation {
    Operation(
      method: "GET", path: path, tag: "référentiels", summary: summary, access: .published,
      parameters: parameters, success: [.json(Shape.page(item)), .unchanged], problems: problems)
  }

  private static func importing(_ path: String, _ summary: String) -> Operation {
    Operation(
      method: "POST", path: path, tag: "référentiels", summary: summary, access: .role(.administrator),
      parameters: [name, upload], body: binary, success: [.accepted], problems: importProblems)
  }

  private static let references: [Operation] = [
    list(
      "/api/v1/taxonomies", "Versions du ROME et d’ESCO.",
      Shape.object([
        ("name", Shape.text), ("kind", Shape.choice(["rome", "esco"])), ("digest", Shape.text),
        ("current", Shape.flag),
      ])),
    Operation(
      method: "GET", path: "/api/v1/taxonomies/diff", tag: "référentiels",
      summary: "Ce qui a changé entre deux versions.", access: .published,
      parameters: [
        .init(
          name: "from", place: "query", schema: Shape.pattern(".{1,100}"), isRequired: true,
          text: "Version de départ."),
        .init(
          name: "to", place: "query", schema: Shape.pattern(".{1,100}"), isRequired: true,
          text: "Version d’arrivée."),
      ],
      success: [
        .json(Shape.object([("from", Shape.text), ("to", Shape.text)])), .unchanged,
      ], problems: [404]),
    importing("/api/v1/taxonomies", "Importe une version du ROME ou d’ESCO (zip)."),
    list(
      "/api/v1/referentials", "Certifications.", Shape.named("Certification"), parameters: [.limit, .cursor],
      problems: [404]),
    Operation(
      method: "GET", path: "/api/v1/referentials/{code}", tag: "référentiels",
      summary: "Une certification et ses blocs.", access: .published,
      parameters: [.path("code", Shape.text, "Code\u{A0}: RNCP ou RS et son numéro.")],
      success: [.json(Shape.named("Certification")), .unchanged], problems: [404]),
    importing("/api/v1/referentials", "Importe des certifications."),
    list(
      "/api/v1/territories", "Territoires.",
      Shape.object([("level", Shape.text), ("code", Shape.text), ("name", Shape.text)]),
      parameters: [
        .query("level", Shape.choice(Territory.Level.allCases.map(\.rawValue)), "Niveau."),
        .query("q", Shape.text, "Mots du nom."), .limit, .cursor,
      ]), importing("/api/v1/territories", "Importe la carte des communes et des territoires."),
    list(
      "/api/v1/sectors",
      "Secteurs de la NAF, à l’un de ses niveaux\u{A0}; plus fins que la division quand ils ont été importés.",
      Shape.object([("code", Shape.text), ("name", Shape.text)]),
      parameters: [
        .query("level", Shape.choice(NAFLevel.allCases.map(\.rawValue)), "Niveau\u{A0}: division par défaut.")
      ]),
    list(
      "/api/v1/filieres", "Filières.",
      Shape.object([("id", Shape.text), ("label", Shape.text), ("occupations", Shape.texts)])),
  ]

  private static let lexicon: [Operation] = [
    Operation(
      method: "GET", path: "/api/v1/lexicon/proposals", tag: "lexique", summary: "Formes proposées.",
      access: .role(.reader), parameters: [.limit, .row],
      success: [
        .json(
          Shape.page(
            Shape.object([
              ("rank", Shape.integer), ("phrase", Shape.text), ("code", Shape.text), ("label", Shape.text),
              ("g2", Shape.optionalNumber), ("support", Shape.text), ("examples", Shape.texts),
              ("verdict", Shape.optionalText), ("why", Shape.optionalText),
            ])))
      ]),
    Operation(
      method: "POST", path: "/api/v1/lexicon/proposals", tag: "lexique",
      summary: "Cherche de nouvelles formes.", access: .role(.reviewer), success: [.accepted], problems: [409]
    ),
    Operation(
      method: "POST", path: "/api/v1/lexicon/decisions", tag: "lexique",
      summary: "Accepte ou refuse une forme.", access: .role(.reviewer),
      body: (
        "application/json",
        Shape.object(
          [
            ("rank", Shape.range(1, nil)), ("verdict", Shape.choice(["accepted", "rejected"])),
            ("why", Shape.pattern("[^\\u0000-\\u001f]*")),
          ], required: ["rank", "verdict"])
      ), success: [.done], problems: [404, 409]),
    Operation(
      method: "POST", path: "/api/v1/lexicon/apply", tag: "lexique",
      summary: "Relit les offres avec les formes acceptées.", access: .role(.administrator),
      success: [.accepted], problems: [409]),
  ]

  private static let work: [Operation] = [
    Operation(
      method: "GET", path: "/api/v1/jobs", tag: "travaux", summary: "Travaux, du plus récent au plus ancien.",
      access: .role(.reader),
      parameters: [
        .query("state", Shape.choice(JobRecord.State.allCases.map(\.rawValue)), "État."), .limit, .row,
      ], success: [.json(Shape.page(Shape.named("Job")))]),
    Operation(
      method: "GET", path: "/api/v1/jobs/{id}", tag: "travaux", summary: "Un travail.",
      access: .role(.reader), parameters: [.id], success: [.json(Shape.named("Job"))], problems: [404]),
    Operation(
      method: "POST", path: "/api/v1/jobs/{id}/cancel", tag: "travaux", summary: "Annule un travail.",
      access: .role(.contributor), parameters: [.id], success: [.accepted], problems: [404, 409]),
    Operation(
      method: "GET", path: "/api/v1/jobs/{id}/events", tag: "travaux",
      summary: "Suit un travail jusqu’à sa fin (server-sent events).", access: .role(.reader),
      parameters: [.id],
      success: [.init(status: 200, text: "Événements.", content: [("text/event-stream", Shape.any)])],
      problems: [404]),
    Operation(
      method: "GET", path: "/api/v1/imports", tag: "travaux", summary: "Journal des imports.",
      access: .role(.reader), parameters: [.limit, .row], success: [.json(Shape.page(Shape.named("Import")))]),
    Operation(
      method: "GET", path: "/api/v1/exports", tag: "travaux", summary: "Tables exportées.",
      access: .role(.reader), parameters: [.limit, .cursor],
      success: [.json(Shape.page(Shape.object([("file", Shape.text), ("href", Shape.text)])))]),
    Operation(
      method: "POST", path: "/api/v1/exports", tag: "travaux", summary: "Exporte une table entière.",
      access: .role(.contributor),
      body: (
        "application/json",
        Shape.object([("table", Shape.choice(ExportWriter.Table.allCases.map(\.rawValue)))])
      ), success: [.accepted], problems: [409]),
    Operation(
      method: "GET", path: "/api/v1/exports/{file}", tag: "travaux", summary: "Une table exportée.",
      access: .role(.reader), parameters: [.path("file", Shape.text, "Fichier.")],
      success: [.init(status: 200, text: "La table.", content: [("text/csv", Shape.text)])], problems: [404]),
    Operation(
      method: "GET", path: "/api/v1/backups", tag: "travaux", summary: "Sauvegardes.",
      access: .role(.administrator),
      success: [.json(Shape.page(Shape.object([("file", Shape.text)])))]),
    Operation(
      method: "POST", path: "/api/v1/backups", tag: "travaux", summary: "Sauvegarde le magasin.",
      access: .role(.administrator), success: [.accepted], problems: [409]),
    Operation(
      method: "POST", path: "/api/v1/connectors/france-travail", tag: "travaux",
      summary: "Va chercher les offres de France Travail.", access: .role(.contributor),
      success: [.accepted], problems: [409]),
  ]
}
