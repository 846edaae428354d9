import SkillMiner
import Taxonomy

/// Puts together what commands need from a store, with the embedded data where the store has none.
enum Workshop {
  /// Reads with the store's taxonomy.
  static func engine(of store: Store) throws -> ReadingEngine {
    try ReadingEngine(release: try store.release(), overlays: try Overlays.embedded())
  }

  /// Reads with the taxonomy compiled into the program.
  static func embeddedEngine() throws -> ReadingEngine {
    throw CommandFailure("Pas encore de taxonomie embarquée.")
  }

  /// Places offers on the store's map.
  static func places(of store: Store) throws -> PlaceResolver {
    PlaceResolver(gazetteer: try store.gazetteer())
  }
}
