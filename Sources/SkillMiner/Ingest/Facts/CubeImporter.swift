public import Taxonomy

/// Brings a cube that was made elsewhere into a store: what it counts is there, the texts are not.
public struct CubeImporter {
  let store: Store
  let engine: ReadingEngine
  let today: CalendarDate
  let progress: IngestProgressHandler?

  /// - Parameters:
  ///   - store: opened for writing.
  ///   - engine: built from the store's release and lexicon; it becomes the store's current one when it is not.
  ///   - today: the day written into the journal.
  ///   - progress: called after each ten thousand facts.
  public init(
    store: Store, engine: ReadingEngine, today: CalendarDate, progress: IngestProgressHandler? = nil
  ) {
    self.store = store
    self.engine = engine
    self.today = today
    self.progress = progress
  }

  /// What a cube must have been made with to fit a store.
  public static func identity(of store: Store, engine: ReadingEngine) throws -> CubeIdentity {
    CubeIdentity(
      program: Version.current, taxonomy: engine.release.digest, lexicon: engine.lexicon.digest,
      territories: try store.territoryDigest())
  }

  /// Imports a cube as a whole, or nothing of it.
  ///
  /// - Parameters:
  ///   - file: path, for the journal.
  ///   - open: reads what the cube says of itself.
  ///   - facts: hands each fact to the closure it is given, and what is worth saying about the cube.
  /// - Returns: the journal record (kind `offers`); `failed` when the cube cannot be used.
  /// - Throws: `StoreError`, or what the progress callback throws.
  public func importCube(
    file: String, open: () throws -> CubeIdentity, facts: ((OfferFact) throws -> Void) throws -> [Finding]
  ) throws -> ImportRecord {
    try ReleaseInstaller(store: store, today: today, progress: progress).install(engine, import: nil)
    guard let extraction = try store.currentExtraction()?.id else {
      preconditionFailure("install(_:import:) leaves a current extraction")
    }
    let id = try store.beginImport(.offers, file: file, digest: nil, today: today)
    do {
      try check(try open(), file: file)
      let (_, findings) = try store.ingest(facts: facts, import: id, extraction: extraction) { done in
        try progress?(IngestProgress(phase: .importing, file: file, done: done))
      }
      var told = ImportCounts()
      told.warnings = findings.count
      try store.journal(told, findings: findings, import: id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    } catch let error as MissingKeptOffer {
      return try store.closeFailed(
        id,
        Finding(
          severity: .failure, code: "CUBE-011", file: file,
          message:
            "l’offre \(error.key.identifier) (\(error.key.source)), gardée pour ses presque doublons, manque.",
          advice: "Relancez le calcul du cube\u{A0}; rien n’a été chargé."))
    }
    return try store.closeFinished(id)
  }

  private func check(_ cube: CubeIdentity, file: String) throws {
    let own = try Self.identity(of: store, engine: engine)
    func refuse(_ code: String, _ message: String, _ advice: String) throws -> Never {
      throw ReadingError(
        Finding(
          severity: .failure, code: code, file: file, message: message,
          advice: advice + " Rien n’a été chargé."))
    }
    if cube.program != own.program {
      try refuse(
        "CUBE-003",
        "le cube vient de la version \(cube.program.prefix(40)) du programme, ce magasin se lit avec la \(own.program).",
        "Refaites le cube avec la même version, ou mettez le programme à jour.")
    }
    if cube.taxonomy != own.taxonomy {
      try refuse(
        "CUBE-004", "le cube a été fait avec une autre version de la taxonomie que celle de ce magasin.",
        "Refaites le cube avec le lexique de ce magasin (miner-daemon lexicon freeze).")
    }
    if cube.lexicon != own.lexicon {
      try refuse(
        "CUBE-005", "le cube a été fait avec un autre lexique que celui de ce magasin.",
        "Refaites le cube avec le lexique de ce magasin (miner-daemon lexicon freeze).")
    }
    if cube.territories != own.territories {
      try refuse(
        "CUBE-006", "le cube a été fait avec une autre carte des territoires que celle de ce magasin.",
        "Refaites le cube avec le lexique de ce magasin (miner-daemon lexicon freeze).")
    }
  }
}
