import GRDB
public import Taxonomy

extension Store {
  /// A setting of this store; `nil` when it was never given.
  public func setting(_ key: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key]) }
  }

  /// Keeps a setting, or removes it when `value` is `nil`.
  public func set(_ key: String, to value: String?) throws {
    try write { try Self.set(key, to: value, $0) }
  }

  static func set(_ key: String, to value: String?, _ db: Database) throws {
    if let value {
      try db.execute(
        sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    } else {
      try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key])
    }
  }

  /// Remembers that an analysis was made, so that a fingerprint printed on a page can be recognised later.
  public func recordAnalysis(fingerprint: String, command: String, parameters: String, today: CalendarDate)
    throws
  {
    try write { db in
      try db.execute(
        sql: "INSERT INTO analysis VALUES (?, ?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING",
        arguments: [fingerprint, today.description, command, parameters])
    }
  }

  /// When and how the analysis of a fingerprint was first made; `nil` when this store does not know it.
  public func analysis(fingerprint: String) throws -> (
    made: CalendarDate, command: String, parameters: String
  )? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM analysis WHERE fingerprint = ?", arguments: [fingerprint])
      else { return nil }
      return (try self.decode(row, "made") { CalendarDate($0) }, row["command"], row["parameters"])
    }
  }
}
