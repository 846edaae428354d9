import GRDB

/// Certifications, their blocks and the sentences of the blocks.
enum SchemaReferential {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE certification (
          id INTEGER PRIMARY KEY,
          code TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL,
          short_title TEXT,
          level INTEGER,
          type TEXT,
          expiry TEXT,
          is_active INTEGER,
          context TEXT NOT NULL,
          prerequisites TEXT NOT NULL,
          import INTEGER REFERENCES import (id)
        ) STRICT;
        -- Lists of a certification: occupation, formacode, nsf, certifier, successor.
        CREATE TABLE certification_item (
          certification INTEGER NOT NULL REFERENCES certification (id),
          role TEXT NOT NULL, ordinal INTEGER NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY (certification, role, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE block (
          certification INTEGER NOT NULL REFERENCES certification (id),
          ordinal INTEGER NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
          PRIMARY KEY (certification, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE block_sentence (
          certification INTEGER NOT NULL, block INTEGER NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (certification, block, ordinal),
          FOREIGN KEY (certification, block) REFERENCES block (certification, ordinal)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
