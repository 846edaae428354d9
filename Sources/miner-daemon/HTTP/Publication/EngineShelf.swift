import SkillMiner
import Synchronization
import Taxonomy

/// The engine offers are read with. Building one takes seconds: it stays as long as it fits the store.
final class EngineShelf: Sendable {
  private let state = Mutex<ReadingEngine?>(nil)

  /// The engine of a store, built when the one at hand was made for another taxonomy or lexicon.
  func engine(of store: Store) throws -> ReadingEngine {
    try state.withLock { engine in
      if let engine, try store.currentExtraction()?.lexicon == engine.lexicon.digest,
        try store.releaseIdentity()?.digest == engine.release.digest
      {
        return engine
      }
      let built = try Workshop.engine(of: store)
      engine = built
      return built
    }
  }

  /// The next engine is built anew.
  func clear() { state.withLock { $0 = nil } }
}
