import GRDB
public import Taxonomy

/// A reading of the offers with one lexicon.
public struct ExtractionRecord: Hashable, Sendable {
  /// Row in the store.
  public let id: Int64
  /// Row of the release it was made with.
  public let release: Int64
  /// Digest of the lexicon it was made with.
  public let lexicon: String
  /// Version of the code that made it.
  public let codeVersion: String
}

extension Store {
  /// The extraction whose mentions count; `nil` in a store without taxonomy.
  public func currentExtraction() throws -> ExtractionRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM extraction WHERE state = 'current'").map {
        ExtractionRecord(
          id: $0["id"], release: $0["release"], lexicon: $0["lexicon"], codeVersion: $0["code_version"])
      }
    }
  }

  /// Opens a new extraction beside the current one. What a killed one left behind is removed.
  public func beginExtraction(release: Int64, lexicon: String, today: CalendarDate) throws -> Int64 {
    try removeDeadExtractions()
    return try write { db in
      try db.execute(
        sql: """
          INSERT INTO extraction (release, lexicon, code_version, started, state)
          VALUES (?, ?, ?, ?, 'building')
          """, arguments: [release, lexicon, Version.current, today.description])
      return db.lastInsertedRowID
    }
  }

  /// The extraction of the same release, lexicon and code that a killed program left unfinished, or a new one.
  func takeUpExtraction(release: Int64, lexicon: String, today: CalendarDate) throws -> Int64 {
    let unfinished = try read {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT id FROM extraction
          WHERE state = 'building' AND release = ? AND lexicon = ? AND code_version = ? ORDER BY id DESC
          """, arguments: [release, lexicon, Version.current])
    }
    return try unfinished ?? beginExtraction(release: release, lexicon: lexicon, today: today)
  }

  /// Offers an extraction has read so far.
  func offersRead(in extraction: Int64) throws -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT count(*) FROM main.cube_fact WHERE extraction = ?", arguments: [extraction]) ?? 0
    }
  }

  /// Keeps what was read in a batch of stored offers.
  public func write(_ readings: [OfferReading], extraction: Int64) throws {
    try write { db in
      let current = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
      let done = try db.cachedStatement(sql: "DELETE FROM offer_unread WHERE offer = ?")
      for reading in readings {
        if extraction == current { try done.execute(arguments: [reading.offer]) }
        try insert(reading.occupations, offer: reading.offer, extraction: extraction, db)
        try insert(reading.mentions, offer: reading.offer, extraction: extraction, db)
        try CubeWriter.insertFact(
          offer: reading.offer, extraction: extraction, occupations: reading.occupations,
          mentions: reading.mentions, self, db)
      }
    }
  }

  /// Makes an extraction the current one, in one transaction; the mentions of the former one are removed after.
  /// Call `carryPurged(into:)` before: what cannot be read again would be lost with the former one.
  public func switchTo(extraction: Int64) throws {
    try write { db in
      try db.execute(sql: "UPDATE extraction SET state = 'retired' WHERE state = 'current'")
      try db.execute(sql: "UPDATE extraction SET state = 'current' WHERE id = ?", arguments: [extraction])
      try db.execute(
        sql: "DELETE FROM offer_unread WHERE offer IN (SELECT offer FROM cube_fact WHERE extraction = ?)",
        arguments: [extraction])
    }
    try removeDeadExtractions()
  }

  /// A batch of stored offers as the extractor needs them, in row order.
  ///
  /// - Parameters:
  ///   - after: row of the last offer of the batch before; 0 to start.
  ///   - unlessIn: an extraction whose offers are left out; what it read is whole, batch by batch.
  public func offersToRead(
    after: Int64, limit: Int, unlessIn extraction: Int64? = nil
  ) throws -> [OfferToRead] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, t.title, t.description, o.occupation_declared, o.occupation_label, o.appellation
          FROM main.offer o JOIN main.offer_text t ON t.offer = o.id WHERE o.id > ?
            AND NOT EXISTS (SELECT 1 FROM main.cube_fact f WHERE f.extraction = ? AND f.offer = o.id)
          ORDER BY o.id LIMIT ?
          """, arguments: [after, extraction ?? -1, limit]
      ).map {
        OfferToRead(
          offer: $0["id"], title: $0["title"], description: $0["description"],
          occupation: try decodeOptional($0, "occupation_declared") { ROMECode($0) },
          occupationLabel: $0["occupation_label"], appellation: $0["appellation"])
      }
    }
  }

  private func removeDeadExtractions() throws {
    let dead = try read {
      try Int64.fetchAll($0, sql: "SELECT id FROM extraction WHERE state <> 'current' ORDER BY id")
    }
    for id in dead {
      try write { db in
        try db.execute(sql: "DELETE FROM mention_pack WHERE extraction = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM offer_occupation WHERE extraction = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM cube_fact WHERE extraction = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM extraction WHERE id = ?", arguments: [id])
      }
    }
  }

  func insert(_ occupations: [OfferOccupation], offer: Int64, extraction: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO offer_occupation VALUES (?, ?, ?, ?, ?)")
    for (rank, occupation) in occupations.enumerated() {
      try statement.execute(arguments: [
        extraction, offer, rank, occupation.code.value, occupation.origin.rawValue,
      ])
    }
  }
}
