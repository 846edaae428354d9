import GRDB
import Taxonomy

extension Store {
  /// Does one act: its documents and its entry are kept together, or nothing is.
  ///
  /// - Parameters:
  ///   - who: who acts.
  ///   - when: when, by the caller's clock.
  ///   - apply: changes documents; what it throws undoes everything.
  /// - Returns: the entry kept.
  public func record(
    act: String, subject: String, payload: String, who: String, when: AuditMoment,
    apply: (ReviewLedger, AuditEntry) throws -> Void
  ) throws -> AuditEntry {
    try write { db in
      let last = try Row.fetchOne(
        db, sql: "SELECT sequence, digest FROM audit ORDER BY sequence DESC LIMIT 1")
      let entry = AuditEntry(
        sequence: (last?["sequence"] ?? 0) + 1, when: when, who: who, act: act, subject: subject,
        payload: payload, previous: last?["digest"] ?? AuditEntry.origin)
      try apply(ReviewLedger(store: self, db), entry)
      try db.execute(
        sql: """
          INSERT INTO audit (sequence, moment, who, act, subject, payload, previous, digest)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          entry.sequence, entry.when.description, entry.who, entry.act, entry.subject, entry.payload,
          entry.previous, entry.digest,
        ])
      return entry
    }
  }

  /// The log, oldest first.
  ///
  /// - Parameters:
  ///   - subject: only acts on this subject; all when `nil`.
  ///   - after: only entries with a greater number.
  ///   - limit: at most so many; all when `nil`.
  public func audit(subject: String? = nil, after: Int = 0, limit: Int? = nil) throws -> [AuditEntry] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM audit WHERE sequence > :after AND (:subject IS NULL OR subject = :subject)
          ORDER BY sequence LIMIT :limit
          """,
        arguments: ["after": after, "subject": subject, "limit": limit ?? -1]
      ).map { try self.auditEntry($0) }
    }
  }

  /// Follows the chain of the log.
  public func verifyAudit() throws -> AuditVerification { AuditVerification(try audit(), file: path) }

  /// Documents of a kind, by identifier.
  public func reviewDocuments(_ kind: ReviewDocument.Kind) throws -> [ReviewDocument] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM review_document WHERE kind = ? ORDER BY id", arguments: [kind.rawValue]
      ).map { try self.reviewDocument($0) }
    }
  }

  /// One document; `nil` when there is none.
  public func reviewDocument(_ kind: ReviewDocument.Kind, _ id: String) throws -> ReviewDocument? {
    try read { try ReviewLedger(store: self, $0).document(kind, id) }
  }

  /// SHA-256 over every document: two stores with the same digest hold the same state of review.
  public func reviewDigest() throws -> String {
    try read { db in
      var hash = SHA256()
      for row in try Row.fetchAll(db, sql: "SELECT * FROM review_document ORDER BY kind, id") {
        let document = try self.reviewDocument(row)
        hash.update("\(document.kind.rawValue)\n\(document.id.utf8.count):\(document.id)\n")
        hash.update("\(document.revision)\n\(document.body.utf8.count):\(document.body)\n")
      }
      return hash.finish()
    }
  }

  func reviewDocument(_ row: Row) throws -> ReviewDocument {
    ReviewDocument(
      kind: try decode(row, "kind") { ReviewDocument.Kind(rawValue: $0) }, id: row["id"],
      revision: row["revision"], body: row["body"])
  }

  private func auditEntry(_ row: Row) throws -> AuditEntry {
    AuditEntry(
      sequence: row["sequence"], when: try decode(row, "moment") { AuditMoment($0) }, who: row["who"],
      act: row["act"], subject: row["subject"], payload: row["payload"], previous: row["previous"],
      digest: row["digest"])
  }
}
