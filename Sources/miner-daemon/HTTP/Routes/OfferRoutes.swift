import Hummingbird
import SkillMiner
import Taxonomy

/// Stored offers: search, one with its mentions, import.
enum OfferRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/offers", .detail) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let before = try query.integer("cursor", in: 1...Int.max).map(Int64.init)
      let search = try search(query)
      let format = try TableFormat.preferred(by: request)
      let store = app.store
      let page = try await app.blocking { try store.offers(search, before: before, limit: limit) }
      if format == .csv { return csv(page) }
      return Answer.fresh(Page(items: page.offers.map(item), next: page.next.map(String.init)).text)
    }
    service.get("/api/v1/offers/{id}", .detail) { request, context in
      let row = try PathValue.row(context, "id", of: "Cette offre")
      let store = app.store
      guard let offer = try await app.blocking({ try store.offer(row) }) else {
        throw Problem.unknown("Cette offre")
      }
      let text = detail(offer).text + "\n"
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.post("/api/v1/offers", .role(.contributor)) { request, context in
      let query = try Query(request)
      var parameters = JobParameters()
      parameters.source = try query.text("source", limit: 100)
      parameters.format = try query.choice("format", OfferFormat.Name.self)?.rawValue
      if let columns = try query.text("columns", limit: 4000) {
        guard let mapping = ColumnMapping(argument: columns) else {
          throw Query.refusal("columns", "attend champ=colonne, séparés par des virgules.")
        }
        parameters.columns = mapping.columns
      }
      return try await UploadIntake(app: app).accept(request, .offers, parameters, context)
    }
  }

  private static func search(_ query: Query) throws -> OfferSearch {
    var search = OfferSearch()
    search.title = try query.text("q", limit: 200)
    search.source = try query.text("source", limit: 200)
    search.identifier = try query.text("identifier", limit: 200)
    search.family = try query.text("family", limit: 200)
    search.from = try query.day("from")
    search.until = try query.day("until")
    if let text = try query.text("occupation") {
      guard let code = ROMECode(text) else {
        throw Query.refusal("occupation", "attend un code ROME comme N1103.")
      }
      search.occupation = code
    }
    if let text = try query.text("territory") { search.territory = try territory(text) }
    return search
  }

  /// `departement:67`.
  private static func territory(_ text: String) throws -> CubeScope.TerritoryKey {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let level = Territory.Level(rawValue: parts[0]) else {
      throw Query.refusal(
        "territory",
        "attend niveau:code\u{A0}; niveaux\u{A0}: "
          + Territory.Level.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return CubeScope.TerritoryKey(level: level, code: parts[1])
  }

  private static func item(_ offer: OfferSummary) -> JSON {
    .object([
      ("id", .integer(Int(offer.offer))), ("source", .string(offer.source)),
      ("identifier", .string(offer.identifier)), ("title", .string(offer.title)),
      ("created", .string(offer.created?.description)), ("occupation", .string(offer.occupation?.value)),
      ("place", .string(offer.place)), ("department", .string(offer.department)),
    ])
  }

  private static func csv(_ page: OfferPage) -> Response {
    var csv = CSVOutput(header: [
      "offre", "source", "identifiant", "intitule", "creation", "metier", "lieu", "departement",
    ])
    for offer in page.offers {
      csv.add([
        String(offer.offer), offer.source, offer.identifier, offer.title ?? "",
        offer.created?.description ?? "", offer.occupation?.value ?? "", offer.place ?? "",
        offer.department ?? "",
      ])
    }
    var response = Answer.fresh(csv.text, type: Answer.csv)
    if let next = page.next { response.headers[HeaderNames.nextCursor] = String(next) }
    return response
  }

  /// The employer’s name is left out: it appears in no public page.
  private static func detail(_ offer: OfferDetail) -> JSON {
    .object([
      ("id", .integer(Int(offer.offer))), ("source", .string(offer.source)),
      ("identifier", .string(offer.identifier)), ("title", .string(offer.title)),
      ("description", .string(offer.description)), ("created", .string(offer.created?.description)),
      ("updated", .string(offer.updated?.description)), ("versions", .integer(offer.versions)),
      ("cluster", .integer(Int(offer.cluster))),
      (
        "occupations",
        .array(
          offer.occupations.map {
            .object([("code", .string($0.code.value)), ("origin", .string($0.origin.rawValue))])
          })
      ), ("naf", .string(offer.naf)), ("contract", .string(offer.contract)),
      (
        "places",
        .array(
          offer.places.map { place in
            .object([
              ("label", .string(place.label)),
              (
                "territories",
                .object(
                  Territory.Level.allCases.compactMap { level in
                    place.territories[level].map { (level.rawValue, .string($0)) }
                  })
              ),
            ])
          })
      ), ("urls", .strings(offer.urls)),
      (
        "mentions",
        MentionsJSON.items(
          offer.mentions, title: offer.title ?? "", description: offer.description ?? "")
      ),
    ])
  }
}
