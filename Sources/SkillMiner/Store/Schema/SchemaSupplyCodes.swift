import GRDB

/// What a training is about and leads to, as open data says: codes of the Formacode thesaurus and of the ROME.
enum SchemaSupplyCodes {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Codes in the order of the table, with blanks between.
        ALTER TABLE supply ADD COLUMN formacodes TEXT NOT NULL DEFAULT '';
        ALTER TABLE supply ADD COLUMN occupations TEXT NOT NULL DEFAULT '';
        """)
  }
}
