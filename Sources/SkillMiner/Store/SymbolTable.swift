import GRDB
import Synchronization

/// Short texts that repeat millions of times (families, kinds, stances, origins), kept once in the table `symbol`.
///
/// The cache is filled inside transactions; a failed one may have numbered symbols that were never kept, so `Store`
/// forgets the cache then.
final class SymbolTable: Sendable {
  private struct Cache {
    var numbers: [String: Int64] = [:]
    var texts: [Int64: String] = [:]
  }
  private let cache = Mutex(Cache())

  /// The number of a text, given when it is new. Call inside a write transaction.
  func number(of text: String, _ db: Database) throws -> Int64 {
    if let known = cache.withLock({ $0.numbers[text] }) { return known }
    let find = try db.cachedStatement(sql: "SELECT id FROM symbol WHERE text = ?")
    let number: Int64
    if let stored = try Int64.fetchOne(find, arguments: [text]) {
      number = stored
    } else {
      try db.cachedStatement(sql: "INSERT INTO symbol (text) VALUES (?)").execute(arguments: [text])
      number = db.lastInsertedRowID
    }
    cache.withLock {
      $0.numbers[text] = number
      $0.texts[number] = text
    }
    return number
  }

  /// The number of a text when the store holds it.
  func existing(_ text: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM symbol WHERE text = ?"), arguments: [text])
  }

  /// The text of a number; `nil` when the store does not hold it.
  func text(of number: Int64, _ db: Database) throws -> String? {
    if let known = cache.withLock({ $0.texts[number] }) { return known }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM symbol WHERE id = ?"), arguments: [number])
    if let text { cache.withLock { $0.texts[number] = text } }
    return text
  }

  func forget() { cache.withLock { $0 = Cache() } }
}
