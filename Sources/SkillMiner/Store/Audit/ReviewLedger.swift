import GRDB

/// What an act may read and write while it is done: documents, inside the transaction that keeps its entry.
public struct ReviewLedger {
  private let store: Store
  private let db: Database

  init(store: Store, _ db: Database) {
    self.store = store
    self.db = db
  }

  /// One document; `nil` when there is none.
  public func document(_ kind: ReviewDocument.Kind, _ id: String) throws -> ReviewDocument? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM review_document WHERE kind = ? AND id = ?"),
      arguments: [kind.rawValue, id]
    ).map { try store.reviewDocument($0) }
  }

  /// Keeps a document in place of the one with its kind and identifier.
  public func put(_ document: ReviewDocument) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO review_document (kind, id, revision, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, body = excluded.body
        """
    ).execute(arguments: [document.kind.rawValue, document.id, document.revision, document.body])
  }
}
