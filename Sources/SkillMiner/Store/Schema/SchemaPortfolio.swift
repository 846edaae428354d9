import GRDB

/// The log of the review and what its acts add up to.
enum SchemaPortfolio {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- moment: RFC 3339, universal time. payload: canonical JSON. digest: SHA-256 that includes the previous one.
        CREATE TABLE audit (
          sequence INTEGER PRIMARY KEY, moment TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
          subject TEXT NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX audit_subject ON audit (subject, sequence);
        CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN
          SELECT RAISE(ABORT, 'the log of the review is append-only');
        END;
        CREATE TRIGGER audit_whole BEFORE DELETE ON audit BEGIN
          SELECT RAISE(ABORT, 'the log of the review is append-only');
        END;

        -- Portfolios, frozen copies, overrulings, field signals, forums: the log replayed gives the same rows.
        CREATE TABLE review_document (
          kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
