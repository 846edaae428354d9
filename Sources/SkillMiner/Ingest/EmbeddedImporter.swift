public import Taxonomy

/// Furnishes a store with the data compiled into the program, where it has none of its own.
public struct EmbeddedImporter {
  let store: Store
  let today: CalendarDate
  /// Read only where a taxonomy is missing: a service asks before each import.
  let overlays: () throws -> Overlays
  let progress: IngestProgressHandler?

  /// Makes the value from its parts.
  public init(
    store: Store, overlays: @autoclosure @escaping () throws -> Overlays, today: CalendarDate,
    progress: IngestProgressHandler? = nil
  ) {
    self.store = store
    self.overlays = overlays
    self.today = today
    self.progress = progress
  }

  /// Gives a store without taxonomy the embedded one, and a store without communes the embedded map.
  ///
  /// - Returns: a journal record for each thing that was missing.
  public func furnish() throws -> [ImportRecord] {
    var records: [ImportRecord] = []
    if try store.releaseIdentity() == nil {
      records.append(
        try TaxonomyImporter(store: store, overlays: try overlays(), today: today, progress: progress)
          .importRelease(try EmbeddedTaxonomy.release(), file: "taxonomie embarquée"))
    }
    if try !store.hasCommunes() {
      records.append(
        try TerritoryImporter(store: store, today: today)
          .importTables(try EmbeddedTaxonomy.territories(), file: "territoires embarqués"))
    }
    return records
  }

  /// Brings the embedded certifications in: those a store knows already are completed.
  public func importCertifications() throws -> ImportRecord {
    try ReferentialImporter(store: store, today: today)
      .importCertifications(try EmbeddedTaxonomy.certifications(), file: "certifications embarquées")
  }
}
