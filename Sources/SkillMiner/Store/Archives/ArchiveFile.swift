import Foundation
import GRDB
import Taxonomy

/// The file of an archive: the rows of its offers in tables of the same names and columns as in the store, which keeps
/// everything the numbers in them stand for.
enum ArchiveFile {
  /// Permanent `application_id`: "SkMa" in ASCII. An archive cannot be opened as a store.
  static let applicationID = 0x536B_4D61
  /// Databases SQLite attaches to one connection.
  static let most = 10

  /// Tables of offers with the column that names the offer; whoever deletes in this order meets no reference.
  static let tables: [(name: String, key: String)] = [
    ("offer_body", "offer"), ("offer_version", "offer"), ("offer_place", "offer"), ("offer_url", "offer"),
    ("offer_item", "offer"), ("offer_occupation", "offer"), ("mention_pack", "offer"), ("cube_fact", "offer"),
    ("cube_place", "offer"), ("offer", "id"),
  ]

  /// Path of an archive of a store.
  static func path(_ name: String, of store: String) -> String {
    let folder = (store as NSString).deletingLastPathComponent
    return folder.isEmpty ? name : folder + "/" + name
  }

  /// Paths of the archives of a store, in the order of their names, each of them checked.
  ///
  /// - Throws: `StoreError` when one is missing, or is not what the store parted with.
  static func verified(of store: String) throws -> [String] {
    let (records, reading) = try records(of: store)
    return try records.map { record in
      let path = path(record.name, of: store)
      guard FileManager.default.fileExists(atPath: path) else { throw missing(record, store) }
      let facts = try facts(path, store)
      guard facts["digest"] == record.digest, facts["schema"] == String(Schema.version) else {
        throw differs(
          record, store, "ce n’est pas le fichier que le magasin a mis à part, ou un autre schéma l’a écrit")
      }
      guard facts["reading"] == reading else {
        throw differs(record, store, "ses offres ont été lues avec un autre lexique que celles du magasin")
      }
      return path
    }
  }

  /// What a reading of offers is known by: mentions of one store and its archives are counted together only if they were
  /// read alike.
  static func reading(_ db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT e.id || ' ' || r.digest || ' ' || e.lexicon || ' ' || e.code_version
        FROM main.extraction e JOIN main.release r ON r.id = e.release WHERE e.state = 'current'
        """)
  }

  /// What an archive says of itself.
  static func facts(_ path: String, _ store: String) throws -> [String: String] {
    do {
      return try ReadOnlyFile.read(path) { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
          throw StoreError.foreign(path)
        }
        let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM archive_fact ORDER BY key")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  static func record(_ row: Row, _ store: String) throws -> ArchiveRecord {
    guard let first = CalendarDate(row["first"] as String), let last = CalendarDate(row["last"] as String),
      first <= last
    else { throw StoreError.corrupt(store, detail: "archive «\u{A0}\(row["name"] as String)\u{A0}»") }
    return ArchiveRecord(
      name: row["name"], digest: row["digest"], offers: row["offers"], window: first...last)
  }

  /// Archives a store knows, before anything is attached.
  private static func records(of store: String) throws -> ([ArchiveRecord], reading: String?) {
    try ReadOnlyFile.read(store) { db in
      guard try db.tableExists("archive") else { return ([], nil) }
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM archive ORDER BY name")
      return (try rows.map { try record($0, store) }, try reading(db))
    }
  }

  private static func missing(_ record: ArchiveRecord, _ store: String) -> StoreError {
    StoreError(
      .archiveMissing, path: store,
      message: "L’archive «\u{A0}\(record.name)\u{A0}» (\(record.offers) offres, du "
        + "\(record.window.lowerBound) au \(record.window.upperBound)) n’est pas dans le dossier du magasin.",
      advice: "Remettez ce fichier à côté du magasin\u{A0}: sans lui, les comptes seraient faux.")
  }

  private static func differs(_ record: ArchiveRecord, _ store: String, _ reason: String) -> StoreError {
    StoreError(
      .archiveDiffers, path: store,
      message: "L’archive «\u{A0}\(record.name)\u{A0}» ne va pas avec ce magasin\u{A0}: \(reason).",
      advice: "Remettez le bon fichier, ou ramenez l’archive dans le magasin\u{A0}: "
        + "«\u{A0}miner-daemon archive restore \(record.name)\u{A0}».")
  }
}
