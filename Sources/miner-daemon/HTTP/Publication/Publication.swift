import Synchronization

/// The analysis that is served: the last one that was finished, while the next one is made.
final class Publication: Sendable {
  private let state = Mutex<Published?>(nil)

  /// What is published; `nil` until the first analysis is finished.
  var latest: Published? { state.withLock { $0 } }

  /// What is published.
  ///
  /// - Throws: `Problem` `notReady` until the first analysis is finished.
  func current() throws -> Published {
    guard let latest else {
      throw Problem(
        .notReady, "La première analyse n’est pas encore faite. Réessayez dans un instant.",
        retryAfter: 5)
    }
    return latest
  }

  /// Puts a new analysis in place of the old one.
  func publish(_ published: Published) { state.withLock { $0 = published } }
}
