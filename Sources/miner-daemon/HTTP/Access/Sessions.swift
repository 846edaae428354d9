import Synchronization
import Taxonomy

/// Sessions of people who read pages. They live in memory and end with the process.
final class Sessions: Sendable {
  /// How long a session lasts without a request.
  static let idle = 12 * 3600 * 1000
  /// Sessions at once.
  static let limit = 10_000

  struct Session: Sendable {
    /// Name of the token it was opened with.
    let name: String
    /// Identifier of that token.
    let token: String
    /// What its forms bring back.
    let csrf: String
    fileprivate var used: Int
  }

  /// By digest of the cookie, so that a dump of memory shows none.
  private let state = Mutex<[String: Session]>([:])

  /// Opens a session.
  ///
  /// - Returns: the value of its cookie.
  func open(name: String, token: String, at now: Int) -> String {
    let cookie = SecretHash.random(bytes: 32)
    let session = Session(name: name, token: token, csrf: SecretHash.random(bytes: 24), used: now)
    state.withLock { sessions in
      sessions = sessions.filter { now - $0.value.used < Self.idle }
      if sessions.count >= Self.limit { sessions = [:] }
      sessions[Self.key(cookie)] = session
    }
    return cookie
  }

  /// The session of a cookie, if it lasts.
  func session(_ cookie: String, at now: Int) -> Session? {
    state.withLock { sessions in
      let key = Self.key(cookie)
      guard var session = sessions[key] else { return nil }
      guard now - session.used < Self.idle else {
        sessions[key] = nil
        return nil
      }
      session.used = now
      sessions[key] = session
      return session
    }
  }

  /// Ends a session.
  func end(_ cookie: String) { state.withLock { $0[Self.key(cookie)] = nil } }

  private static func key(_ cookie: String) -> String { SHA256.digest(Array(cookie.utf8)) }
}
