import Hummingbird
import SkillMiner
import Taxonomy

/// From the draw to the copy that is sent, and what became of each pathway since. Every act names the revision it saw.
enum PortfolioRoutes {
  struct Draw: Decodable {
    let id: String
    let name: String
    var seen: Int?
    var region: String?
    var filiere: String?
    var count: Int?
    var perFiliere: Int?
    var pinned: [String]?
    var excluded: [String]?
    var allowExpired: Bool?
    var allowSmallSupport: Bool?
  }

  struct Edit: Decodable {
    /// What may be changed, in the words of the interface.
    enum Change: String, CaseIterable {
      case add, remove, pin, unpin, retitle, annotate, regroup, move, rename, want, exclude
    }

    let seen: Int
    let change: String
    var number: Int?
    var text: String?
    var place: Int?
    var key: String?
    var why: String?
  }

  struct Sending: Decodable {
    var fingerprint: String?
    let why: String
  }

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.post("/api/v1/portfolios", .role(.reviewer)) { request, context in
      let body = try await JSONBody.read(request, as: Draw.self, limit: 1 << 18)
      let published = try app.publication.current()
      return try await ReviewRoutes.perform(context, app) { try draw(body, published, app.store) }
    }
    service.post("/api/v1/portfolios/{id}/edits", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let body = try await JSONBody.read(request, as: Edit.self, limit: 2 << 20)
      return try await ReviewRoutes.perform(context, app) {
        PortfolioEdit(
          id: id, seen: body.seen, change: try change(body, of: id, app), why: body.why ?? "")
      }
    }
    service.post("/api/v1/portfolios/{id}/sendings", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let body = try await JSONBody.read(request, as: Sending.self, limit: 1 << 17)
      return try await ReviewRoutes.perform(context, app) {
        let last = try app.store.portfolio(id).frozen.last?.fingerprint
        return PortfolioSending(id: id, fingerprint: body.fingerprint ?? last ?? "", why: body.why)
      }
    }
    service.post("/api/v1/portfolios/{id}/forums", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let query = try Query(request)
      guard let forum = try query.text("forum", limit: 80) else {
        throw Query.refusal("forum", "manque\u{A0}: donnez un identifiant, comme forum-strasbourg.")
      }
      let name = try query.text("name", limit: 300) ?? forum
      let territory = try query.text("territory", limit: 300) ?? ""
      let date = try query.day("date") ?? app.clock.today()
      let bytes = try await BodyBytes.collect(request, limit: 16 << 20)
      return try await ReviewRoutes.perform(context, app) {
        let sheet = try ForumSheet.read(bytes: bytes, name: "\(forum).csv")
        return ForumRecord(
          id: forum, name: name, territory: territory, date: date, portfolio: id, seen: sheet.seen,
          lines: sheet.lines, signals: [], quarantined: sheet.quarantined)
      }
    }
    service.get("/api/v1/portfolios/{id}/sheet", .role(.reader)) { request, context in
      let id = try PathValue.text(context, "id")
      let text = try await app.blocking {
        try ReviewRoutes.told { ForumReport.sheetCSV(try app.store.portfolio(id)) }
      }
      return Answer.tagged(text, type: Answer.csv, tag: ContentTag.of(text), to: request)
    }
    service.get("/api/v1/portfolios/{id}/standings", .role(.reader)) { request, context in
      let id = try PathValue.text(context, "id")
      let published = try app.publication.current()
      let text = try await app.blocking {
        let portfolio = try ReviewRoutes.told { try app.store.portfolio(id) }
        let result = try PortfolioDrawing(published: published).analysis(of: portfolio.scope)
        return standings(portfolio, PortfolioReview(portfolio, with: result), result).text
          + "\n"
      }
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.get("/api/v1/portfolios/{id}/frozen/{fingerprint}", .role(.reader)) { request, context in
      let id = try PathValue.text(context, "id")
      let fingerprint = try PathValue.text(context, "fingerprint")
      let (portfolio, text) = try await app.blocking {
        try ReviewRoutes.told { try app.store.frozenPortfolio(fingerprint) }
      }
      guard portfolio.id == id else { throw Problem.unknown("Cette copie") }
      return Answer.tagged(text, type: Answer.json, tag: fingerprint, to: request)
    }
  }

  // MARK: Drawing

  private static func draw(_ body: Draw, _ published: Published, _ store: Store) throws -> PortfolioDraw {
    let wanted = body.count ?? 10
    var rules = DrawRules()
    rules.perFiliere = body.perFiliere ?? rules.perFiliere
    rules.allowsExpired = body.allowExpired ?? false
    rules.allowsSmallSupport = body.allowSmallSupport ?? false
    guard (1...1000).contains(wanted), (1...1000).contains(rules.perFiliere) else {
      throw Problem(
        .badRequest, "«\u{A0}count\u{A0}» et «\u{A0}perFiliere\u{A0}» attendent un nombre de 1 à 1000.")
    }
    let filieres = EmbeddedFilieres.all()
    let branch = try body.filiere.map { wanted in
      guard let found = filieres.first(where: { $0.id == wanted }) else {
        throw Problem(
          .impossible,
          "«\u{A0}\(wanted.prefix(60))\u{A0}» n’est pas une filière\u{A0}: \(filieres.map(\.id).joined(separator: ", "))."
        )
      }
      return found
    }
    let known = body.seen == nil ? nil : try store.portfolio(body.id)
    let scope =
      known?.scope ?? branch.map { PortfolioScope(kind: .branch, name: $0.name, code: $0.id) }
      ?? region(body.region, published)
    let excluded = try (body.excluded ?? []).map(key)
    let outcome = try PortfolioDrawer(rules: rules, groups: RegionalGroups(filieres: filieres)).draw(
      try PortfolioDrawing(published: published).analysis(of: scope), for: scope, wanted: wanted,
      pinned: try (body.pinned ?? []).map(key), excluded: excluded, again: known)
    return PortfolioDraw(
      id: body.id, seen: body.seen, name: body.name, scope: scope, wanted: wanted, rules: rules,
      excluded: excluded, pathways: outcome.pathways)
  }

  /// A region whose own offers count when it is given by its code; a name alone is for all offers.
  private static func region(_ text: String?, _ published: Published) -> PortfolioScope {
    let regions = published.observatory.territoriesWithOffers(.region)
    if let found = regions.first(where: { $0.code == text }) {
      return PortfolioScope(kind: .region, name: found.name, code: found.code)
    }
    return PortfolioScope(kind: .region, name: text ?? "toute la collecte")
  }

  private static func key(_ text: String) throws -> CandidateKey {
    guard let key = CandidateKey(text) else {
      throw Problem(.badRequest, "Une clé de module s’écrit RNCP34860:caces-r489.")
    }
    return key
  }

  // MARK: Editing

  private static func change(_ body: Edit, of id: String, _ app: ServiceApp) throws -> PortfolioEdit.Change {
    func number() throws -> Int { try member(body.number, "number") }
    func text() throws -> String { try member(body.text, "text") }
    switch Edit.Change(rawValue: body.change) {
    case .add:
      let key = try key(member(body.key, "key"))
      let published = try app.publication.current()
      return .add(
        try ReviewRoutes.told {
          try PortfolioDrawing(published: published).pathway(key, for: app.store.portfolio(id))
        })
    case .remove: return .remove(number: try number())
    case .pin: return .pin(number: try number(), isPinned: true)
    case .unpin: return .pin(number: try number(), isPinned: false)
    case .retitle: return .retitle(number: try number(), title: try text())
    case .annotate: return .annotate(number: try number(), note: try text())
    case .regroup: return .regroup(number: try number(), filiere: try text())
    case .move: return .move(number: try number(), place: try member(body.place, "place"))
    case .rename: return .rename(name: try text())
    case .want: return .want(count: try number())
    case .exclude: return .exclude(key: try key(member(body.key, "key")))
    case nil:
      throw Problem(
        .badRequest,
        "«\u{A0}change\u{A0}» attend\u{A0}: " + Edit.Change.allCases.map(\.rawValue).joined(separator: ", ")
          + ".")
    }
  }

  private static func member<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else {
      throw Problem(.badRequest, "Le corps ne convient pas\u{A0}: «\u{A0}\(name)\u{A0}» manque.")
    }
    return value
  }

  // MARK: What changed

  private static func standings(
    _ portfolio: Portfolio, _ review: PortfolioReview, _ result: AnalysisResult
  ) -> JSON {
    .object([
      ("portfolio", .string(portfolio.id)), ("revision", .integer(portfolio.revision)),
      ("fingerprint", .string(result.fingerprint)), ("unchanged", .bool(review.isUnchanged)),
      ("wanted", .integer(portfolio.wanted)), ("shortfall", .integer(portfolio.shortfall)),
      (
        "standings",
        .array(
          review.standings.map { standing in
            let pathway = portfolio.pathway(standing.number)
            return .object([
              ("number", .integer(standing.number)), ("title", .string(pathway?.title)),
              ("certification", .string(pathway?.key.certification)),
              ("state", .string(pathway?.state.rawValue)),
              ("outcome", .string(standing.outcome.rawValue)), ("key", .string(standing.key?.description)),
              ("changes", .strings(standing.changes)), ("supply", .strings(pathway?.supply ?? [])),
            ])
          })
      ),
    ])
  }
}
