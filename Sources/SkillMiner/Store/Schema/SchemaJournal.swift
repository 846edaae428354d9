import GRDB

/// Settings, the ingest journal, quarantine, findings and the fingerprints of analyses.
enum SchemaJournal {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        -- One row an input file. The invariant "nothing lost" stands in the schema itself.
        CREATE TABLE import (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('offers', 'taxonomy', 'referential', 'territories')),
          file TEXT NOT NULL,
          digest TEXT,
          source TEXT,
          started TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'failed', 'interrupted', 'resumed')),
          read INTEGER NOT NULL DEFAULT 0,
          ingested INTEGER NOT NULL DEFAULT 0,
          duplicates INTEGER NOT NULL DEFAULT 0,
          new_versions INTEGER NOT NULL DEFAULT 0,
          quarantined INTEGER NOT NULL DEFAULT 0,
          warnings INTEGER NOT NULL DEFAULT 0,
          CHECK (read = ingested + duplicates + quarantined),
          CHECK (new_versions <= ingested)
        ) STRICT;

        -- Records set aside, with what was read, so that they can be repaired and imported again.
        CREATE TABLE quarantine (
          id INTEGER PRIMARY KEY,
          import INTEGER NOT NULL REFERENCES import (id),
          file TEXT NOT NULL,
          line INTEGER,
          code TEXT NOT NULL,
          message TEXT NOT NULL,
          advice TEXT NOT NULL,
          raw BLOB NOT NULL
        ) STRICT;
        CREATE INDEX quarantine_import ON quarantine (import);

        -- Warnings and failures; the first of each code in full, all of them counted.
        CREATE TABLE finding (
          id INTEGER PRIMARY KEY,
          import INTEGER NOT NULL REFERENCES import (id),
          severity TEXT NOT NULL,
          code TEXT NOT NULL,
          file TEXT NOT NULL,
          line INTEGER,
          message TEXT NOT NULL,
          advice TEXT NOT NULL
        ) STRICT;
        CREATE INDEX finding_import ON finding (import, code);
        CREATE TABLE finding_count (
          import INTEGER NOT NULL REFERENCES import (id),
          code TEXT NOT NULL,
          count INTEGER NOT NULL,
          PRIMARY KEY (import, code)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE analysis (
          fingerprint TEXT NOT NULL PRIMARY KEY,
          made TEXT NOT NULL,
          command TEXT NOT NULL,
          parameters TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE symbol (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
        """)
  }
}
