import SkillMiner
import Synchronization
import Taxonomy

/// Proves tokens. The costly proof (Argon2id) is made once and remembered by a digest of the token, in memory only; the
/// record is read again every few seconds, so that a revoked token stops soon.
final class TokenCheck: Sendable {
  /// How long a record is taken for current.
  static let freshness = 5_000
  /// Tokens remembered.
  static let limit = 1_000

  private struct State {
    var proven: [String: String] = [:]
    var records: [String: (record: TokenRecord?, read: Int)] = [:]
  }

  private let state = Mutex(State())
  /// Attempts with one token: guessing is slow work.
  private let attempts = RateLimiter(rate: 1, burst: 10)

  /// Whose token a text is.
  ///
  /// - Throws: `Problem` when it is none, or holds no longer.
  func identity(of text: String, app: ServiceApp) async throws -> Identity {
    guard let token = TokenText(text), let record = try await record(token.id, app: app),
      let role = Self.role(of: record, at: app.clock.now())
    else { throw AccessControl.refused }
    let digest = SHA256.digest(Array(text.utf8))
    if state.withLock({ $0.proven[digest] }) != record.hash {
      let wait = attempts.take(client: token.id, at: app.clock.milliseconds())
      guard wait == 0 else { throw Problem(.rateLimited, "Trop d’essais avec ce jeton.", retryAfter: wait) }
      let secret = token.secret
      guard try await app.blocking({ SecretHash.verify(secret, hash: record.hash) }) else {
        throw AccessControl.refused
      }
      state.withLock { state in
        if state.proven.count >= Self.limit { state.proven = [:] }
        state.proven[digest] = record.hash
      }
    }
    return Identity(name: record.name, role: role, method: .token, key: record.id, csrf: nil)
  }

  /// The role a token still gives; `nil` when it gives none.
  func role(of id: String, app: ServiceApp) async throws -> Role? {
    try await record(id, app: app).flatMap { Self.role(of: $0, at: app.clock.now()) }
  }

  private func record(_ id: String, app: ServiceApp) async throws -> TokenRecord? {
    let now = app.clock.milliseconds()
    if let known = state.withLock({ $0.records[id] }), now - known.read < Self.freshness {
      return known.record
    }
    let store = app.store
    let record = try await app.blocking { try store.token(id) }
    state.withLock { state in
      if state.records.count >= Self.limit { state.records = [:] }
      state.records[id] = (record, now)
    }
    return record
  }

  private static func role(of record: TokenRecord, at now: Timestamp) -> Role? {
    guard record.revoked == nil else { return nil }
    if let expires = record.expires, expires <= now.description { return nil }
    return Role(rawValue: record.role)
  }
}
