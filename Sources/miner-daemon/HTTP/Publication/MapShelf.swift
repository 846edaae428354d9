import SkillMiner
import Synchronization
import Taxonomy

/// The map offers are placed on. Making one reads every commune: it stays until territories are imported again.
final class MapShelf: Sendable {
  private struct Kept {
    let version: Int64?
    let places: PlaceResolver
  }
  private let state = Mutex<Kept?>(nil)

  /// The map of a store.
  func places(of store: Store) throws -> PlaceResolver {
    try state.withLock { kept in
      let version = try store.latestImport(.territories)
      if let kept, kept.version == version { return kept.places }
      let places = try Workshop.places(of: store)
      kept = Kept(version: version, places: places)
      return places
    }
  }
}
