import SkillMiner

/// Brings a file of offers into the store of the service: what an upload, the spool folder and the connector share.
struct OfferIntake {
  let app: ServiceApp
  /// Feed name for offers that do not say theirs.
  var source: String?
  /// Format of offers; recognised by content when absent.
  var format: OfferFormat.Name?
  /// Columns of a CSV by field.
  var columns: [String: String] = [:]
  let progress: IngestProgressHandler

  /// Imports a file; its comparison with the other offers is queued.
  ///
  /// - Returns: the journal of the file.
  func run(_ file: String) throws -> [ImportRecord] {
    try app.furnish()
    let importer = OfferImporter(
      store: app.store, engine: try app.engine(), places: try app.places(), today: app.clock.today(),
      source: source, columns: columns, format: format, progress: progress)
    let turn = NearDuplicateTurn(app: app)
    try turn.owe()
    let records = try importer.importFiles([file], comparing: false)
    try turn.schedule()
    return records
  }
}
