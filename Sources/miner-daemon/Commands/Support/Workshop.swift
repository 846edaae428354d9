import SkillMiner
import Taxonomy

/// Puts together what commands need from a store, with the embedded data where the store has none.
enum Workshop {
  /// Gives an empty store the embedded taxonomy and map, and says so.
  static func furnish(_ store: Store, today: CalendarDate) throws {
    let importer = EmbeddedImporter(
      store: store, overlays: try Overlays.embedded(), today: today, progress: ProgressLine.show)
    for record in try importer.furnish() {
      let what = record.kind == .taxonomy ? "sans taxonomie" : "sans territoires"
      Console.message(
        "Magasin \(what)\u{A0}: les données embarquées sont utilisées ("
          + FrenchText.count(record.counts.read, "enregistrement", "enregistrements")
          + "). Un import les remplacera.")
    }
  }

  /// Reads with the store's taxonomy.
  static func engine(of store: Store) throws -> ReadingEngine {
    try ReadingEngine(release: try store.release(), overlays: try Overlays.embedded())
  }

  /// Reads with the taxonomy compiled into the program.
  static func embeddedEngine() throws -> ReadingEngine {
    try ReadingEngine(release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
  }

  /// Places offers on the store's map.
  static func places(of store: Store) throws -> PlaceResolver {
    PlaceResolver(gazetteer: try store.gazetteer())
  }
}
