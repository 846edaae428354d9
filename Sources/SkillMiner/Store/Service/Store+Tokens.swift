import GRDB

extension Store {
  /// Keeps a new token.
  public func add(_ token: TokenRecord) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO token (id, name, role, hash, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [token.id, token.name, token.role, token.hash, token.created, token.expires])
    }
  }

  /// The token of an identifier.
  public func token(_ id: String) throws -> TokenRecord? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM token WHERE id = ?"), arguments: [id]
      ).map(Self.token)
    }
  }

  /// All tokens, oldest first.
  public func tokens() throws -> [TokenRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM token ORDER BY created, id").map(Self.token)
    }
  }

  /// Ends a token for good.
  ///
  /// - Returns: whether there was one that still held.
  public func revokeToken(_ id: String, at time: String) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", arguments: [time, id])
      return db.changesCount > 0
    }
  }

  private static func token(_ row: Row) -> TokenRecord {
    TokenRecord(
      id: row["id"], name: row["name"], role: row["role"], hash: row["hash"], created: row["created"],
      expires: row["expires"], revoked: row["revoked"])
  }
}
