import GRDB

/// Archives a store has parted with: years of offers in files of their own, beside it.
enum SchemaArchives {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- name: of the file, in the folder of the store. digest: see ArchiveFile.
        CREATE TABLE archive (
          name TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, offers INTEGER NOT NULL, first TEXT NOT NULL,
          last TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
