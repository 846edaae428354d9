import SkillMiner

/// Everything that runs while the service does: server, analysis, jobs, spool, schedule.
struct ServiceProcess {
  /// Seconds a job gets to reach its next batch when the service stops.
  static let patience = 30

  let app: ServiceApp
  let parameters: AnalysisParameters

  /// Runs until the process is told to stop.
  func run() async throws {
    if app.spool != nil {
      try JobRunner.recover(app)
      if let spool = app.spool { try SpoolWatcher(app: app, spool: spool).adoptOrphans() }
      try NearDuplicateTurn(app: app).schedule()
    }
    let publisher = Publisher(app: app, parameters: parameters)
    let host = app.settings.host
    let tasks = Tasks()
    try await ServiceServer(app: app, routes: ServiceRoutes.router(app)).run { port in
      Console.message("À l’écoute sur le port \(port), première analyse en cours… (Ctrl-C pour arrêter)")
      tasks.start { await publisher.run { Console.message("Rapport\u{A0}: http://\(host):\(port)/") } }
      startWork(tasks)
    }
    app.jobs.board.stop()
    tasks.cancel()
    await waitForJobs()
  }

  private func startWork(_ tasks: Tasks) {
    guard let spool = app.spool else { return }
    let app = app
    for lane in JobKind.Lane.allCases {
      tasks.start { await JobRunner(app: app, lane: lane).run() }
    }
    tasks.start { await SpoolWatcher(app: app, spool: spool).run() }
    tasks.start { await Scheduler(app: app).run() }
  }

  /// A running job ends at its next batch; one that does not is taken up again after the next start.
  private func waitForJobs() async {
    for _ in 0..<(Self.patience * 10) {
      guard app.jobs.board.isWorking else { return }
      do { try await Task.sleep(for: .milliseconds(100)) } catch { return }
    }
  }
}
