import GRDB

/// What the service keeps for itself: tokens and jobs.
enum SchemaService {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- A token is found by its identifier, which is no secret; of its secret only a hash is kept (Argon2id).
        CREATE TABLE token (
          id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL,
          role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'reviewer', 'administrator')),
          hash TEXT NOT NULL, created TEXT NOT NULL, expires TEXT, revoked TEXT
        ) STRICT, WITHOUT ROWID;

        -- Work in the background. parameters and result are JSON objects; times are UTC.
        CREATE TABLE job (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
          parameters TEXT NOT NULL,
          requester TEXT,
          created TEXT NOT NULL, started TEXT, finished TEXT,
          attempts INTEGER NOT NULL DEFAULT 0,
          phase TEXT, done INTEGER NOT NULL DEFAULT 0, total INTEGER,
          message TEXT, result TEXT
        ) STRICT;
        CREATE INDEX job_open ON job (state) WHERE state IN ('queued', 'running');
        """)
  }
}
