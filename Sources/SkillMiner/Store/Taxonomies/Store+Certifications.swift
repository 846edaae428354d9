import GRDB
public import Taxonomy

extension Store {
  /// Keeps certifications in one transaction with their share of the journal.
  ///
  /// A known code is completed by the new record; when that changes nothing it is a duplicate, else a new version.
  public func ingest(
    _ certifications: [Certification], findings: [Finding] = [], import id: Int64
  ) throws -> ImportCounts {
    try write { db in
      var counts = ImportCounts()
      try Self.insert(findings, import: id, db)
      counts.count(findings)
      for certification in certifications {
        let row = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT * FROM certification WHERE code = ?"),
          arguments: [certification.code.description])
        guard let row else {
          try self.insert(certification, row: nil, import: id, db)
          counts.ingested += 1
          continue
        }
        let known = try self.certification(row, db)
        let merged = known.merged(with: certification)
        if merged == known {
          counts.duplicates += 1
        } else {
          try self.insert(merged, row: row["id"], import: id, db)
          counts.ingested += 1
          counts.newVersions += 1
        }
      }
      try Self.add(counts, import: id, db)
      return counts
    }
  }

  /// Adds successors that newer certifications named after the older ones were kept; pairs that are known stay as they
  /// are.
  public func addSuccessors(_ pairs: [Succession]) throws {
    try write { db in
      for pair in pairs where pair.old != pair.new {
        try db.cachedStatement(
          sql: """
            INSERT INTO certification_item
            SELECT c.id, 'successor',
              coalesce((SELECT max(ordinal) + 1 FROM certification_item i
                WHERE i.certification = c.id AND i.role = 'successor'), 0), :new
            FROM certification c WHERE c.code = :old AND NOT EXISTS (
              SELECT 1 FROM certification_item i
              WHERE i.certification = c.id AND i.role = 'successor' AND i.value = :new)
            """
        ).execute(arguments: ["old": pair.old.description, "new": pair.new.description])
      }
    }
  }

  /// Every certification with its blocks, by ascending code.
  public func certifications() throws -> [Certification] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM certification").map { try self.certification($0, db) }
        .sorted { $0.code < $1.code }
    }
  }

  private func certification(_ row: Row, _ db: Database) throws -> Certification {
    let id: Int64 = row["id"]
    let itemRows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT role, value FROM certification_item WHERE certification = ? ORDER BY role, ordinal"),
      arguments: [id])
    var items: [String: [String]] = [:]
    for item in itemRows { items[item["role"], default: []].append(item["value"]) }
    func codes<Code>(_ role: String, _ read: (String) -> Code?) throws -> [Code] {
      try (items[role] ?? []).map { text in
        guard let code = read(text) else {
          throw StoreError.corrupt(path, detail: "certification \(row["code"] as String), \(role) \(text)")
        }
        return code
      }
    }
    return Certification(
      code: try decode(row, "code") { CertificationCode($0) }, title: row["title"],
      shortTitle: row["short_title"], level: row["level"], type: row["type"],
      expiry: try decodeOptional(row, "expiry") { CalendarDate($0) }, isActive: row["is_active"],
      occupations: try codes("occupation") { ROMECode($0) }, blocks: try blocks(of: id, db),
      context: row["context"], prerequisites: row["prerequisites"], formacodes: items["formacode"] ?? [],
      nsf: items["nsf"] ?? [], certifiers: items["certifier"] ?? [],
      successors: try codes("successor") { CertificationCode($0) })
  }

  private func blocks(of certification: Int64, _ db: Database) throws -> [CompetencyBlock] {
    let sentences = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT block, text FROM block_sentence WHERE certification = ? ORDER BY block, ordinal"),
      arguments: [certification])
    var texts: [Int: [String]] = [:]
    for sentence in sentences { texts[sentence["block"], default: []].append(sentence["text"]) }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT ordinal, code, title FROM block WHERE certification = ? ORDER BY ordinal"),
      arguments: [certification]
    ).map { CompetencyBlock(code: $0["code"], title: $0["title"], sentences: texts[$0["ordinal"]] ?? []) }
  }

  /// Inserts a certification, or rewrites the one of a row.
  private func insert(_ item: Certification, row: Int64?, import id: Int64, _ db: Database) throws {
    if let row {
      for table in ["block_sentence", "block", "certification_item"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE certification = ?").execute(arguments: [row])
      }
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO certification (id, code, title, short_title, level, type, expiry, is_active, context,
          prerequisites, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, short_title = excluded.short_title,
          level = excluded.level, type = excluded.type, expiry = excluded.expiry, is_active = excluded.is_active,
          context = excluded.context, prerequisites = excluded.prerequisites, import = excluded.import
        """
    ).execute(arguments: [
      row, item.code.description, item.title, item.shortTitle, item.level, item.type,
      item.expiry?.description,
      item.isActive, item.context, item.prerequisites, id,
    ])
    let row = row ?? db.lastInsertedRowID
    let lists: [(String, [String])] = [
      ("occupation", item.occupations.map(\.value)), ("formacode", item.formacodes), ("nsf", item.nsf),
      ("certifier", item.certifiers), ("successor", item.successors.map(\.description)),
    ]
    let insertItem = try db.cachedStatement(sql: "INSERT INTO certification_item VALUES (?, ?, ?, ?)")
    for (role, values) in lists {
      for (ordinal, value) in values.enumerated() {
        try insertItem.execute(arguments: [row, role, ordinal, value])
      }
    }
    let insertBlock = try db.cachedStatement(sql: "INSERT INTO block VALUES (?, ?, ?, ?)")
    let insertSentence = try db.cachedStatement(sql: "INSERT INTO block_sentence VALUES (?, ?, ?, ?)")
    for (ordinal, block) in item.blocks.enumerated() {
      try insertBlock.execute(arguments: [row, ordinal, block.code, block.title])
      for (place, sentence) in block.sentences.enumerated() {
        try insertSentence.execute(arguments: [row, ordinal, place, sentence])
      }
    }
  }
}
