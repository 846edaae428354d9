import Hummingbird
import SkillMiner
import Taxonomy

/// From the draw to the copy that is sent, and what became of each pathway since. Every act names the revision it saw.
enum PortfolioRoutes {
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
      let body = try await JSONBody.read(request, as: PortfolioRequest.self, limit: 1 << 18)
      _ = try app.requireWritable()
      let published = try app.publication.current()
      let scope = try await app.blocking {
        try ReviewRoutes.told { try body.checked().scope(published, app.store) }
      }
      let desk = RegionalDesk(app: app)
      guard try await desk.prepare(scope, of: body.id, for: context) == nil else {
        return try await UploadIntake.queue(.portfolioDraw, desk.parameters(body), context, app: app)
      }
      let latest = try app.publication.current()
      return try await ReviewRoutes.perform(context, app) { try body.draw(latest, app.store) }
    }
    service.post("/api/v1/portfolios/{id}/edits", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let body = try await JSONBody.read(request, as: Edit.self, limit: 2 << 20)
      if body.change == Edit.Change.add.rawValue { try await ready(id, context, app) }
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
      try await ready(id, context, app)
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

  /// Has the analysis a portfolio is held against made.
  ///
  /// - Throws: `Problem` when it takes longer than a request may wait, and when there is no such portfolio.
  private static func ready(_ id: String, _ context: ServiceContext, _ app: ServiceApp) async throws {
    let scope = try await app.blocking { try ReviewRoutes.told { try app.store.portfolio(id).scope } }
    try await RegionalDesk(app: app).require(scope, of: id, for: context)
  }

  // MARK: Editing

  private static func change(_ body: Edit, of id: String, _ app: ServiceApp) throws -> PortfolioEdit.Change {
    func number() throws -> Int { try member(body.number, "number") }
    func text() throws -> String { try member(body.text, "text") }
    switch Edit.Change(rawValue: body.change) {
    case .add:
      let key = try PortfolioRequest.key(member(body.key, "key"))
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
    case .exclude: return .exclude(key: try PortfolioRequest.key(member(body.key, "key")))
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
      ("fingerprint", .string(result.fingerprint)), ("releases", .string(result.releases.text)),
      ("warnings", .strings(review.warnings)), ("unchanged", .bool(review.isUnchanged)),
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
