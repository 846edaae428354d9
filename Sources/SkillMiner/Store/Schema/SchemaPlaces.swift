import GRDB

/// How places were found, and what finds them by postcode and coordinates.
enum SchemaPlaces {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- How the place was found (see `Gazetteer.Resolution`); unknown for offers placed before this was kept.
        ALTER TABLE offer_place ADD COLUMN resolution TEXT;
        CREATE TABLE commune_postcode (
          postcode TEXT NOT NULL, commune TEXT NOT NULL,
          PRIMARY KEY (postcode, commune)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE commune_point (
          commune TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
          PRIMARY KEY (commune, latitude, longitude)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
