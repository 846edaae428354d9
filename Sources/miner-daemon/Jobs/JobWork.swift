import SkillMiner
import Taxonomy

/// Does one job, on a thread of its own.
struct JobWork {
  let app: ServiceApp
  let job: JobRecord

  /// - Returns: what came of it, as a JSON object.
  /// - Throws: `JobStopped`, `JobFailure`, `StoreError`, `ReadingError`.
  func run() throws -> String {
    guard let kind = JobKind(rawValue: job.kind) else {
      throw JobFailure("Ce travail est inconnu de cette version du programme.")
    }
    let parameters = try JobParameters(text: job.parameters)
    switch kind {
    case .offers: return try importOffers(parameters)
    case .taxonomy:
      let importer = TaxonomyImporter(
        store: app.store, overlays: try Overlays.of(app.store), today: app.clock.today(), progress: report)
      return try outcome([try importer.importPath(try path(parameters))])
    case .referential:
      let importer = ReferentialImporter(store: app.store, today: app.clock.today())
      return try outcome(try importer.importFiles([try path(parameters)]))
    case .territories:
      let importer = TerritoryImporter(store: app.store, today: app.clock.today())
      return try outcome([try importer.importFiles([try path(parameters)])])
    case .nearDuplicates: return try NearDuplicateTurn(app: app).compare(report)
    case .franceTravail: return try FranceTravailPull(app: app, report: tell).run()
    case .lexiconApply:
      return try LexiconDesk(app: app).apply(report: report)
    case .lexiconLearn: return try LexiconDesk(app: app).learn()
    case .lexiconTerms: return try LexiconDesk(app: app).findTerms()
    case .regionalAnalysis: return try RegionalDesk(app: app).analyse(parameters, tell)
    case .portfolioDraw: return try RegionalDesk(app: app).draw(parameters, job, tell)
    case .export: return try ExportWriter(app: app, report: tell).write(parameters, job: job.id)
    case .backup: return try BackupRotation(app: app).make(tell)
    }
  }

  private func importOffers(_ parameters: JobParameters) throws -> String {
    let intake = OfferIntake(
      app: app, source: parameters.source,
      format: parameters.format.flatMap { OfferFormat.Name(rawValue: $0) },
      columns: parameters.columns ?? [:], progress: report)
    return try outcome(try intake.run(try path(parameters)))
  }

  private func path(_ parameters: JobParameters) throws -> String {
    guard let file = parameters.file, let path = app.spool?.work(file), Console.exists(path) else {
      throw JobFailure("Le fichier de ce travail n’est plus là. Envoyez-le de nouveau.")
    }
    return path
  }

  private func report(_ progress: IngestProgress) throws {
    try tell(progress.phase.rawValue, progress.done, progress.total)
  }

  private func tell(_ phase: String, _ done: Int, _ total: Int?) throws {
    try app.jobs.board.report(job.id, JobBoard.Progress(phase: phase, done: done, total: total))
  }

  /// The journal of the job. A file that could not be read to its end fails the job (what was good in it is kept), and so
  /// does one of which every record was set aside.
  private func outcome(_ records: [ImportRecord]) throws -> String {
    let result = try ImportOutcome(store: app.store, records: records)
    if let failure = result.failure ?? result.nothingKept { throw JobFailure(failure, result: result.json) }
    return result.json
  }
}
