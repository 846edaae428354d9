import GRDB

/// Names of families of professions, for tables of tension that give their codes alone.
enum SchemaFAPLabels {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Codes of every level: A, A0Z, A0Z00; of a later nomenclature the latest name counts.
        CREATE TABLE fap_label (fap TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """)
  }
}
