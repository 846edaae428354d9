import Foundation

/// Workers of one engine between two readings: who imports many small files does not make them anew for each. At most as
/// many as the machine has cores stay, and they go with their engine, that is, with its taxonomy and overlays.
final class IdleWorkers: @unchecked Sendable {
  private let lock = NSLock()
  private var idle: [Extractor.Worker] = []
  private let most = ProcessInfo.processInfo.activeProcessorCount

  /// Workers for a number of threads; whoever takes them is the only one to use them.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  func take(_ count: Int, from extractor: Extractor) throws -> [Extractor.Worker] {
    var taken = lock.withLock {
      let kept = Array(idle.suffix(count))
      idle.removeLast(kept.count)
      return kept
    }
    while taken.count < count { taken.append(try extractor.makeWorker()) }
    return taken
  }

  /// Keeps workers nobody uses any more.
  func giveBack(_ workers: [Extractor.Worker]) {
    lock.withLock { idle += workers.prefix(max(0, most - idle.count)) }
  }

  /// How many wait.
  var count: Int { lock.withLock { idle.count } }
}
