import Taxonomy

extension Store {
  /// Does an act and keeps it in the log, both or neither.
  ///
  /// - Parameters:
  ///   - act: what is done.
  ///   - who: who does it: a role or a name, kept in the log.
  ///   - when: when, by the caller's clock.
  /// - Returns: the entry of the log.
  /// - Throws: `ReviewError` when it is not allowed, `StoreError` when the store cannot keep it.
  @discardableResult
  public func perform(_ act: some ReviewAct, who: String, when: AuditMoment) throws -> AuditEntry {
    let who = try ReviewText.name(who, "le nom de la personne ou de l’instance", subject: act.subject)
    return try record(
      act: type(of: act).act, subject: act.subject, payload: try AuditJSON.text(act), who: who, when: when
    ) { ledger, entry in try act.apply(to: ledger, entry: entry) }
  }

  /// Does every act of a log again, in order, in a store whose own log is empty.
  ///
  /// - Returns: how many acts were done.
  /// - Throws: `ReviewError` when the chain is broken, an act is unreadable, or this store has a log already.
  public func replay(_ entries: [AuditEntry], file: String) throws -> Int {
    let verification = AuditVerification(entries, file: file)
    if let finding = verification.findings.first {
      throw ReviewError(.damaged, subject: file, message: finding.message, advice: finding.advice)
    }
    guard try audit(limit: 1).isEmpty else {
      throw ReviewError(
        .taken, subject: path, message: "ce magasin a déjà un journal d’actes.",
        advice: "Rejouer dans un magasin neuf.")
    }
    for entry in entries {
      let act = try ReviewActs.act(of: entry)
      let kept = try record(
        act: entry.act, subject: entry.subject, payload: entry.payload, who: entry.who, when: entry.when
      ) { ledger, entry in try act.apply(to: ledger, entry: entry) }
      guard kept.digest == entry.digest else {
        throw ReviewError(
          .damaged, subject: file,
          message: "l’acte n°\u{A0}\(entry.sequence) rejoué n’a pas la même empreinte.",
          advice: "Signaler ce message\u{A0}: il révèle une erreur du programme.")
      }
    }
    return entries.count
  }

  /// Reads every document of a kind.
  func reviewValues<Value: Decodable>(_ kind: ReviewDocument.Kind, as type: Value.Type) throws -> [Value] {
    try reviewDocuments(kind).map { try Self.value(type, of: $0) }
  }

  static func value<Value: Decodable>(_ type: Value.Type, of document: ReviewDocument) throws -> Value {
    do {
      return try AuditJSON.value(type, from: document.body)
    } catch is DecodingError {
      throw ReviewError(
        .damaged, subject: document.id, message: "le document (\(document.kind.rawValue)) est illisible.",
        advice: "Rejouer le journal dans un magasin neuf (audit replay).")
    }
  }
}

extension ReviewLedger {
  /// One document as its value.
  func value<Value: Decodable>(
    _ kind: ReviewDocument.Kind, _ id: String, as type: Value.Type
  ) throws -> Value? {
    try document(kind, id).map { try Store.value(type, of: $0) }
  }

  /// Keeps a value as a document.
  func put(_ kind: ReviewDocument.Kind, _ id: String, revision: Int, _ value: some Encodable) throws {
    try put(ReviewDocument(kind: kind, id: id, revision: revision, body: try AuditJSON.text(value)))
  }
}
