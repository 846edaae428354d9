import HTTPTypes
import Hummingbird
import SkillMiner

/// Who sees small numbers: decided here, once for every request, and nowhere else. Everything that answers with figures
/// asks `ServiceContext.disclosure`.
///
/// Somebody known (a token, a session, a name given by a trusted proxy) is an authorised reader whatever the role. So is
/// whoever asks a service that only programs of this computer reach, for it is its owner's. Nobody in particular sees
/// what is published.
enum Readership {
  static func disclosure(
    of identity: Identity?, _ request: Request, _ settings: ServiceSettings
  ) -> Disclosure {
    if identity != nil { return .fullDetail }
    return isOwners(request, settings) ? .fullDetail : .published
  }

  /// Whether a request without a name comes from the computer the service runs on. A proxy on the same computer makes
  /// everybody look local: its marks, a public name, or a portal that names people end that.
  private static func isOwners(_ request: Request, _ settings: ServiceSettings) -> Bool {
    guard settings.isLoopback, !settings.requiresToken, !settings.publishedOnly,
      settings.trustedHeader == nil, settings.allowedHosts.allSatisfy(isLocal),
      isLocal(HostMiddleware.name(request.head.authority ?? ""))
    else { return false }
    return !marks.contains { request.headers[HeaderNames.name($0)] != nil }
  }

  private static func isLocal(_ name: String) -> Bool {
    name == "localhost" || name == "::1" || name.hasPrefix("127.")
  }

  private static let marks = [
    "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via",
  ]
}
