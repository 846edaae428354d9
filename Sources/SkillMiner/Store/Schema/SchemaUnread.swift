import GRDB

/// Offers that were kept before they were read.
enum SchemaUnread {
  @Sendable static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        -- Offers whose text the current extraction has still to read.
        CREATE TABLE offer_unread (offer INTEGER PRIMARY KEY) STRICT;
        CREATE TRIGGER unread_forget AFTER DELETE ON offer BEGIN
          DELETE FROM offer_unread WHERE offer = OLD.id;
        END;
        """)
  }
}
