import SkillMiner

/// Queues what is to be done regularly: the nightly pull of the connector, backups.
struct Scheduler: Sendable {
  /// Settings of the store that hold the last second something was queued.
  static let backupKey = "service.backup"
  static let pullKey = "service.france-travail"

  let app: ServiceApp

  /// Looks at the clock until cancelled.
  func run() async {
    while !Task.isCancelled {
      do {
        let scheduler = self
        try await app.blocking { try scheduler.tick() }
      } catch {
        app.log.note("schedule-failed", [("failure", "\(error)")], isError: true)
      }
      do { try await Task.sleep(for: .seconds(60)) } catch { return }
    }
  }

  /// Queues what is due.
  func tick() throws {
    let settings = app.settings
    try forgetFiles(olderThan: settings.spoolDays)
    try queue(.backup, every: settings.backupHours, key: Self.backupKey)
    if settings.franceTravail != nil {
      try queue(.franceTravail, every: settings.franceTravailHours, key: Self.pullKey)
    }
  }

  /// Files that were imported hold contact data that the store does not: they do not stay.
  private func forgetFiles(olderThan days: Int) throws {
    guard let spool = app.spool else { return }
    let limit = app.clock.now().seconds - days * 86400
    for folder in ["done", "failed", "uploads", "exports"] {
      for file in try spool.all(in: folder) where spool.modified(folder, file) < limit {
        spool.remove(folder, file)
      }
    }
  }

  private func queue(_ kind: JobKind, every hours: Int, key: String) throws {
    guard hours > 0 else { return }
    let now = app.clock.now().seconds
    let last = try app.store.setting(key).flatMap { Int($0) } ?? 0
    // A clock that was set back does not stop the schedule.
    guard now - last >= hours * 3600 || now < last else { return }
    try app.store.set(key, to: String(now))
    _ = try app.jobs.add(kind, JobParameters(), requester: nil, store: app.store, clock: app.clock)
  }
}
