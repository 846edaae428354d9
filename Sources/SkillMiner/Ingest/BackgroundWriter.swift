import Dispatch
import Synchronization

/// Writes one batch at a time on a thread of its own while the next is made ready: the queue between reading and writing
/// holds one batch, so memory does not grow when one side is slower.
final class BackgroundWriter<Outcome: Sendable>: Sendable {
  private let queue = DispatchQueue(label: "skillminer.writer")
  private let outcome = Mutex<Result<Outcome, any Error>?>(nil)

  /// Starts writing. Call `finish()` between two batches: its order is the order of the store.
  func start(_ body: @escaping @Sendable () throws -> Outcome) {
    queue.async {
      let result = Result { try body() }
      self.outcome.withLock { $0 = result }
    }
  }

  /// Waits for the batch that is being written.
  ///
  /// - Returns: what came of it; `nil` when none was.
  func finish() throws -> Outcome? {
    queue.sync {}
    let result = outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
    return try result?.get()
  }
}
