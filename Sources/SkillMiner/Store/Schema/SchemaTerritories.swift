import GRDB

/// Places: territories by level and what each commune belongs to.
enum SchemaTerritories {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE territory (
          level TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (level, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE commune (
          code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, basin TEXT, zone TEXT, department TEXT NOT NULL,
          region TEXT NOT NULL, parent TEXT
        ) STRICT, WITHOUT ROWID;
        -- For départements without a commune in the table.
        CREATE TABLE department (code TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """)
  }
}
