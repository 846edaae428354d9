import GRDB
import Taxonomy

/// Where an offer stands is said once: `offer_place` gives its territories, `cube_place` the offers of a territory.
enum SchemaLean {
  @Sendable static func create(_ db: Database) throws {
    let territories = Store.placeColumns.map { level, column in
      "SELECT id FROM cube_territory WHERE level = '\(level.rawValue)' AND code = OLD.\(column)"
    }
    try db.execute(
      sql: """
        DROP INDEX cube_place_offer;
        DROP TRIGGER cube_forget;
        -- Whoever deletes an offer or its places need not know of the cube. Places of an offer go together.
        CREATE TRIGGER cube_forget AFTER DELETE ON offer BEGIN
          DELETE FROM cube_fact WHERE extraction IN (SELECT id FROM extraction) AND offer = OLD.id;
        END;
        CREATE TRIGGER cube_leave AFTER DELETE ON offer_place BEGIN
          DELETE FROM cube_place WHERE offer = OLD.offer AND territory IN (
            \(territories.joined(separator: "\n    UNION ALL ")));
        END;
        """)
    // The commonest origins of mentions in numbers of one byte (`MentionPack`).
    for origin in ["form:overlay", "form:label", "grammar", "link:none"] + Extractor.linkOrigins {
      try db.execute(sql: "INSERT OR IGNORE INTO symbol (text) VALUES (?)", arguments: [origin])
    }
  }
}
