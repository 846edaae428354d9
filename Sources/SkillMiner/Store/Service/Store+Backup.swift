import Foundation
import GRDB

extension Store {
  /// Copies the store while it is used. The copy is complete and checked before it takes its name.
  ///
  /// - Parameters:
  ///   - target: file to write; one that is there is replaced.
  ///   - progress: called with pages copied and pages there are; an error it throws stops the copy.
  /// - Throws: `StoreError`.
  public func backup(to target: String, progress: (Int, Int) throws -> Void = { _, _ in }) throws {
    try withPool { try BackupFile.write($0, to: target, progress: progress) }
  }

  /// Puts a backup in the place of a store. The backup is checked first; the former store is kept beside it.
  ///
  /// A backup of an older version is restored as it is, and brought up to date when it is next opened for writing.
  ///
  /// - Returns: path the former store was kept under; `nil` when there was none.
  /// - Throws: `StoreError`: the backup is absent, foreign, newer or corrupt, or a program uses the store.
  public static func restore(_ backup: String, over path: String) throws -> String? {
    switch try StoreFile.inspect(backup) {
    case .absent: throw StoreError.absent(backup)
    case .empty: throw StoreError.foreign(backup)
    case .store(let version) where version > Schema.version: throw StoreError.newer(backup, version: version)
    case .store: break
    }
    let lock = try WriterLock(store: path)
    defer { withExtendedLifetime(lock) {} }
    let part = path + ".restauration"
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let source = try DatabaseQueue(path: backup, configuration: configuration)
      try BackupFile.write(source, to: part) { _, _ in }
      try source.close()
    } catch let error as DatabaseError {
      throw StoreError(error, path: backup)
    }
    let former = path + ".avant-restauration"
    var kept: String?
    for suffix in ["", "-wal", "-shm"] {
      try BackupFile.remove(former + suffix)
      if FileManager.default.fileExists(atPath: path + suffix) {
        try BackupFile.move(path + suffix, to: former + suffix)
        kept = former
      }
    }
    try BackupFile.move(part, to: path)
    return kept
  }
}

/// A copy of a store on its way to its name.
enum BackupFile {
  /// Copies a database, checks the copy and gives it its name: a power cut leaves the old file or the new one.
  static func write(
    _ source: some DatabaseReader, to target: String, progress: (Int, Int) throws -> Void
  ) throws {
    let part = target + ".part"
    try remove(part)
    do {
      let copy = try DatabaseQueue(path: part)
      try withoutActuallyEscaping(progress) { progress in
        try source.backup(to: copy, pagesPerStep: 4096) {
          try progress($0.completedPageCount, $0.totalPageCount)
        }
      }
      try copy.writeWithoutTransaction { db in
        // One file, without a log beside it.
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        let report = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
        guard report == ["ok"] else {
          throw StoreError.corrupt(target, detail: report.first ?? "integrity_check")
        }
      }
      try copy.close()
      try sync(part)
      try move(part, to: target)
    } catch {
      unlink(part)
      if let error = error as? DatabaseError { throw StoreError(error, path: target) }
      throw error
    }
  }

  /// Renames a file and makes the new name last.
  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw failure(target) }
    let folder = (target as NSString).deletingLastPathComponent
    try sync(folder.isEmpty ? "." : folder)
  }

  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
  }

  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> StoreError {
    switch errno {
    case ENOSPC, EDQUOT:
      StoreError(
        .full, path: path, message: "Le disque est plein.",
        advice: "Libérez de la place, puis relancez la même commande.")
    default:
      StoreError(
        .cannotOpen, path: path, message: "Ce fichier n’a pas pu être écrit ou mis en place.",
        advice: "Vérifiez que le dossier existe et que vous pouvez y écrire.")
    }
  }
}
