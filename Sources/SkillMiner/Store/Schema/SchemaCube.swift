import GRDB

/// The count cube at its finest grain: one fact an offer, with the families it demands packed in one blob, and the
/// territories it stands in. A cell of any level is counted from facts in one pass; distinct employers do not add up,
/// so coarser cells could not be kept without them.
enum SchemaCube {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- month: months since January of year 0; sector: NAF code without points; families: see FamilyCode.
        CREATE TABLE cube_fact (
          extraction INTEGER NOT NULL, offer INTEGER NOT NULL, cluster INTEGER NOT NULL, month INTEGER,
          source INTEGER NOT NULL, occupation TEXT, sector TEXT, employer INTEGER, families BLOB NOT NULL,
          PRIMARY KEY (extraction, offer)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cube_fact_occupation ON cube_fact (extraction, occupation, month);
        CREATE TABLE cube_place (
          territory INTEGER NOT NULL, offer INTEGER NOT NULL, PRIMARY KEY (territory, offer)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cube_place_offer ON cube_place (offer);
        CREATE TABLE cube_territory (
          id INTEGER PRIMARY KEY, level TEXT NOT NULL, code TEXT NOT NULL, UNIQUE (level, code)
        ) STRICT;
        CREATE TABLE cube_employer (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;

        -- Whoever deletes an offer need not know of the cube.
        CREATE TRIGGER cube_forget AFTER DELETE ON offer BEGIN
          DELETE FROM cube_fact WHERE extraction IN (SELECT id FROM extraction) AND offer = OLD.id;
          DELETE FROM cube_place WHERE offer = OLD.id;
        END;
        """)
    // What an older program stored.
    try CubeWriter.placeAll(db)
    try CubeWriter.readAll(db)
  }
}
