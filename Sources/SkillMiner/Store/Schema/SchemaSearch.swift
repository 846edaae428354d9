import GRDB

/// What the search page finds. The index holds our own word roots and no text (`content = ''`): search and reading
/// agree on what a word is.
enum SchemaSearch {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE search_entry (
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, detail TEXT NOT NULL,
          weight REAL NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE search_index USING fts5 (
          words, content = '', detail = none, prefix = '3', tokenize = "unicode61 remove_diacritics 0"
        );
        """)
  }
}
