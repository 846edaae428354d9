import GRDB

/// Releases of ESCO: immutable snapshots side by side, beside those of the ROME.
enum SchemaESCO {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE esco_release (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL UNIQUE,
          import INTEGER REFERENCES import (id)
        ) STRICT;
        -- role: skill, occupation, group. detail: kind of skill, or ISCO-08 code. URIs without their beginning.
        CREATE TABLE esco_concept (
          release INTEGER NOT NULL REFERENCES esco_release (id), uri TEXT NOT NULL, role TEXT NOT NULL,
          label TEXT NOT NULL, detail TEXT NOT NULL, reuse TEXT NOT NULL, description TEXT NOT NULL,
          obsolete INTEGER NOT NULL,
          PRIMARY KEY (release, uri)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE esco_label (
          release INTEGER NOT NULL, uri TEXT NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (release, uri, ordinal)
        ) STRICT, WITHOUT ROWID;
        -- relation: broader (target stands above), essential, optional (target is asked for).
        CREATE TABLE esco_link (
          release INTEGER NOT NULL, uri TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL,
          PRIMARY KEY (release, uri, relation, target)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
