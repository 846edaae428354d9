import GRDB

extension Store {
  private static let searchDigest = "search-digest"

  /// Whether the index was made of what the digest stands for.
  public func searchIsFresh(_ digest: String) throws -> Bool { try setting(Self.searchDigest) == digest }

  /// Makes the index anew in one transaction.
  ///
  /// - Parameter digest: what the entries rest on; see `searchIsFresh`.
  public func replaceSearch(_ entries: [SearchEntry], words: SearchWords, digest: String) throws {
    try write { db in
      try db.execute(
        sql: "DELETE FROM search_entry; INSERT INTO search_index (search_index) VALUES ('delete-all')")
      let entry = try db.makeStatement(sql: "INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?)")
      let index = try db.makeStatement(sql: "INSERT INTO search_index (rowid, words) VALUES (?, ?)")
      for (number, item) in entries.enumerated() {
        try entry.execute(arguments: [number + 1, item.kind, item.key, item.label, item.detail, item.weight])
        let roots = words.roots(of: item.label + "\n" + item.detail) + [Self.plain(item.key)]
        try index.execute(arguments: [number + 1, roots.joined(separator: " ")])
      }
      try Self.set(Self.searchDigest, to: digest, db)
    }
  }

  /// Entries that hold every word of a query, or some of them when none holds all; the closest first.
  public func search(_ query: String, words: SearchWords, limit: Int) throws -> [SearchEntry] {
    let roots = words.roots(of: query) + (words.roots(of: query).isEmpty ? [Self.plain(query)] : [])
    guard let last = roots.last, !last.isEmpty else { return [] }
    // The last word may be unfinished.
    let all = roots.dropLast().map { "\"\($0)\"" } + ["\"\(last)\"*"]
    return try read { db in
      var found = try Self.entries(all.joined(separator: " AND "), limit, db)
      if found.isEmpty { found = try Self.entries("\"\(Self.plain(query))\"", limit, db) }
      if found.isEmpty, roots.count > 1 { found = try Self.entries(all.joined(separator: " OR "), limit, db) }
      return found
    }
  }

  private static func entries(_ match: String, _ limit: Int, _ db: Database) throws -> [SearchEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.kind, e.key, e.label, e.detail, e.weight FROM search_index i JOIN search_entry e ON e.id = i.rowid
        WHERE search_index MATCH ? ORDER BY rank * 1.0 - e.weight, e.id LIMIT ?
        """, arguments: [match, limit]
    ).map { SearchEntry(kind: $0[0], key: $0[1], label: $0[2], detail: $0[3], weight: $0[4]) }
  }

  /// Letters and digits of a code, in lower case.
  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
