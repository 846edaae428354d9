import Foundation
import GRDB
public import Taxonomy

extension Store {
  /// Warnings of one code that are kept in full for an import; further ones are only counted.
  static let findingsKeptPerCode = 100

  /// Opens a row of the journal. Imports left running by a program that died are marked as interrupted, and those
  /// of the same content as taken up again.
  public func beginImport(
    _ kind: ImportKind, file: String, digest: String?, source: String? = nil, today: CalendarDate
  ) throws -> Int64 {
    try write { db in
      // The writer's lock is held by this store: whoever wrote these rows is gone.
      try db.execute(sql: "UPDATE import SET state = 'interrupted' WHERE state = 'running'")
      if let digest {
        try db.execute(
          sql: "UPDATE import SET state = 'resumed' WHERE state = 'interrupted' AND kind = ? AND digest = ?",
          arguments: [kind.rawValue, digest])
      }
      try db.execute(
        sql:
          "INSERT INTO import (kind, file, digest, source, started, state) VALUES (?, ?, ?, ?, ?, 'running')",
        arguments: [kind.rawValue, file, digest, source, today.description])
      return db.lastInsertedRowID
    }
  }

  /// Keeps the digest of an input that was digested while it was read. Interrupted imports of the same content are taken
  /// up by this one.
  func keep(digest: String, import id: Int64) throws {
    try write { db in
      try db.execute(sql: "UPDATE import SET digest = ? WHERE id = ?", arguments: [digest, id])
      try db.execute(
        sql: """
          UPDATE import SET state = 'resumed' WHERE state = 'interrupted' AND digest = ?
            AND kind = (SELECT kind FROM import WHERE id = ?)
          """, arguments: [digest, id])
    }
  }

  /// Closes a row of the journal.
  ///
  /// - Parameter failure: why the input could not be read to its end, if so.
  public func endImport(_ id: Int64, failure: Finding? = nil) throws {
    try write { db in
      if let failure { try Self.insert([failure], import: id, db) }
      try db.execute(
        sql: "UPDATE import SET state = ? WHERE id = ?",
        arguments: [failure == nil ? "finished" : "failed", id])
    }
  }

  /// Adds records to an import whose data stands elsewhere (taxonomy, referential, territories).
  public func journal(
    _ counts: ImportCounts, quarantined: [QuarantinedRecord] = [], findings: [Finding] = [], import id: Int64
  ) throws {
    try write { db in
      for record in quarantined { try Self.insert(record, import: id, db) }
      try Self.insert(findings, import: id, db)
      try Self.add(counts, import: id, db)
    }
  }

  /// The journal, oldest first.
  public func imports() throws -> [ImportRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM import ORDER BY id").map { try self.record($0) }
    }
  }

  /// One row of the journal.
  public func importRecord(_ id: Int64) throws -> ImportRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM import WHERE id = ?", arguments: [id]).map {
        try self.record($0)
      }
    }
  }

  /// Row of the latest import of a kind; `nil` without one. What rests on such imports alone is as old as this row.
  public func latestImport(_ kind: ImportKind) throws -> Int64? {
    try read {
      try Int64.fetchOne($0, sql: "SELECT max(id) FROM import WHERE kind = ?", arguments: [kind.rawValue])
    }
  }

  /// Records set aside by an import, in the order they were read.
  public func quarantine(import id: Int64, limit: Int? = nil) throws -> [QuarantinedRecord] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM quarantine WHERE import = ? ORDER BY id LIMIT ?",
        arguments: [id, limit ?? -1])
      return rows.map {
        QuarantinedRecord(finding: Self.finding($0, severity: .record), raw: [UInt8]($0["raw"] as Data))
      }
    }
  }

  /// Warnings and failures of an import kept in full, in the order they were met.
  public func findings(import id: Int64, limit: Int? = nil) throws -> [Finding] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM finding WHERE import = ? ORDER BY id LIMIT ?", arguments: [id, limit ?? -1])
      return rows.map { Self.finding($0, severity: Finding.Severity(rawValue: $0["severity"]) ?? .warning) }
    }
  }

  /// How many findings of each code an import met, quarantined records included, by ascending code.
  public func findingCounts(import id: Int64) throws -> [(code: String, count: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT code, sum(count) FROM (
            SELECT code, count FROM finding_count WHERE import = :id
            UNION ALL SELECT code, count(*) FROM quarantine WHERE import = :id GROUP BY code)
          GROUP BY code ORDER BY code
          """, arguments: ["id": id]
      ).map { (code: $0[0], count: $0[1]) }
    }
  }

  static func add(_ counts: ImportCounts, import id: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE import SET read = read + ?, ingested = ingested + ?, duplicates = duplicates + ?,
          new_versions = new_versions + ?, quarantined = quarantined + ?, warnings = warnings + ? WHERE id = ?
        """
    ).execute(arguments: [
      counts.read, counts.ingested, counts.duplicates, counts.newVersions, counts.quarantined,
      counts.warnings,
      id,
    ])
  }

  static func insert(_ record: QuarantinedRecord, import id: Int64, _ db: Database) throws {
    let finding = record.finding
    try db.cachedStatement(
      sql: """
        INSERT INTO quarantine (import, file, line, code, message, advice, raw) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, finding.file, finding.line, finding.code, finding.message, finding.advice, Data(record.raw),
    ])
  }

  static func insert(_ findings: [Finding], import id: Int64, _ db: Database) throws {
    var tally = FindingTally(import: id)
    for finding in findings { try tally.add(finding, db) }
    try tally.flush(db)
  }

  private static func finding(_ row: Row, severity: Finding.Severity) -> Finding {
    Finding(
      severity: severity, code: row["code"], file: row["file"], line: row["line"], message: row["message"],
      advice: row["advice"])
  }

  private func record(_ row: Row) throws -> ImportRecord {
    var counts = ImportCounts()
    counts.ingested = row["ingested"]
    counts.duplicates = row["duplicates"]
    counts.quarantined = row["quarantined"]
    counts.newVersions = row["new_versions"]
    counts.warnings = row["warnings"]
    return ImportRecord(
      id: row["id"], kind: try decode(row, "kind") { ImportKind(rawValue: $0) }, file: row["file"],
      digest: row["digest"], source: row["source"], started: try decode(row, "started") { CalendarDate($0) },
      state: try decode(row, "state") { ImportRecord.State(rawValue: $0) }, counts: counts)
  }
}
