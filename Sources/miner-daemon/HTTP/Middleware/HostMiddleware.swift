import HTTPTypes
import Hummingbird

/// Refuses requests made under a foreign name: a page of another site must not reach a service of this computer by
/// pointing a name of its own at it.
struct HostMiddleware: RouterMiddleware {
  /// Names without port; empty when any will do.
  let allowed: Set<String>

  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    if !allowed.isEmpty {
      let name = Self.name(request.head.authority ?? "")
      guard allowed.contains(name) else {
        throw Problem(
          .misdirected,
          "Ce serveur ne répond pas sous ce nom. Ajoutez-le au réglage allowed-hosts s’il est le sien."
        )
      }
    }
    return try await next(request, context)
  }

  /// `[::1]:8080` → `::1`, `localhost:8080` → `localhost`.
  static func name(_ authority: String) -> String {
    if authority.hasPrefix("[") {
      return String(authority.dropFirst().prefix { $0 != "]" }).lowercased()
    }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}
