import Taxonomy

/// A token as people copy it: `smt_`, its identifier, a point, its secret.
struct TokenText: Sendable {
  static let prefix = "smt_"

  /// Public: by this it is found.
  let id: String
  /// Kept nowhere.
  let secret: String

  /// A new token.
  static func make() -> TokenText {
    TokenText(id: SecretHash.random(bytes: 9), secret: SecretHash.random(bytes: 32))
  }

  private init(id: String, secret: String) {
    self.id = id
    self.secret = secret
  }

  /// `nil` when the text is no token.
  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix), text.utf8.count < 200 else { return nil }
    let parts = text.dropFirst(Self.prefix.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 12, parts[1].count >= 32 else { return nil }
    id = String(parts[0])
    secret = String(parts[1])
  }

  var text: String { "\(Self.prefix)\(id).\(secret)" }
}
