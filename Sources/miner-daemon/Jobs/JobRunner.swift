import NIOPosix
import SkillMiner
import Synchronization
import Taxonomy

/// Works off the jobs of one lane, one after the other.
final class JobRunner: Sendable {
  /// A job that the process died under so often makes way for the others: its file is queued anew, behind them, at the
  /// next start (`SpoolWatcher.adoptOrphans`). What was acknowledged is never given up.
  static let attempts = 3

  /// Data that changed are analysed when the jobs that change them are done: an analysis after each would be thrown away
  /// by the next. Seconds a run of such jobs may keep it waiting.
  static let longestRun = 600

  private let app: ServiceApp
  private let lane: JobKind.Lane
  private let kinds: [String]
  private let thread = NIOThreadPool(numberOfThreads: 1)
  /// Second of the first change of the data that no analysis was asked for yet.
  private let changed = Mutex<Int?>(nil)

  init(app: ServiceApp, lane: JobKind.Lane) {
    self.app = app
    self.lane = lane
    kinds = JobKind.allCases.filter { $0.lane == lane }.map(\.rawValue)
    thread.start()
  }

  deinit { thread.shutdownGracefully { _ in } }

  /// Puts what a dead process left running back into the queue.
  static func recover(_ app: ServiceApp) throws {
    let count = try app.store.recoverJobs(
      attempts: attempts, message: "Le service s’est arrêté \(attempts) fois pendant ce travail.",
      at: app.clock.now().description)
    if count > 0 { app.log.note("jobs-recovered", [("count", String(count))]) }
  }

  /// Works until the task is cancelled.
  func run() async {
    let bell = Task { [app, lane] in
      // A look from time to time, should a ring have been missed.
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(5))
        app.jobs.wake(lane)
      }
    }
    defer { bell.cancel() }
    app.jobs.wake(lane)
    for await _ in app.jobs.rings(of: lane) {
      while !Task.isCancelled, await workOne() {}
      if Task.isCancelled { return }
    }
  }

  /// Does the oldest job that waits.
  ///
  /// - Returns: whether there was one.
  func workOne() async -> Bool {
    do {
      return try await thread.runIfActive { [self] in
        guard let job = try app.store.claimJob(of: kinds, at: app.clock.now().description) else {
          tellChange(longerThan: 0)
          return false
        }
        defer { tellChange(longerThan: Self.longestRun) }
        try work(job)
        return true
      }
    } catch {
      app.log.note("jobs-failed", [("failure", "\(error)")], isError: true)
      return false
    }
  }

  private func work(_ job: JobRecord) throws {
    app.log.note("job-started", [("id", String(job.id)), ("kind", job.kind)])
    let state: JobRecord.State
    var message: String?
    var result: String?
    do {
      try app.jobs.board.report(job.id, JobBoard.Progress())
      result = try JobWork(app: app, job: job).run()
      state = .done
    } catch let stopped as JobStopped where stopped.isForShutdown {
      try app.store.requeueJob(job.id)
      app.jobs.board.forget(job.id)
      return
    } catch is JobStopped {
      state = .cancelled
    } catch let failure as JobFailure {
      (state, message, result) = (.failed, failure.description, failure.result)
    } catch let error as StoreError {
      // Without the path: the message is shown to whoever asked.
      (state, message) = (.failed, "\(error.message) \(error.advice) [\(error.code.rawValue)]")
      app.log.note("job-failed", [("id", String(job.id)), ("failure", "\(error)")], isError: true)
    } catch let error as ReadingError {
      (state, message) = (.failed, "\(error.finding.message) \(error.finding.advice) [\(error.finding.code)]")
    } catch {
      (state, message) = (.failed, "Le travail n’a pas abouti. Prévenez l’administrateur.")
      app.log.note("job-failed", [("id", String(job.id)), ("failure", "\(error)")], isError: true)
    }
    JobFiles(app: app).settle(job, state: state, message: message, result: result)
    try app.store.endJob(job.id, state, message: message, result: result, at: app.clock.now().description)
    app.jobs.board.forget(job.id)
    app.metrics.add("skillminer_jobs_total{kind=\"\(job.kind)\",state=\"\(state.rawValue)\"}")
    app.log.note("job-ended", [("id", String(job.id)), ("kind", job.kind), ("state", state.rawValue)])
    if lane == .writing { changed.withLock { $0 = $0 ?? app.clock.now().seconds } }
  }

  /// Asks for an analysis when data changed so many seconds ago.
  private func tellChange(longerThan seconds: Int) {
    let isDue = changed.withLock { changed in
      // A clock that was set back does not keep it waiting.
      guard let since = changed, !(0..<seconds).contains(app.clock.now().seconds - since) else {
        return false
      }
      changed = nil
      return true
    }
    if isDue { app.dataChanged.ring() }
  }
}
