public import Taxonomy

/// Brings a taxonomy release into a store and reads every stored offer again with it.
public struct TaxonomyImporter {
  let store: Store
  let today: CalendarDate
  let overlays: Overlays
  let progress: IngestProgressHandler?

  /// Makes the value from its parts.
  public init(store: Store, overlays: Overlays, today: CalendarDate, progress: IngestProgressHandler? = nil) {
    self.store = store
    self.overlays = overlays
    self.today = today
    self.progress = progress
  }

  /// Imports a release of the ROME or of ESCO from a zip or a folder; which of them is seen in the files.
  ///
  /// ESCO is kept beside the ROME: offers are read with the ROME.
  ///
  /// - Returns: the journal record; `failed` when no release could be read, and then nothing else has changed.
  public func importPath(_ path: String) throws -> ImportRecord {
    let id = try store.beginImport(.taxonomy, file: path, digest: InputDigest.digest(path), today: today)
    do {
      // Standard input can be read once only, and is taken for the ROME.
      if path != "-", try TaxonomySource.detect(path: path) == .esco {
        return try importESCO(path, import: id)
      }
      let (release, findings) = try ROMEReader.read(path: path)
      return try keep(release, findings: findings, import: id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    }
  }

  /// Imports a release at hand, such as the embedded one.
  public func importRelease(_ release: TaxonomyRelease, file: String) throws -> ImportRecord {
    let id = try store.beginImport(.taxonomy, file: file, digest: release.digest, today: today)
    return try keep(release, findings: [], import: id)
  }

  private func importESCO(_ path: String, import id: Int64) throws -> ImportRecord {
    let (release, findings) = try ESCOReader.read(path: path)
    let isNew = try store.save(release, import: id)
    let concepts = release.skills.count + release.occupations.count + release.groups.count
    let items = concepts + release.broader.count + release.demands.count
    var counts = ImportCounts()
    if isNew { counts.ingested = items } else { counts.duplicates = items }
    counts.count(findings)
    try store.journal(counts, findings: findings, import: id)
    return try store.closeFinished(id)
  }

  private func keep(_ release: TaxonomyRelease, findings: [Finding], import id: Int64) throws -> ImportRecord
  {
    let isNew = try ReleaseInstaller(store: store, today: today, progress: progress)
      .install(try ReadingEngine(release: release, overlays: overlays), import: id)
    let items =
      release.occupations.count + release.appellations.count + release.competencies.count
      + release.links.count
      + release.mobility.count + release.sectors.count
    var counts = ImportCounts()
    if isNew { counts.ingested = items } else { counts.duplicates = items }
    counts.count(findings)
    try store.journal(counts, findings: findings, import: id)
    return try store.closeFinished(id)
  }
}
