public import Taxonomy

/// Brings offer files into a store: read, cleaned and redacted by the reader, placed, given an occupation, read for
/// mentions, kept. Memory does not grow with the file.
public struct OfferImporter {
  /// Records of one transaction.
  static let batch = 2000
  /// A batch of long texts is closed earlier (bytes).
  static let batchBytes = 16 << 20

  let store: Store
  let engine: ReadingEngine
  let reader: OfferReader
  let places: PlaceResolver
  let today: CalendarDate
  let defersReading: Bool
  let progress: IngestProgressHandler?

  /// - Parameters:
  ///   - store: opened for writing.
  ///   - engine: built from the release; it becomes the store's current one when it is not.
  ///   - places: resolves places to territories.
  ///   - today: the day beyond which creation dates lie in the future.
  ///   - source: feed name for records that do not say theirs.
  ///   - columns: for CSV, field → column name.
  ///   - format: the format files are read in; recognised by content when `nil`.
  ///   - defersReading: whether offers are kept now and read later, by `ReleaseInstaller.complete(_:)` or the next import
  ///     that does not defer; until then they count nowhere (`Store.unreadOffers()`).
  ///   - progress: called after each batch.
  public init(
    store: Store, engine: ReadingEngine, places: PlaceResolver, today: CalendarDate, source: String? = nil,
    columns: [String: String] = [:], format: OfferFormat.Name? = nil, defersReading: Bool = false,
    progress: IngestProgressHandler? = nil
  ) {
    self.defersReading = defersReading
    self.store = store
    self.engine = engine
    self.places = places
    self.today = today
    self.progress = progress
    reader = OfferReader(
      today: today, source: source, columns: columns, knownOccupations: engine.acceptedOccupations,
      format: format, frenchOnly: true)
  }

  /// Imports files in order, then compares all offers for near-duplicates once.
  ///
  /// - Parameter comparing: whether to compare them; who imports many small files compares once, with
  ///   `compareOffers(of:progress:)`.
  /// - Returns: one journal record a file; its state is `failed` when the file could not be read to its end.
  /// - Throws: `StoreError`, or what the progress callback throws. What was acknowledged before is kept.
  public func importFiles(_ paths: [String], comparing: Bool = true) throws -> [ImportRecord] {
    let installer = ReleaseInstaller(store: store, today: today, progress: progress)
    if defersReading { try installer.install(engine, import: nil) } else { try installer.catchUp(engine) }
    let records = try paths.map { try importFile($0) }
    if comparing, records.contains(where: { $0.counts.ingested > 0 }) {
      try Self.compareOffers(of: store, progress: progress)
    }
    return records
  }

  /// Compares all offers of a store for near-duplicates.
  public static func compareOffers(of store: Store, progress: IngestProgressHandler? = nil) throws {
    try ClusterUpdate(store: store, progress: progress).run()
  }

  private func importFile(_ path: String) throws -> ImportRecord {
    guard let extraction = try store.currentExtraction()?.id else {
      preconditionFailure("install(_:import:) leaves a current extraction")
    }
    let input = InputDigest(of: path)
    let id = try store.beginImport(
      .offers, file: path, digest: input.known, source: reader.source, today: today)
    input.follow { [store] in try store.keep(digest: $0, import: id) }
    let pool = defersReading ? nil : try ReadingPool(engine: engine, codec: store.codec)
    var batch = OfferBatch(
      store: store, pool: pool, places: places, importRow: id, extraction: extraction)
    let acknowledge: (ImportCounts) throws -> Void = { counts in
      try progress?(IngestProgress(phase: .importing, file: path, done: counts.read))
    }
    var failure: Finding?
    var findings: [Finding] = []
    do {
      let summary = try reader.read(path: path) { record in
        batch.append(record)
        guard batch.count >= Self.batch || batch.bytes >= Self.batchBytes else { return }
        try batch.flush(acknowledge)
      }
      findings = summary.findings
    } catch let error as ReadingError {
      // What came before the damage has been delivered and is good.
      failure = error.finding
    }
    try batch.flush(acknowledge)
    try batch.finish()
    try input.finish()
    try acknowledge(batch.counts)
    var told = ImportCounts()
    told.warnings = findings.count
    try store.journal(told, findings: findings, import: id)
    if let failure { return try store.closeFailed(id, failure) }
    return try store.closeFinished(id)
  }
}
