import Foundation
import GRDB

/// What stands at a path, looked at before anything could be changed there.
enum StoreFile: Equatable {
  case absent
  case empty
  /// A store of ours with its schema version.
  case store(version: Int)

  /// Permanent `application_id` of our files: "SkMi" in ASCII.
  static let applicationID = 0x536B_4D69

  /// - Throws: `StoreError` when the file is foreign, corrupt or cannot be read.
  static func inspect(_ path: String) throws -> StoreFile {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return .absent }
    guard !isDirectory.boolValue else { throw StoreError.foreign(path) }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if (attributes?[.size] as? Int) == 0 { return .empty }

    do {
      return try ReadOnlyFile.read(path) { db in
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if id == applicationID { return .store(version: version) }
        // A kill between the creation of the file and the first commit leaves a database without anything in it.
        let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if id == 0, version == 0, objects == 0 { return .empty }
        throw StoreError.foreign(path)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
