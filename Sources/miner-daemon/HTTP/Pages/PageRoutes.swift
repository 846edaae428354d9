import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner

/// The pages people read: every address that nobody else answers at.
enum PageRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    // Open, so that the page of signing in has it too, and before there is anything to publish.
    service.get("/style-\(SiteStyle.version).css", .open) { request, _ in
      Answer.tagged(SiteStyle.css, type: "text/css; charset=utf-8", tag: SiteStyle.version, to: request)
    }
    service.get("/", .published) { request, context in try await answer(request, context, app) }
    PortfolioForms.add(to: service)
    WorkPage.add(to: service)
    FieldForms.add(to: service)
    let press = PrintingPress(printer: .installed)
    // Named, because their forms are sent to addresses of the same shape.
    LexiconForms.add(to: service)
    for path in [
      "/portefeuilles", "/portefeuilles/{id}", "/portefeuilles/{id}/forum", "/portefeuilles/{id}/feuille",
      "/portefeuilles/{id}/{page}", "/lexique", "/signaux-terrain", "/**",
    ] {
      service.get(path, .published) { request, context in
        request.uri.path.hasSuffix(".pdf")
          ? try await press.answer(request, context, app) : try await answer(request, context, app)
      }
    }
  }

  /// - Throws: `Problem` for addresses that belong to programs.
  private static func answer(
    _ request: Request, _ context: ServiceContext, _ app: ServiceApp
  ) async throws -> Response {
    let path = request.uri.path
    guard !isForPrograms(path) else {
      throw Problem(
        .unknownPath, "Rien ne répond à cette adresse. L’interface est décrite à /api/v1/openapi.json.")
    }
    guard let published = app.publication.latest else { return WaitingPage.answer }
    let site = published.edition(for: context.disclosure).site
    let filters = filters(request)
    let isLive = Site.isLive(path)
    let visitor = isLive ? Visitor(context) : nil
    let answer = try await app.blocking { try site.answer(path: path, query: filters, visitor: visitor) }
    guard let answer else { throw Problem.unknown("Cette adresse") }
    guard !isLive else {
      return Answer.fresh(
        String(decoding: answer.body, as: UTF8.self), type: answer.type,
        status: HTTPResponse.Status(code: answer.status))
    }
    return response(answer, tag: site.tag, to: request)
  }

  /// Filters of an address; of one given twice, the last.
  static func filters(_ request: Request) -> [String: String] {
    var query: [String: String] = [:]
    for field in FormFields(text: request.uri.query ?? "").fields { query[field.name] = field.value }
    return query
  }

  private static func isForPrograms(_ path: String) -> Bool {
    ["/api", "/health", "/metrics"].contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// An answer of the site with the headers caches and browsers need.
  static func response(_ answer: Site.Answer, tag: String, to request: Request) -> Response {
    let bytes = ByteBuffer(bytes: answer.body)
    guard answer.status == 200 else {
      return Answer.fresh(
        String(decoding: answer.body, as: UTF8.self), type: answer.type,
        status: HTTPResponse.Status(code: answer.status))
    }
    var response = Answer.tagged(bytes, type: answer.type, tag: tag, to: request)
    if let name = answer.fileName {
      response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    }
    return response
  }
}
