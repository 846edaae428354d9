import GRDB

/// Offers: facts in a narrow table, texts apart so that counting never reads them.
enum SchemaOffers {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

        -- The version that counts. `versions` is how many texts of it are known, this one included.
        CREATE TABLE offer (
          id INTEGER PRIMARY KEY,
          source INTEGER NOT NULL REFERENCES source (id),
          identifier TEXT NOT NULL,
          version INTEGER NOT NULL DEFAULT 1,
          versions INTEGER NOT NULL DEFAULT 1,
          import INTEGER NOT NULL REFERENCES import (id),
          fingerprint BLOB NOT NULL,
          cluster INTEGER NOT NULL,
          created TEXT,
          updated TEXT,
          occupation_declared TEXT,
          occupation_label TEXT,
          appellation TEXT,
          employer TEXT,
          employer_key TEXT,
          naf TEXT,
          sector_label TEXT,
          contract TEXT,
          experience TEXT,
          qualification TEXT,
          positions INTEGER,
          UNIQUE (source, identifier)
        ) STRICT;
        CREATE INDEX offer_cluster ON offer (cluster) WHERE cluster <> id;

        CREATE TABLE offer_text (
          offer INTEGER PRIMARY KEY REFERENCES offer (id), title TEXT NOT NULL, description TEXT NOT NULL
        ) STRICT;

        -- Texts that no longer count, or never did because they came late.
        CREATE TABLE offer_version (
          offer INTEGER NOT NULL REFERENCES offer (id),
          version INTEGER NOT NULL,
          import INTEGER NOT NULL REFERENCES import (id),
          fingerprint BLOB NOT NULL,
          created TEXT,
          updated TEXT,
          title TEXT NOT NULL,
          description TEXT NOT NULL,
          PRIMARY KEY (offer, version)
        ) STRICT, WITHOUT ROWID;

        -- Places and addresses: ordinal 0 is the offer's own, the others came with duplicates.
        CREATE TABLE offer_place (
          offer INTEGER NOT NULL REFERENCES offer (id),
          ordinal INTEGER NOT NULL,
          label TEXT, postcode TEXT, commune_declared TEXT, latitude REAL, longitude REAL,
          commune TEXT, basin TEXT, zone TEXT, department TEXT, region TEXT,
          PRIMARY KEY (offer, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE offer_url (
          offer INTEGER NOT NULL REFERENCES offer (id), ordinal INTEGER NOT NULL, url TEXT NOT NULL,
          PRIMARY KEY (offer, ordinal)
        ) STRICT, WITHOUT ROWID;

        -- What the employer ticked or listed: competency, soft-skill, training, language, licence.
        CREATE TABLE offer_item (
          offer INTEGER NOT NULL REFERENCES offer (id),
          role TEXT NOT NULL, ordinal INTEGER NOT NULL, code INTEGER, label TEXT NOT NULL, required INTEGER,
          PRIMARY KEY (offer, role, ordinal)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
