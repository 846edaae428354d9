import GRDB

/// What was read in the offers, by extraction: a new taxonomy builds a new one beside the current one, and takes its
/// place in one transaction.
enum SchemaExtraction {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE extraction (
          id INTEGER PRIMARY KEY,
          release INTEGER NOT NULL REFERENCES release (id),
          lexicon TEXT NOT NULL,
          code_version TEXT NOT NULL,
          started TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('building', 'current', 'retired'))
        ) STRICT;
        CREATE UNIQUE INDEX extraction_current ON extraction (state) WHERE state = 'current';

        -- Occupations of the release an offer stands for; rank 0 is the one it is counted under.
        CREATE TABLE offer_occupation (
          extraction INTEGER NOT NULL, offer INTEGER NOT NULL, rank INTEGER NOT NULL, code TEXT NOT NULL,
          origin TEXT NOT NULL CHECK (origin IN ('declared', 'expanded', 'proposed')),
          PRIMARY KEY (extraction, offer, rank)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX offer_occupation_code ON offer_occupation (extraction, code, offer);

        -- One occurrence. field: 0 title, 1 description; start and end are Unicode scalar offsets into the stored
        -- text; family, kind, stance and origin are numbers of `symbol`.
        CREATE TABLE mention (
          extraction INTEGER NOT NULL, offer INTEGER NOT NULL, ordinal INTEGER NOT NULL,
          field INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, code INTEGER,
          family INTEGER, kind INTEGER NOT NULL, stance INTEGER NOT NULL, origin INTEGER NOT NULL,
          PRIMARY KEY (extraction, offer, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW mention_readable AS
          SELECT m.extraction, s.name AS source, o.identifier, m.ordinal,
            CASE m.field WHEN 0 THEN 'title' ELSE 'description' END AS field, m.start, m."end", m.code,
            f.text AS family, k.text AS kind, t.text AS stance, g.text AS origin
          FROM mention m JOIN offer o ON o.id = m.offer JOIN source s ON s.id = o.source
            LEFT JOIN symbol f ON f.id = m.family JOIN symbol k ON k.id = m.kind
            JOIN symbol t ON t.id = m.stance JOIN symbol g ON g.id = m.origin;
        """)
  }
}
