import GRDB

/// Releases of the taxonomy: immutable snapshots side by side; the current extraction says which one counts.
enum SchemaTaxonomy {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE release (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          digest TEXT NOT NULL UNIQUE,
          import INTEGER REFERENCES import (id)
        ) STRICT;
        CREATE TABLE occupation (
          release INTEGER NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, parent TEXT NOT NULL,
          PRIMARY KEY (release, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE appellation (
          release INTEGER NOT NULL, code INTEGER NOT NULL, label TEXT NOT NULL, short_label TEXT NOT NULL,
          occupation TEXT NOT NULL,
          PRIMARY KEY (release, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE competency (
          release INTEGER NOT NULL, code INTEGER NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
          nature TEXT NOT NULL, category TEXT NOT NULL, subcategory TEXT NOT NULL, macro INTEGER,
          PRIMARY KEY (release, code)
        ) STRICT, WITHOUT ROWID;
        -- `ordinal` keeps what a release gives twice: a snapshot is read back as it was written.
        CREATE TABLE competency_link (
          release INTEGER NOT NULL, ordinal INTEGER NOT NULL, occupation TEXT NOT NULL,
          competency INTEGER NOT NULL, weight TEXT NOT NULL,
          PRIMARY KEY (release, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mobility (
          release INTEGER NOT NULL, ordinal INTEGER NOT NULL, origin TEXT NOT NULL, target TEXT NOT NULL,
          rank INTEGER NOT NULL,
          PRIMARY KEY (release, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sector_link (
          release INTEGER NOT NULL, ordinal INTEGER NOT NULL, division TEXT NOT NULL, occupation TEXT NOT NULL,
          PRIMARY KEY (release, ordinal)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
