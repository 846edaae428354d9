import NIOCore
import SkillMiner
import Synchronization

/// Tables of signals of one state of the store, kept as they are asked for.
final class SignalTables: Sendable {
  /// One table in all its forms.
  struct Table: Sendable {
    let result: SignalResult
    let rendering: Rendering
  }

  /// Tables kept; the one asked for longest ago goes first.
  static let limit = 128

  private struct State {
    var tables: [String: Table] = [:]
    var order: [String] = []
  }

  let store: Store
  private let engine: ReadingEngine
  private let state = Mutex(State())
  /// One table is made at a time: two requests for the same one wait for it rather than make it twice.
  private let making = Mutex(())

  init(store: Store, engine: ReadingEngine) {
    self.store = store
    self.engine = engine
  }

  /// The table of a request, made when it is not known. Takes its time: call off the event loops.
  ///
  /// - Throws: `ReadingError` when one of the windows holds no offer, or the scope is not known.
  func table(_ query: SignalQuery, for published: Published) throws -> Table {
    let key = query.key
    if let known = known(key) { return known }
    return try making.withLock { _ in
      if let known = known(key) { return known }
      let request = try query.request(store, release: engine.release)
      let pages = published.edition(for: query.disclosure).site.observatory
      let scope = try query.pageScope(request)
      let result = try SignalAnalysis(lexicon: engine.lexicon).run(FactsReading(pages), request) {
        family, isRecent in
        // Cells that the pages keep back are kept back here too.
        guard let scope else { return false }
        return pages.hides(
          family: family, in: scope.during(isRecent ? request.windows.recent : request.windows.reference))
      }
      let table = Table(
        result: result,
        rendering: Rendering(json: SignalsJSON.text(result), csv: SignalsCSV.text(result)))
      state.withLock { state in
        state.tables[key] = table
        state.order.append(key)
        if state.order.count > Self.limit { state.tables[state.order.removeFirst()] = nil }
      }
      return table
    }
  }

  /// The table of a request when it was made before; costs nothing.
  func known(_ key: String) -> Table? {
    state.withLock { state in
      guard let table = state.tables[key] else { return nil }
      if let place = state.order.firstIndex(of: key) {
        state.order.append(state.order.remove(at: place))
      }
      return table
    }
  }
}
