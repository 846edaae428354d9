import SkillMiner
import Taxonomy

/// Puts together what commands need from a store, with the embedded data where the store has none.
enum Workshop {
  /// Gives an empty store the embedded taxonomy and map, and says so.
  static func furnish(_ store: Store, today: CalendarDate) throws {
    let importer = EmbeddedImporter(
      store: store, overlays: try Overlays.of(store), today: today, progress: ProgressLine.show)
    for record in try importer.furnish() {
      let what = record.kind == .taxonomy ? "sans taxonomie" : "sans territoires"
      Console.message(
        "Magasin \(what)\u{A0}: les données embarquées sont utilisées ("
          + FrenchWords.count(record.counts.read, "enregistrement", "enregistrements")
          + "). Un import les remplacera.")
    }
  }

  /// Reads with the store's taxonomy and lexicon.
  static func engine(of store: Store) throws -> ReadingEngine {
    try warnOfStaleVectors(in: store)
    return try ReadingEngine(release: try store.release(), overlays: try Overlays.of(store))
  }

  /// Taxonomy and overlays of a store, or those of the program.
  static func sources(store path: String?) throws -> (release: TaxonomyRelease, overlays: Overlays) {
    guard let path else { return (try EmbeddedTaxonomy.release(), try Overlays.embedded()) }
    let store = try Store(path: path, access: .readOnly)
    try warnOfStaleVectors(in: store)
    return (try store.release(), try Overlays.of(store))
  }

  /// Trained vectors that the store's release cannot use; `nil` when there are none.
  static func staleVectors(in store: Store) throws -> Finding? {
    guard let origin = try store.trainedVectorsOrigin(), let release = try store.releaseIdentity(),
      release.digest != origin.release
    else { return nil }
    return VectorFindings.stale(origin, release: release.name)
  }

  /// Says that trained vectors are not used.
  static func warnOfStaleVectors(in store: Store) throws {
    if let finding = try staleVectors(in: store) { Console.message(finding.description) }
  }

  /// Reads with a store's taxonomy and lexicon, or the program's, and the accepted forms of decisions that are tried.
  static func engine(store path: String?, lexicon decisions: String?) throws -> ReadingEngine {
    var (release, overlays) = try sources(store: path)
    if let decisions {
      var findings: [Finding] = []
      overlays.add(
        LearnedForms(
          decisions: try LexiconDecisions(existing: decisions), release: release, findings: &findings))
      for finding in findings { Console.message(finding.description) }
    }
    return try ReadingEngine(release: release, overlays: overlays)
  }

  /// Reads with the taxonomy compiled into the program.
  static func embeddedEngine() throws -> ReadingEngine {
    try ReadingEngine(release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
  }

  /// Reads observations of the field against a store's map.
  static func fieldReader(of store: Store, engine: ReadingEngine) throws -> FieldSignalReader {
    try FieldSignalReader(
      extractor: engine.extractor, territories: try store.territories(), communes: try store.communes())
  }

  /// Places offers on the store's map.
  static func places(of store: Store) throws -> PlaceResolver {
    PlaceResolver(gazetteer: try store.gazetteer())
  }
}
