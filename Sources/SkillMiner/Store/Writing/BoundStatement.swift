import Foundation
import GRDB
import GRDBSQLite

/// A statement whose values are bound one after the other, straight to SQLite, for what is written once an offer: the
/// arguments of GRDB box each value, which takes longer than the insertion itself. It is prepared once a connection, so two
/// of the same text are not to be bound at the same time.
struct BoundStatement {
  private let statement: Statement
  private let handle: SQLiteStatement
  private var place: CInt = 0

  /// - Parameter sql: one statement with `?` for each value.
  init(_ db: Database, sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Binds the next value.
  mutating func bind(_ number: Int64) {
    place += 1
    sqlite3_bind_int64(handle, place, number)
  }

  mutating func bind(_ number: Int?) {
    place += 1
    if let number {
      sqlite3_bind_int64(handle, place, Int64(number))
    } else {
      sqlite3_bind_null(handle, place)
    }
  }

  mutating func bind(_ number: Double?) {
    place += 1
    if let number { sqlite3_bind_double(handle, place, number) } else { sqlite3_bind_null(handle, place) }
  }

  mutating func bind(_ text: String?) {
    place += 1
    guard var text else {
      sqlite3_bind_null(handle, place)
      return
    }
    text.withUTF8 { bytes in
      // An empty text may have no address, and what has none is NULL to SQLite.
      guard let base = bytes.baseAddress else {
        sqlite3_bind_text(handle, place, "", 0, Self.copied)
        return
      }
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(handle, place, $0, CInt(bytes.count), Self.copied)
      }
    }
  }

  mutating func bind(bytes: some ContiguousBytes) {
    place += 1
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(handle, place, $0.baseAddress, CInt($0.count), Self.copied)
    }
  }

  /// Runs a statement that gives no rows; the next values are those of the next run.
  mutating func run() throws {
    defer { reset() }
    guard sqlite3_step(handle) == SQLITE_DONE else { throw failure }
  }

  /// Runs a query; whether it gives a row.
  mutating func isTrue() throws -> Bool {
    defer { reset() }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure
    }
  }

  private mutating func reset() {
    place = 0
    sqlite3_reset(handle)
  }

  private var failure: DatabaseError {
    let db = sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db)),
      message: String(cString: sqlite3_errmsg(db)),
      sql: statement.sql)
  }

  /// SQLITE_TRANSIENT: a macro Swift does not see. SQLite copies what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
