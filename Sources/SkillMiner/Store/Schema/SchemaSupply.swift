import GRDB

/// Tables of training supply. Each name of `source` is one table: importing it again replaces it.
enum SchemaSupply {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE supply_table (
          name TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, digest TEXT NOT NULL,
          import INTEGER REFERENCES import (id)
        ) STRICT, WITHOUT ROWID;
        -- place: as the table writes it. commune, department, region: codes, NULL where it could not be found.
        CREATE TABLE supply (
          source TEXT NOT NULL REFERENCES supply_table (name), ordinal INTEGER NOT NULL,
          body TEXT NOT NULL, siret TEXT, certification TEXT, block TEXT, title TEXT NOT NULL,
          place TEXT NOT NULL, commune TEXT, department TEXT, region TEXT,
          start TEXT, "end" TEXT, places INTEGER,
          PRIMARY KEY (source, ordinal)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
