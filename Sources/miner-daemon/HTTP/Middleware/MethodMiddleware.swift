import Hummingbird

/// Tells a path that knows other methods (405) from one that nothing answers at (404).
struct MethodMiddleware: RouterMiddleware {
  let routes: RouteTable

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let methods = routes.methods(at: request.uri.path)
    guard methods.isEmpty || methods.contains(request.method.rawValue) else {
      throw Problem(
        .methodNotAllowed, "Cette adresse répond à\u{A0}: \(methods.joined(separator: ", ")).",
        headers: [.allow: methods.joined(separator: ", ")])
    }
    return try await next(request, context)
  }
}
