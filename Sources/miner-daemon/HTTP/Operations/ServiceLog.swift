import Synchronization

/// Lines of JSON for administrators: what happened to which request, and nothing about who asked or what was in it.
final class ServiceLog: Sendable {
  /// What is written.
  enum Level: String, CaseIterable, Sendable {
    /// Nothing.
    case none
    /// Failures.
    case errors
    /// Every request and every step of a job.
    case all
  }

  private let level: Level
  private let clock: ServiceClock
  private let write: @Sendable (String) -> Void
  private let order = Mutex(())

  /// - Parameter write: takes one line with its line feed.
  init(level: Level, clock: ServiceClock, write: @escaping @Sendable (String) -> Void) {
    self.level = level
    self.clock = clock
    self.write = write
  }

  /// An answered request. Templates of routes are written, not addresses: these hold identifiers and searches.
  func request(
    id: String, method: String, route: String, status: Int, milliseconds: Int, failure: String?
  ) {
    guard level == .all || (level == .errors && status >= 500) else { return }
    var line = "\"event\":\"request\",\"id\":\(JSONText.string(id)),\"method\":\(JSONText.string(method))"
    line += ",\"route\":\(JSONText.string(route)),\"status\":\(status),\"ms\":\(milliseconds)"
    if let failure { line += ",\"failure\":\(JSONText.string(String(failure.prefix(500))))" }
    emit(status >= 500 ? "error" : "info", line)
  }

  /// A step of the service itself.
  func note(_ event: String, _ facts: [(String, String)] = [], isError: Bool = false) {
    guard level == .all || (level == .errors && isError) else { return }
    let rest = facts.map { ",\(JSONText.string($0.0)):\(JSONText.string($0.1))" }.joined()
    emit(isError ? "error" : "info", "\"event\":\(JSONText.string(event))" + rest)
  }

  private func emit(_ level: String, _ facts: String) {
    let line = "{\"time\":\"\(clock.now())\",\"level\":\"\(level)\",\(facts)}\n"
    order.withLock { _ in write(line) }
  }
}
