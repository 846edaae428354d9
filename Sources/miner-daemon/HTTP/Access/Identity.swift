/// Who asks, once proven.
struct Identity: Hashable, Sendable {
  /// How it was proven.
  enum Method: String, Sendable {
    /// `Authorization: Bearer`.
    case token
    /// Session cookie of the pages.
    case session
    /// Header set by an authenticating proxy.
    case proxy
  }

  /// Name given with the token, or by the proxy; shown on pages, kept in the audit, never logged.
  let name: String
  /// What the person or program may do.
  let role: Role
  /// How it was proven.
  let method: Method
  /// What logs call it: the identifier of the token, or the method.
  let key: String
  /// What forms of a session must bring back; `nil` where no cookie is involved.
  let csrf: String?
}
