import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner

/// Gathers the routes: each says who may call it, so that no route can forget to.
///
/// A group of routes is an enum with `static func add(to service: ServiceRouter)`.
final class ServiceRouter {
  typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

  /// What routes work with.
  let app: ServiceApp
  /// All routes so far.
  private(set) var endpoints: [Endpoint] = []
  private let router: Router<ServiceContext>

  /// - Parameter app: what routes work with.
  init(_ app: ServiceApp) {
    self.app = app
    router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestMiddleware(app: app))
    router.add(middleware: HostMiddleware(allowed: app.settings.allowedHosts))
    router.add(middleware: RateMiddleware(app: app))
    router.add(middleware: IdentityMiddleware(app: app))
  }

  func get(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.get, path, access, handler)
  }
  func head(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.head, path, access, handler)
  }
  func post(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.post, path, access, handler)
  }
  func put(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.put, path, access, handler)
  }
  func patch(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.patch, path, access, handler)
  }
  func delete(_ path: String, _ access: Access, handler: @escaping Handler) {
    on(.delete, path, access, handler)
  }

  /// The finished service.
  func responder() -> some HTTPResponder<ServiceContext> {
    let routes = RouteTable(endpoints)
    for middleware in [MethodMiddleware(routes: routes)] { router.add(middleware: middleware) }
    return router.buildResponder()
  }

  private func on(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ handler: @escaping Handler
  ) {
    endpoints.append(Endpoint(method: method.rawValue, path: path, access: access))
    let needed = access.needed(requiresToken: app.settings.requiresToken)
    let isWrite = method != .get && method != .head
    router.on(RouterPath(path), method: method) { request, context in
      try AccessControl.check(context.identity, needs: needed)
      if access == .detail, context.disclosure != .fullDetail { throw AccessControl.refused }
      guard isWrite, let csrf = context.identity?.csrf else { return try await handler(request, context) }
      return try await handler(try await CSRFCheck.checked(request, expected: csrf), context)
    }
  }
}
