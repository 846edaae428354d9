import Synchronization

/// Tasks that run until they are cancelled together.
final class Tasks: Sendable {
  private let state = Mutex<[Task<Void, Never>]>([])

  func start(_ body: @escaping @Sendable () async -> Void) {
    let task = Task { await body() }
    state.withLock { $0.append(task) }
  }

  func cancel() { state.withLock { tasks in for task in tasks { task.cancel() } } }
}
