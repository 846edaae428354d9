import Hummingbird

/// Finds out who asks, and what they may see. Wrong credentials are refused even where none are needed.
struct IdentityMiddleware: RouterMiddleware {
  let app: ServiceApp

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.identity = try await app.access.identity(of: request, peer: context.peer, app: app)
    context.disclosure = Readership.disclosure(of: context.identity, request, app.settings)
    return try await next(request, context)
  }
}
