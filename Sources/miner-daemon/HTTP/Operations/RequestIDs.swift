import Synchronization

/// Names of requests: the start of the process, then a count.
final class RequestIDs: Sendable {
  private let prefix: String
  private let count = Atomic(0)

  init(start: Int) { prefix = String(start, radix: 36) }

  func next() -> String { "\(prefix)-\(count.add(1, ordering: .relaxed).newValue)" }
}
