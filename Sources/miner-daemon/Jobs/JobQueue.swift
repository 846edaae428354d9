import SkillMiner

/// Takes jobs in. What it returned is kept, whatever happens to the process.
final class JobQueue: Sendable {
  let board = JobBoard()
  private let bells: [JobKind.Lane: Bell]

  init() {
    bells = Dictionary(uniqueKeysWithValues: JobKind.Lane.allCases.map { ($0, Bell()) })
  }

  /// Queues a job. Writes the store: call off the event loops.
  func add(
    _ kind: JobKind, _ parameters: JobParameters, requester: String?, store: Store, clock: ServiceClock
  ) throws -> Int64 {
    let id = try store.addJob(
      kind.rawValue, parameters: try parameters.text(), requester: requester, at: clock.now().description)
    wake(kind.lane)
    return id
  }

  /// Has the runner of a lane look for work.
  func wake(_ lane: JobKind.Lane) { bells[lane]?.ring() }

  func rings(of lane: JobKind.Lane) -> AsyncStream<Void> {
    bells[lane]?.rings ?? AsyncStream { $0.finish() }
  }
}
