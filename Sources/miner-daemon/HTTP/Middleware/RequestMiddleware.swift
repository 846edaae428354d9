import HTTPTypes
import Hummingbird
import NIOHTTP1

/// Names each request, measures and logs it, turns errors into problems, and sets the headers every answer bears.
struct RequestMiddleware: RouterMiddleware {
  let app: ServiceApp

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.requestID = app.requestIDs.next()
    let start = app.clock.milliseconds()
    var failure: String?
    var response: Response
    do {
      response = try await next(request, context)
    } catch let error as HTTPParserError {
      // What follows on this connection cannot be told from what was sent: the server answers 400 and closes it.
      throw error
    } catch {
      let problem = Problem.of(error, app: app)
      if problem.code.status.code >= 500, !(error is Problem) { failure = "\(error)" }
      response =
        Self.isFromPage(request)
        ? ProblemPage.answer(problem, request: context.requestID)
        : Answer.problem(problem, request: context.requestID)
    }
    response.headers[HeaderNames.requestID] = context.requestID
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[HeaderNames.referrerPolicy] = "no-referrer"
    response.headers[HeaderNames.frameOptions] = "DENY"
    response.headers[HeaderNames.resourcePolicy] = "same-origin"
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = Answer.strictPolicy
    }
    let route = context.endpointPath ?? "-"
    let elapsed = app.clock.milliseconds() - start
    app.metrics.count(
      method: request.method.rawValue, route: route, status: response.status.code, milliseconds: elapsed)
    app.log.request(
      id: context.requestID, method: request.method.rawValue, route: route, status: response.status.code,
      milliseconds: elapsed, failure: failure)
    return response
  }

  /// Whether a browser asks for somebody who reads: programs have addresses of their own.
  private static func isFromPage(_ request: Request) -> Bool {
    let path = request.uri.path
    return request.headers[.accept]?.contains("text/html") == true
      && !["/api", "/health", "/metrics"].contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
