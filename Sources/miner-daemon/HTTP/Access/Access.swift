/// Who may call a route.
enum Access: Hashable, Sendable {
  /// Everybody, always.
  case open
  /// Everybody, or readers when the service runs with `--require-token`.
  case published
  /// Authorised readers (`Readership`): offers one by one, from which anything could be counted.
  case detail
  /// Holders of at least this role.
  case role(Role)

  /// The role that is needed; `nil` when none is.
  func needed(requiresToken: Bool) -> Role? {
    switch self {
    case .open: nil
    case .published, .detail: requiresToken ? .reader : nil
    case .role(let role): role
    }
  }
}
