import GRDB

/// Vectors of words trained on the offers of this store.
enum SchemaTrainedVectors {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- One row or none: what the vectors were made of, and the vectors (TrainedVectors.bytes).
        CREATE TABLE trained_vectors (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          release TEXT NOT NULL,
          release_name TEXT NOT NULL,
          offers INTEGER NOT NULL,
          seed INTEGER NOT NULL,
          library TEXT NOT NULL,
          trained TEXT NOT NULL,
          bytes BLOB NOT NULL
        ) STRICT;
        """)
  }
}
