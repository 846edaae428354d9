import Synchronization

/// What running jobs say of themselves, and what they are told. In memory: nothing here needs to survive.
final class JobBoard: Sendable {
  /// How far a running job has come.
  struct Progress: Hashable, Sendable {
    var phase = ""
    var done = 0
    var total: Int?
  }

  private struct State {
    var progress: [Int64: Progress] = [:]
    var cancelled: Set<Int64> = []
    var isStopping = false
    var streams = 0
  }

  private let state = Mutex(State())

  /// Says that the service stops: running jobs end at the next opportunity and go on after the next start.
  func stop() { state.withLock { $0.isStopping = true } }

  /// Asks a running job to end.
  func cancel(_ job: Int64) { state.withLock { _ = $0.cancelled.insert(job) } }

  /// How far a running job has come; `nil` when it does not run.
  func progress(of job: Int64) -> Progress? { state.withLock { $0.progress[job] } }

  /// Whether a job runs.
  var isWorking: Bool { state.withLock { !$0.progress.isEmpty } }

  /// Called by a job as it works.
  ///
  /// - Throws: `JobStopped` when it has to end.
  func report(_ job: Int64, _ progress: Progress) throws {
    let (isCancelled, isStopping) = state.withLock { state in
      state.progress[job] = progress
      return (state.cancelled.contains(job), state.isStopping)
    }
    if isCancelled { throw JobStopped(isForShutdown: false) }
    if isStopping { throw JobStopped(isForShutdown: true) }
  }

  /// Forgets a job that ended.
  func forget(_ job: Int64) {
    state.withLock { state in
      state.progress[job] = nil
      state.cancelled.remove(job)
    }
  }

  /// Takes one of a number of places for streams of events.
  func enterStream(limit: Int) -> Bool {
    state.withLock { state in
      guard state.streams < limit else { return false }
      state.streams += 1
      return true
    }
  }

  func leaveStream() { state.withLock { $0.streams -= 1 } }
}
