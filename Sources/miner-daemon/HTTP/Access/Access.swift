/// Who may call a route.
enum Access: Hashable, Sendable {
  /// Everybody, always.
  case open
  /// Everybody, or readers when the service runs with `--require-token`.
  case published
  /// Holders of at least this role.
  case role(Role)

  /// The role that is needed; `nil` when none is.
  func needed(requiresToken: Bool) -> Role? {
    switch self {
    case .open: nil
    case .published: requiresToken ? .reader : nil
    case .role(let role): role
    }
  }
}
