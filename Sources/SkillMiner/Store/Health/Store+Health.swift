import GRDB

extension Store {
  /// Examines the store: file integrity, schema, taxonomy, the sums of the journal, unfinished imports.
  public func health() throws -> StoreHealth {
    let release = try releaseIdentity()
    return try read { db in
      var problems = try Self.integrity(db)
      if release == nil {
        problems.append(
          StoreHealth.Problem(
            code: "DOCTOR-003", message: "Aucune taxonomie n’est chargée.",
            advice: "Importez-en une\u{A0}: «\u{A0}miner-daemon import taxonomy CHEMIN\u{A0}»."))
      }
      problems += try Self.journalProblems(db)
      problems += try Self.unfinished(db)
      let unread = try Self.unreadOffers(db)
      if unread > 0 {
        problems.append(
          StoreHealth.Problem(
            code: "DOCTOR-006", message: "Offres gardées qui attendent d’être lues\u{A0}: \(unread).",
            advice:
              "Elles ne comptent encore nulle part\u{A0}; lisez-les\u{A0}: «\u{A0}miner-daemon offers read\u{A0}»."
          ))
      }
      let options = try String.fetchAll(db, sql: "PRAGMA compile_options")
      return StoreHealth(
        schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "?",
        hasFullText: options.contains("ENABLE_FTS5"),
        counts: try Self.countedTables.map { table in
          let count =
            table == "mention" ? "sum(mention_count(pack)) FROM mention_pack" : "count(*) FROM \(table)"
          return (table, try Int.fetchOne(db, sql: "SELECT \(count)") ?? 0)
        },
        release: release, problems: problems)
    }
  }

  private static let countedTables = [
    "occupation", "appellation", "competency", "competency_link", "certification", "block", "block_sentence",
    "commune", "territory", "source", "offer", "offer_version", "offer_place", "mention", "import",
    "quarantine",
  ]

  private static func integrity(_ db: Database) throws -> [StoreHealth.Problem] {
    let reports = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    let foreign = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map {
      "référence sans objet dans \($0[0] as String? ?? "?")"
    }
    return (reports + foreign).map {
      StoreHealth.Problem(
        code: "DOCTOR-001", message: "Intégrité\u{A0}: \($0).",
        advice: "Repartez d’une sauvegarde, ou réimportez les fichiers d’origine dans un magasin neuf.")
    }
  }

  /// The sums of each import against the rows it left, and of all imports against the offers kept.
  private static func journalProblems(_ db: Database) throws -> [StoreHealth.Problem] {
    let advice = "Réimportez les fichiers d’offres dans un magasin neuf et signalez ce message."
    var problems: [StoreHealth.Problem] = []
    let uneven = try Row.fetchAll(
      db,
      sql: """
        SELECT i.id, i.file, i.read, i.ingested, i.duplicates, i.quarantined,
          (SELECT count(*) FROM quarantine q WHERE q.import = i.id) AS rows
        FROM import i WHERE i.read <> i.ingested + i.duplicates + i.quarantined
          OR (i.kind = 'offers' AND i.quarantined <> rows) ORDER BY i.id
        """)
    for row in uneven {
      problems.append(
        StoreHealth.Problem(
          code: "DOCTOR-002",
          message:
            "Import \(row["id"] as Int64) (\(row["file"] as String))\u{A0}: lus \(row["read"] as Int) ≠ "
            + "intégrés \(row["ingested"] as Int) + doublons \(row["duplicates"] as Int) + "
            + "écartés \(row["quarantined"] as Int) (\(row["rows"] as Int) conservés).", advice: advice))
    }
    let texts = try Int.fetchOne(
      db, sql: "SELECT (SELECT count(*) FROM offer) + (SELECT count(*) FROM offer_version)")
    let journaled = try Int.fetchOne(
      db, sql: "SELECT coalesce(sum(ingested), 0) FROM import WHERE kind = 'offers'")
    if let texts, let journaled, texts != journaled {
      problems.append(
        StoreHealth.Problem(
          code: "DOCTOR-005",
          message:
            "Le journal compte \(journaled) textes d’offres intégrés, le magasin en contient \(texts).",
          advice: advice))
    }
    return problems
  }

  private static func unfinished(_ db: Database) throws -> [StoreHealth.Problem] {
    try Row.fetchAll(
      db, sql: "SELECT id, file, state FROM import WHERE state IN ('running', 'interrupted') ORDER BY id"
    ).map { row in
      let isRunning = (row["state"] as String) == "running"
      return StoreHealth.Problem(
        code: "DOCTOR-004",
        message: "Import \(row["id"] as Int64) (\(row["file"] as String))\u{A0}: "
          + (isRunning ? "en cours, ou interrompu." : "interrompu."),
        advice: "S’il n’est plus en cours, relancez-le\u{A0}: ce qui est acquis sera reconnu comme doublon.")
    }
  }
}
