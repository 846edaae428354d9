import Foundation
import GRDB
import Taxonomy

extension Store {
  /// Archives this store has parted with, in the order of their names.
  public func archives() throws -> [ArchiveRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM main.archive ORDER BY name")
        .map { try ArchiveFile.record($0, self.path) }
    }
  }

  /// Moves the offers created in a year into a file of their own beside the store. They go on being counted: whoever
  /// opens the store reads its archives too.
  ///
  /// The file is complete and safe on the disk before anything leaves the store: killed on the way, the store is whole.
  ///
  /// - Parameter name: of the file; there must be none of this name.
  /// - Returns: what was archived; `nil` when no offer was created in this year.
  /// - Throws: `StoreError`.
  public func archive(year: Int, as name: String) throws -> ArchiveRecord? {
    let target = ArchiveFile.path(name, of: path)
    guard !FileManager.default.fileExists(atPath: target), try archives().count < ArchiveFile.most else {
      throw StoreError(
        .cannotOpen, path: path,
        message:
          "L’archive «\u{A0}\(name)\u{A0}» ne peut pas être écrite\u{A0}: un fichier porte ce nom, ou le "
          + "magasin a déjà \(ArchiveFile.most) archives.",
        advice: "Choisissez un autre nom, ou ramenez d’abord une archive dans le magasin.")
    }
    try requireAllRead()
    let part = target + ".part"
    try BackupFile.remove(part)
    guard let record = try write(year: year, to: part, as: name) else {
      try BackupFile.remove(part)
      return nil
    }
    try BackupFile.sync(part)
    try BackupFile.move(part, to: target)
    try write { db in
      try Self.select(year, db)
      for (table, key) in ArchiveFile.tables {
        try db.execute(sql: "DELETE FROM main.\(table) WHERE \(key) IN (SELECT id FROM temp.archived)")
      }
      try db.execute(
        sql: "INSERT INTO archive VALUES (?, ?, ?, ?, ?)",
        arguments: [
          record.name, record.digest, record.offers, record.window.lowerBound.description,
          record.window.upperBound.description,
        ])
      try db.execute(sql: "DROP TABLE temp.archived")
    }
    try writeWithoutTransaction { try $0.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);") }
    return record
  }

  /// Brings an archive back. What was read with another lexicon than the store's is left out: those offers are read
  /// again by `ReleaseInstaller`.
  ///
  /// - Returns: whether its offers have to be read again.
  /// - Throws: `StoreError` when the store knows no such archive or the file is another one.
  public func restoreArchive(_ name: String) throws -> Bool {
    let target = ArchiveFile.path(name, of: path)
    guard let record = try archives().first(where: { $0.name == name }),
      FileManager.default.fileExists(atPath: target),
      try ArchiveFile.facts(target, path)["digest"] == record.digest
    else {
      throw StoreError(
        .archiveMissing, path: path,
        message: "Le magasin n’a pas d’archive «\u{A0}\(name)\u{A0}», ou son fichier n’est pas le bon.",
        advice: "«\u{A0}miner-daemon archive list\u{A0}» montre celles qu’il a.")
    }
    let isAlike = try withArchive(target) { db in
      let reading = try String.fetchOne(
        db, sql: "SELECT value FROM archive.archive_fact WHERE key = 'reading'")
      let isAlike = try reading == ArchiveFile.reading(db)
      let ofReading: Set = ["offer_occupation", "mention_pack", "cube_fact"]
      try db.inTransaction {
        for (table, _) in ArchiveFile.tables.reversed() where isAlike || !ofReading.contains(table) {
          let columns = try db.columnList(of: table, in: "archive")
          try db.execute(
            sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM archive.\(table)")
        }
        try db.execute(sql: "DELETE FROM main.archive WHERE name = ?", arguments: [name])
        return .commit
      }
      return isAlike
    }
    try BackupFile.remove(target)
    return !isAlike
  }

  /// Runs a body with a file attached for writing as `archive`.
  private func withArchive<T>(_ file: String, _ body: (Database) throws -> T) throws -> T {
    try writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH DATABASE ? AS archive", arguments: [file])
      let outcome = Result { try body(db) }
      try db.execute(sql: "DETACH DATABASE archive")
      return try outcome.get()
    }
  }

  /// Copies the offers of a year into a new file.
  private func write(year: Int, to part: String, as name: String) throws -> ArchiveRecord? {
    try withArchive(part) { db in
      var record: ArchiveRecord?
      try db.inTransaction {
        try Self.select(year, db)
        for (table, key) in ArchiveFile.tables.reversed() {
          try Self.makeTable(table, db)
          try db.execute(
            sql: """
              INSERT INTO archive.\(table) SELECT * FROM main.\(table)
              WHERE \(key) IN (SELECT id FROM temp.archived) ORDER BY \(key)
              """)
        }
        record = try self.describe(name, db)
        try db.execute(sql: "DROP TABLE temp.archived")
        return record == nil ? .rollback : .commit
      }
      return record
    }
  }

  private static func select(_ year: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.archived;
        CREATE TEMP TABLE archived (id INTEGER PRIMARY KEY);
        INSERT INTO temp.archived SELECT id FROM main.offer WHERE substr(created, 1, 4) = '\(year)' ORDER BY id;
        """)
  }

  /// The table of the store and its indexes, without references: what they lead to stays in the store.
  private static func makeTable(_ table: String, _ db: Database) throws {
    let statements = try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM main.sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL
        ORDER BY type DESC, name
        """, arguments: [table])
    for statement in statements {
      try db.execute(
        sql: statement.replacing(/\s+REFERENCES\s+\w+\s*\([^)]*\)/, with: "")
          .replacing(#/^CREATE (UNIQUE INDEX|INDEX|TABLE) /#) { "CREATE \($0.output.1) archive." })
    }
  }

  /// Writes what the archive is, and says it.
  private func describe(_ name: String, _ db: Database) throws -> ArchiveRecord? {
    let reading = try ArchiveFile.reading(db) ?? ""
    var hash = SHA256()
    hash.update(reading + "\u{1E}")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.name, o.identifier, hex(o.fingerprint), o.created FROM archive.offer o
        JOIN main.source s ON s.id = o.source ORDER BY s.name, o.identifier
        """)
    var count = 0
    while let row = try rows.next() {
      for column in 0..<4 { hash.update((row[column] as String? ?? "") + "\u{1F}") }
      count += 1
    }
    guard count > 0,
      let days = try Row.fetchOne(db, sql: "SELECT min(created), max(created) FROM archive.offer"),
      let first = CalendarDate(days[0] as String), let last = CalendarDate(days[1] as String)
    else { return nil }
    let record = ArchiveRecord(name: name, digest: hash.finish(), offers: count, window: first...last)
    try db.execute(
      sql: """
        PRAGMA archive.application_id = \(ArchiveFile.applicationID);
        CREATE TABLE archive.archive_fact (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """)
    let facts = [("digest", record.digest), ("reading", reading), ("schema", String(Schema.version))]
    for (key, value) in facts {
      try db.execute(sql: "INSERT INTO archive.archive_fact VALUES (?, ?)", arguments: [key, value])
    }
    return record
  }
}
