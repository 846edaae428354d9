import Hummingbird
import SkillMiner
import Taxonomy

/// Portfolios, field signals, overrulings and the log of the review. Names of people stand in them: a token is needed.
enum ReviewRoutes {
  struct Decision: Decodable {
    let seen: Int
    let number: Int
    let state: String
    var why: String?
  }

  struct Freeze: Decodable {
    let seen: Int
  }

  struct Overruling: Decodable {
    let certification: String
    let family: String
    let level: String
    let note: String
  }

  static func add(to service: ServiceRouter) {
    let app = service.app
    for (path, kind) in [
      ("/api/v1/portfolios", ReviewDocument.Kind.portfolio), ("/api/v1/field-signals", .fieldSignal),
      ("/api/v1/reviews", .overruling),
    ] {
      service.get(path, .role(.reader)) { request, _ in
        let query = try Query(request)
        let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
        let cursor = try query.text("cursor", limit: 200)
        let all = try await app.blocking { try app.store.reviewDocuments(kind) }
        return Answer.fresh(
          Page.of(all.sorted { $0.id < $1.id }, after: cursor, limit: limit, key: \.id, item).text)
      }
    }
    service.get("/api/v1/portfolios/{id}", .role(.reader)) { request, context in
      let id = try PathValue.text(context, "id")
      guard let found = try await app.blocking({ try app.store.reviewDocument(.portfolio, id) }) else {
        throw Problem.unknown("Ce portefeuille")
      }
      let text = item(found).text + "\n"
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.post("/api/v1/portfolios/{id}/decisions", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let body = try await JSONBody.read(request, as: Decision.self, limit: 1 << 16)
      guard let state = PathwayState(rawValue: body.state) else {
        throw Problem(
          .badRequest,
          "«\u{A0}state\u{A0}» attend\u{A0}: " + PathwayState.allCases.map(\.rawValue).joined(separator: ", ")
            + ".")
      }
      return try await perform(context, app) {
        PortfolioDecision(id: id, seen: body.seen, number: body.number, state: state, why: body.why ?? "")
      }
    }
    service.post("/api/v1/portfolios/{id}/freeze", .role(.reviewer)) { request, context in
      let id = try PathValue.text(context, "id")
      let body = try await JSONBody.read(request, as: Freeze.self, limit: 1 << 12)
      return try await perform(context, app) { PortfolioFreeze(id: id, seen: body.seen) }
    }
    service.post("/api/v1/field-signals", .role(.contributor)) { request, context in
      let bytes = try await BodyBytes.collect(request, limit: 8 << 20)
      guard !bytes.isEmpty else { throw Problem(.badRequest, "Le corps est vide\u{A0}: un CSV est attendu.") }
      let name = SpoolFolder.safe(try Query(request).text("name", limit: 200) ?? "api.csv")
      return try await perform(context, app, counts: true) {
        try Workshop.fieldReader(of: app.store, engine: try app.engine()).read(bytes: bytes, name: name)
      }
    }
    service.post("/api/v1/reviews", .role(.reviewer)) { request, context in
      let body = try await JSONBody.read(request, as: Overruling.self, limit: 2 << 20)
      guard let code = CertificationCode(body.certification) else {
        throw Problem(.badRequest, "«\u{A0}certification\u{A0}» attend un code, comme RNCP34860.")
      }
      let result = try app.publication.current().analysis
      guard let assessment = result.assessments.first(where: { $0.certification.code == code }) else {
        throw Problem.unknown("Cette certification")
      }
      let seen = assessment.families.first { $0.family.id == body.family }?.verdict.level
      return try await perform(context, app, counts: true) {
        guard try app.engine().lexicon.families[body.family] != nil else {
          throw Problem.unknown("Cette famille")
        }
        guard let level = CoverageVerdict.Level(rawValue: body.level) else {
          throw Problem(
            .badRequest,
            "«\u{A0}level\u{A0}» attend\u{A0}: "
              + CoverageVerdict.Level.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return CoverageOverruling(
          certification: code, family: body.family, level: level, note: body.note, seen: seen)
      }
    }
    service.get("/api/v1/audit", .role(.reviewer)) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let after = try query.integer("cursor", in: 1...Int.max) ?? 0
      let subject = try query.text("subject", limit: 200)
      let entries = try await app.blocking {
        try app.store.audit(subject: subject, after: after, limit: limit)
      }
      let next = entries.count == limit ? entries.last.map { String($0.sequence) } : nil
      return Answer.fresh(Page(items: entries.map(item), next: next).text)
    }
  }

  /// Makes an act, does it in the name of whoever asks, and answers with its entry in the log.
  ///
  /// - Parameter counts: whether the analysis takes the act into account, so that a new one is due.
  static func perform(
    _ context: ServiceContext, _ app: ServiceApp, counts: Bool = false,
    _ make: @escaping @Sendable () throws -> some ReviewAct
  ) async throws -> Response {
    _ = try app.requireWritable()
    let who = context.identity?.name ?? ""
    let when = app.clock.moment()
    let entry = try await app.blocking {
      try told { try app.store.perform(try make(), who: who, when: when) }
    }
    if counts { app.dataChanged.ring() }
    return Answer.fresh(item(entry).text + "\n", status: .created)
  }

  /// Tells what a person may have caused as a problem of the interface.
  static func told<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as ReadingError {
      throw Problem(.impossible, error.finding.description)
    } catch let error as ReviewError {
      let detail = ([error.message, error.advice] + error.changes).joined(separator: " ")
      let code: ProblemCode =
        switch error.code {
        case .unknown, .unknownPathway: .unknownResource
        case .stale, .transition, .taken, .notFrozen: .conflict
        case .damaged: .storage
        default: .impossible
        }
      throw Problem(code, "\(detail) [\(error.code.rawValue)]")
    }
  }

  private static func item(_ document: ReviewDocument) -> JSON {
    .object([
      ("id", .string(document.id)), ("revision", .integer(document.revision)),
      ("document", .raw(document.body)),
    ])
  }

  private static func item(_ entry: AuditEntry) -> JSON {
    .object([
      ("sequence", .integer(entry.sequence)), ("when", .string("\(entry.when)")), ("who", .string(entry.who)),
      ("act", .string(entry.act)), ("subject", .string(entry.subject)), ("payload", .raw(entry.payload)),
      ("digest", .string(entry.digest)),
    ])
  }
}
