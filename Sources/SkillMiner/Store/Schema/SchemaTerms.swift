import GRDB

/// Employers by digest instead of name, a covering index of the cube, and recruitment tension.
enum SchemaTerms {
  @Sendable static func create(_ db: Database) throws {
    try EmployerDigest.replaceNames(db)
    try db.execute(
      sql: """
        -- Offers of some occupations are read from this index alone, side by side.
        DROP INDEX cube_fact_occupation;
        CREATE INDEX cube_fact_occupation ON cube_fact
          (extraction, occupation, month, offer, cluster, source, employer, sector, families);

        -- One line of a published table. survey: bmo, dares. nomenclature: fap, rome. level: see Territory, or france.
        -- Numbers are NULL where the publisher keeps them secret.
        CREATE TABLE tension (
          survey TEXT NOT NULL, year INTEGER NOT NULL, nomenclature TEXT NOT NULL, occupation TEXT NOT NULL,
          label TEXT NOT NULL, level TEXT NOT NULL, territory TEXT NOT NULL, projects REAL, difficult REAL,
          seasonal REAL, indicator REAL,
          PRIMARY KEY (survey, year, nomenclature, occupation, level, territory)
        ) STRICT, WITHOUT ROWID;
        -- Families of professions (FAP) and the ROME v3 cards they hold; qualification is empty when all of the card.
        CREATE TABLE fap_occupation (
          fap TEXT NOT NULL, occupation TEXT NOT NULL, qualification TEXT NOT NULL,
          PRIMARY KEY (fap, occupation, qualification)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
