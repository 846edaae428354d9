import Hummingbird
import SkillMiner
import Synchronization
import Taxonomy

/// Finds out who asks, and says whether that is enough.
final class AccessControl: Sendable {
  let sessions = Sessions()
  private let settings: ServiceSettings
  private let tokens = TokenCheck()
  /// Proves that a form of somebody behind a proxy is ours; new at each start.
  private let secret = SecretHash.random(bytes: 32)

  init(settings: ServiceSettings) { self.settings = settings }

  /// Who asks; `nil` for anybody.
  ///
  /// - Throws: `Problem` when credentials are given that prove nothing.
  func identity(of request: Request, peer: String?, app: ServiceApp) async throws -> Identity? {
    if let header = request.headers[.authorization] {
      guard header.lowercased().hasPrefix("bearer ") else { throw Self.refused }
      return try await tokens.identity(of: String(header.dropFirst(7)), app: app)
    }
    if let name = settings.trustedHeader, let peer, settings.trustedProxies.contains(peer),
      let person = request.headers[HeaderNames.name(name)], !person.isEmpty
    {
      return try proxied(person, request)
    }
    guard let cookie = SessionCookie.value(of: request),
      let session = sessions.session(cookie, at: app.clock.milliseconds())
    else { return nil }
    // A session ends with its token.
    guard let role = try await tokens.role(of: session.token, app: app) else {
      sessions.end(cookie)
      return nil
    }
    return Identity(
      name: session.name, role: role, method: .session, key: session.token, csrf: session.csrf)
  }

  /// Opens a session for the holder of a token.
  ///
  /// - Returns: the value of its cookie.
  func openSession(token: String, app: ServiceApp) async throws -> String {
    let identity = try await tokens.identity(of: token, app: app)
    return sessions.open(name: identity.name, token: identity.key, at: app.clock.milliseconds())
  }

  /// - Throws: `Problem` when a role is needed that the identity has not.
  static func check(_ identity: Identity?, needs role: Role?) throws {
    guard let role else { return }
    guard let identity else { throw refused }
    guard identity.role >= role else {
      throw Problem(.forbidden, "Le rôle «\u{A0}\(role.rawValue)\u{A0}» est nécessaire.")
    }
  }

  static var refused: Problem {
    Problem(
      .unauthenticated, "Donnez un jeton valable dans l’en-tête Authorization, ou connectez-vous.",
      headers: [.wwwAuthenticate: "Bearer realm=\"skillminer\""])
  }

  private func proxied(_ person: String, _ request: Request) throws -> Identity {
    let given = settings.trustedRoleHeader.flatMap { request.headers[HeaderNames.name($0)] }
    guard let role = given.map({ Role(rawValue: $0.lowercased()) }) ?? .reader else {
      throw Problem(.forbidden, "Le rôle transmis par le portail d’authentification est inconnu.")
    }
    let proof = SHA256.digest(Array((secret + person + secret).utf8))
    return Identity(name: person, role: role, method: .proxy, key: "proxy", csrf: proof)
  }
}
