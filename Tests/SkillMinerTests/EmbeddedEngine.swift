import Taxonomy

@testable import SkillMiner

/// The engine of the embedded taxonomy, built once for all tests.
enum EmbeddedEngine {
  static let shared = Result {
    try ReadingEngine(release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
  }
}
