import Hummingbird

/// Finds out who asks, and says whether that is enough.
final class AccessControl: Sendable {
  let settings: ServiceSettings

  init(settings: ServiceSettings) { self.settings = settings }

  /// Who asks; `nil` for anybody.
  ///
  /// - Throws: `Problem` when credentials are given that prove nothing.
  func identity(of request: Request, peer: String?) async throws -> Identity? {
    nil
  }

  /// - Throws: `Problem` when a role is needed that the identity has not.
  static func check(_ identity: Identity?, needs role: Role?) throws {
    guard let role else { return }
    guard let identity else {
      throw Problem(
        .unauthenticated, "Donnez un jeton dans l’en-tête Authorization, ou connectez-vous.",
        headers: [.wwwAuthenticate: "Bearer realm=\"skillminer\""])
    }
    guard identity.role >= role else {
      throw Problem(.forbidden, "Le rôle «\u{A0}\(role.rawValue)\u{A0}» est nécessaire.")
    }
  }
}
