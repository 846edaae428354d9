import SkillMiner
import Taxonomy

/// Puts together what commands need from a store, with the embedded data where the store has none.
enum Workshop {
  /// Reads with the store's taxonomy.
  static func engine(of store: Store) throws -> ReadingEngine {
    try ReadingEngine(release: try store.release(), overlays: try Overlays.embedded())
  }

  static func places(of store: Store) throws -> PlaceResolver { .none }
}
