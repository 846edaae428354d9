/// A token of access as the store knows it: everything but its secret.
public struct TokenRecord: Hashable, Sendable {
  /// Public part, by which it is found.
  public let id: String
  /// Whom or what it was made for.
  public let name: String
  /// Name of its role.
  public let role: String
  /// Hash of the secret.
  public let hash: String
  /// When it was made (UTC, ISO 8601).
  public let created: String
  /// When it ends; `nil` for never.
  public let expires: String?
  /// When it was revoked; `nil` while it holds.
  public let revoked: String?

  /// Makes the value from its parts.
  public init(
    id: String, name: String, role: String, hash: String, created: String, expires: String? = nil,
    revoked: String? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.hash = hash
    self.created = created
    self.expires = expires
    self.revoked = revoked
  }
}
