import Foundation
import GRDB

/// Everything kept between two commands, in one SQLite file: the only door to it.
///
/// A store is shared by all threads. Readers see a consistent snapshot while a writer works; one program at a time
/// writes. Every error is a `StoreError`.
public final class Store: Sendable {
  /// How a store is opened.
  public enum Access: Sendable {
    /// Creates the file when it is absent and brings an older one up to date. Refused while another program writes.
    case readWrite
    /// Changes nothing; refused when the file is absent.
    case readOnly
    /// Small changes beside a program that writes, such as a new token; refused when the file is absent.
    case shared
  }

  /// Path as it was given.
  public let path: String
  /// How it was opened.
  public let access: Access
  private let pool: DatabasePool
  private let lock: WriterLock?
  let symbols: SymbolTable
  let itemNumbers = NumberCache<ItemKey>()
  let territoryNumbers = NumberCache<CubeScope.TerritoryKey>()
  let employerNumbers = NumberCache<String>()
  let codec: TextCodec
  /// Whether reading includes archives.
  let hasArchives: Bool

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: file of the store.
  ///   - access: whether it may be created and changed.
  ///   - withArchives: whether what is read includes the archives of the store; without them counts are not those of
  ///     all offers.
  /// - Throws: `StoreError`: absent, foreign, newer, older (read-only access), corrupt, read-only, full, busy.
  public convenience init(path: String, access: Access, withArchives: Bool = true) throws {
    try self.init(path: path, access: access, pageLimit: nil, withArchives: withArchives)
  }

  /// - Parameter pageLimit: largest size of the file in pages: what a full disk looks like to SQLite.
  init(path: String, access: Access, pageLimit: Int?, withArchives: Bool = true) throws {
    self.path = path
    self.access = access
    symbols = SymbolTable()
    let codec = TextCodec(load: { try Self.dictionary($0, path: path) })
    self.codec = codec
    let file = try StoreFile.inspect(path)
    try Self.check(file, path: path, access: access)
    var archives: [String] = []
    if withArchives, case .store = file { archives = try ArchiveFile.verified(of: path) }
    hasArchives = !archives.isEmpty
    lock = access == .readWrite ? try WriterLock(store: path) : nil
    do {
      pool = try DatabasePool(
        path: path, configuration: Self.configuration(access, pageLimit, codec, archives))
      if access == .readWrite {
        if case .store(let version) = file, version < Schema.version {
          // The way back, should the new version disappoint.
          try BackupFile.write(pool, to: "\(path).schema-\(version)") { _, _ in }
        }
        try Schema.migrator.migrate(pool)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Lends the connections to what no single one of them can do.
  func withPool<T>(_ body: (DatabasePool) throws -> T) throws -> T {
    do { return try body(pool) } catch let error as DatabaseError { throw StoreError(error, path: path) }
  }

  /// Runs a body on a consistent snapshot.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do { return try pool.read(body) } catch let error as DatabaseError { throw StoreError(error, path: path) }
  }

  /// Runs a body in one transaction: all of it is kept, or nothing.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try pool.write(body)
    } catch let error as DatabaseError {
      forgetNumbers()
      throw StoreError(error, path: path)
    } catch {
      forgetNumbers()
      throw error
    }
  }

  /// Numbers that a failed transaction gave were never kept.
  private func forgetNumbers() {
    symbols.forget()
    itemNumbers.forget()
    territoryNumbers.forget()
    employerNumbers.forget()
  }

  /// The text of a packed description.
  func unpack(_ frame: Data) throws -> String {
    do { return try codec.unpack(frame) } catch is TextCodecError {
      throw StoreError.corrupt(path, detail: "texte compressé illisible")
    }
  }

  /// A dictionary another connection, maybe another program, has written.
  private static func dictionary(_ number: UInt32, path: String) throws -> [UInt8]? {
    try ReadOnlyFile.read(path) { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM text_dictionary WHERE id = ?", arguments: [number])
        .map { [UInt8]($0) }
    }
  }

  /// Runs a body that manages its own transactions (pragmas, checkpoints).
  func writeWithoutTransaction<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try pool.writeWithoutTransaction(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private static func check(_ file: StoreFile, path: String, access: Access) throws {
    switch (file, access) {
    case (.absent, .readOnly), (.absent, .shared): throw StoreError.absent(path)
    case (.empty, .readOnly), (.empty, .shared): throw StoreError.foreign(path)
    case (.absent, .readWrite), (.empty, .readWrite): return
    case (.store(let version), _) where version > Schema.version:
      throw StoreError.newer(path, version: version)
    case (.store(let version), .readOnly) where version < Schema.version,
      (.store(let version), .shared) where version < Schema.version:
      throw StoreError(
        .older, path: path,
        message: "Ce magasin vient d’une version plus ancienne du programme "
          + "(schéma \(version), attendu\u{A0}: \(Schema.version)).",
        advice: "Lancez une commande «\u{A0}import\u{A0}» sur ce magasin pour le mettre à jour.")
    case (.store, _): return
    }
  }

  private static func configuration(
    _ access: Access, _ pageLimit: Int?, _ codec: TextCodec, _ archives: [String]
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    // Beside a program that writes, one of its batches is waited for.
    configuration.busyMode = .timeout(access == .shared ? 60 : 5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // The size of pages counts for a store that is about to be made: packed texts fill larger ones better.
      if access == .readWrite, pageLimit == nil { try db.execute(sql: "PRAGMA page_size = 8192") }
      // FULL: an acknowledged batch survives a power cut; one sync per batch of thousands costs nothing. A long log
      // writes pages that many batches touch to the store once.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = 8000;
          """)
      PackingFunctions.add(to: db, codec: codec)
      // The connection that writes sees the store alone.
      if db.configuration.readonly { try ArchiveViews.add(to: db, archives: archives) }
      if let pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    return configuration
  }
}
