import GRDB

/// The schema as a list of named steps. Append only: a step that has been released is never edited, because stores in
/// the field have already run it.
enum Schema {
  /// Steps in order. The schema version (`PRAGMA user_version`) is the number of steps a store has run.
  static let steps: [(name: String, run: @Sendable (Database) throws -> Void)] = [
    ("001-journal", SchemaJournal.create),
    ("002-taxonomy", SchemaTaxonomy.create),
    ("003-referential", SchemaReferential.create),
    ("004-territories", SchemaTerritories.create),
    ("005-offers", SchemaOffers.create),
    ("006-extraction", SchemaExtraction.create),
    ("007-places", SchemaPlaces.create),
    ("008-esco", SchemaESCO.create),
    ("009-cube", SchemaCube.create),
    ("010-portfolio", SchemaPortfolio.create),
    ("011-service", SchemaService.create),
    ("012-terms", SchemaTerms.create),
    ("013-search", SchemaSearch.create),
    ("014-supply", SchemaSupply.create),
    ("015-packing", SchemaPacking.create),
    ("016-archives", SchemaArchives.create),
    ("017-unread", SchemaUnread.create),
    ("018-supply-codes", SchemaSupplyCodes.create),
    ("019-lean", SchemaLean.create),
    ("020-fap-labels", SchemaFAPLabels.create),
  ]

  /// Version this program writes and reads.
  static var version: Int { steps.count }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { db in
        if index == 0 { try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)") }
        try step.run(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}
