import NIOPosix
import SkillMiner
import Synchronization

/// What routes and jobs work with. Shared by all of them.
final class ServiceApp: Sendable {
  /// Threads that wait for the store, so that the event loops never do.
  static let threads = 4
  /// Requests that may wait for one of them.
  static let waiting = 256

  let store: Store
  let settings: ServiceSettings
  let clock: ServiceClock
  let log: ServiceLog
  /// Where files arrive; `nil` for a service that only reads.
  let spool: SpoolFolder?
  let metrics = ServiceMetrics()
  let rates: RateLimiter
  let requestIDs: RequestIDs
  let access: AccessControl
  /// The analysis that is served.
  let publication = Publication()
  /// Work in the background.
  let jobs = JobQueue()
  /// Rings when data have changed: a new analysis is due.
  let dataChanged = Bell()
  private let shelf = EngineShelf()
  private let map = MapShelf()
  private let furnishing = Mutex(())
  private let gate = WaitingRoom(places: ServiceApp.waiting)
  private let pool: NIOThreadPool

  init(store: Store, settings: ServiceSettings, clock: ServiceClock, log: ServiceLog, spool: SpoolFolder?) {
    self.store = store
    self.settings = settings
    self.clock = clock
    self.log = log
    self.spool = spool
    rates = RateLimiter(rate: settings.rate, burst: settings.burst)
    requestIDs = RequestIDs(start: clock.milliseconds())
    access = AccessControl(settings: settings)
    pool = NIOThreadPool(numberOfThreads: Self.threads)
    pool.start()
  }

  deinit { pool.shutdownGracefully { _ in } }

  /// Runs something that takes its time (reading or writing the store, rendering) off the event loops.
  ///
  /// - Throws: `Problem` `busy` when too many requests wait already, and what the body throws.
  func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    guard gate.enter() else {
      throw Problem(.busy, "Trop de demandes attendent. Réessayez dans un instant.", retryAfter: 2)
    }
    defer { gate.leave() }
    return try await pool.runIfActive(body)
  }

  /// Gives a store that lacks them the embedded taxonomy and map; whoever comes second waits and finds them there.
  func furnish() throws {
    guard store.access == .readWrite else { return }
    try furnishing.withLock { [store, clock] _ in
      _ = try EmbeddedImporter(store: store, overlays: try Overlays.of(store), today: clock.today()).furnish()
    }
  }

  /// The engine offers are read with. May take seconds: call off the event loops.
  func engine() throws -> ReadingEngine { try shelf.engine(of: store) }

  /// The map offers are placed on.
  func places() throws -> PlaceResolver { try map.places(of: store) }

  /// Has the next engine built anew: the lexicon has changed.
  func forgetEngine() { shelf.clear() }

  /// Whether the service may change its data.
  ///
  /// - Throws: `Problem` when it only reads.
  func requireWritable() throws -> SpoolFolder {
    guard let spool, store.access == .readWrite else {
      throw Problem(.conflict, "Ce service est en lecture seule.")
    }
    return spool
  }
}
