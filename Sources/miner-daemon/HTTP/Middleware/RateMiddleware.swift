import Hummingbird

/// Bounds how much one client asks for.
struct RateMiddleware: RouterMiddleware {
  let app: ServiceApp

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    if !request.uri.path.hasPrefix("/health/") {
      let wait = app.rates.take(client: context.peer ?? "?", at: app.clock.milliseconds())
      guard wait == 0 else {
        throw Problem(
          .rateLimited, "Trop de requêtes\u{A0}: réessayez dans \(wait)\u{A0}s.",
          retryAfter: wait)
      }
    }
    return try await next(request, context)
  }
}
