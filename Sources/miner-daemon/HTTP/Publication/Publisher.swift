import NIOPosix
import SkillMiner
import Synchronization
import Taxonomy

/// Makes a new analysis whenever the data, or the day, have changed; the old one is served meanwhile.
final class Publisher: Sendable {
  /// Seconds between two looks at the calendar.
  static let patience = 60

  private let app: ServiceApp
  private let parameters: AnalysisParameters
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let isMaking = Atomic(false)

  init(app: ServiceApp, parameters: AnalysisParameters) {
    self.app = app
    self.parameters = parameters
    thread.start()
    app.dataChanged.ring()
  }

  deinit { thread.shutdownGracefully { _ in } }

  /// Works until cancelled.
  ///
  /// - Parameter onFirst: called when the first analysis is published.
  func run(onFirst: @escaping @Sendable () -> Void) async {
    let calendar = Task { [weak self] in
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(Self.patience))
        self?.lookAtCalendar()
      }
    }
    defer { calendar.cancel() }
    for await _ in app.dataChanged.rings {
      if Task.isCancelled { return }
      isMaking.store(true, ordering: .relaxed)
      defer { isMaking.store(false, ordering: .relaxed) }
      let isFirst = app.publication.latest == nil
      do {
        let made = try await thread.runIfActive { try self.make() }
        // The former analysis is served while the pages of the next are made; the first is served at once.
        if !isFirst { try await thread.runIfActive { self.open(made) } }
        app.publication.publish(made)
        app.log.note("analysis-published", [("fingerprint", app.publication.latest?.fingerprint ?? "")])
        app.metrics.add("skillminer_analyses_total{state=\"done\"}")
        if isFirst {
          onFirst()
          try await thread.runIfActive { self.open(made) }
        }
        // What the former analysis held.
        try await thread.runIfActive { FreedMemory.giveBack() }
      } catch {
        app.log.note("analysis-failed", [("failure", "\(error)")], isError: true)
        app.metrics.add("skillminer_analyses_total{state=\"failed\"}")
      }
    }
  }

  /// Another day judges registrations anew; a failed analysis is tried again. One that is being made is waited for: the
  /// first of a large store takes longer than a look.
  private func lookAtCalendar() {
    guard !isMaking.load(ordering: .relaxed) else { return }
    if app.publication.latest?.analysis.today != app.clock.today() { app.dataChanged.ring() }
  }

  private func make() throws -> Published {
    let store = app.store
    let today = app.clock.today()
    try app.furnish()
    let engine = try app.engine()
    let result = try Analysis(engine: engine, parameters: parameters).run(store, today: today)
    let published = try Published(
      analysis: result, engine: engine, store: store, made: app.clock.now(),
      outlines: app.settings.outlines)
    do {
      try published.warm()
    } catch {
      // Pages do without it; whoever asks for the table is told why there is none.
      app.log.note("signals-not-made", [("reason", "\(error)")])
    }
    return published
  }

  /// Opens the pages that count all offers: eight readers at once would each count a million. A page that cannot be
  /// opened keeps nothing from being published.
  private func open(_ published: Published) {
    do {
      try published.openPages()
    } catch {
      app.log.note("pages-not-opened", [("reason", "\(error)")], isError: true)
    }
  }
}
