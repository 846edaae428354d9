extension CoverageOverruling: ReviewAct {
  /// Name in the log.
  public static var act: String { "coverage.overrule" }

  /// The certification and the family.
  public var subject: String { Self.subject(certification: certification, family: family) }

  /// Keeps the overruling in place of an earlier one.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    _ = try ReviewText.note(note, "la note", subject: subject, isRequired: true)
    let revision = (try ledger.document(.overruling, subject)?.revision ?? 0) + 1
    try ledger.put(
      .overruling, subject, revision: revision,
      StandingOverruling(self, who: entry.who, when: entry.when))
  }
}

/// Taking an overruling back: the program's verdict holds again.
public struct CoverageRestoring: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "coverage.restore"

  /// Code of the certification.
  public let certification: String
  /// Identifier of the family.
  public let family: String
  /// Why.
  public let note: String

  /// Makes the value from its parts.
  public init(certification: String, family: String, note: String) {
    self.certification = certification
    self.family = family
    self.note = note
  }

  /// The certification and the family.
  public var subject: String {
    CoverageOverruling.subject(certification: certification, family: family)
  }

  /// Marks the overruling as taken back.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    let note = try ReviewText.note(note, "la note", subject: subject, isRequired: true)
    guard let document = try ledger.document(.overruling, subject),
      case let standing = try Store.value(StandingOverruling.self, of: document), !standing.isRestored
    else {
      throw ReviewError(
        .unknown, subject: subject, message: "aucun avis de relecteur n’est en vigueur ici.",
        advice: "Voir les avis avec «\u{A0}review list\u{A0}».")
    }
    try ledger.put(
      .overruling, subject, revision: document.revision + 1,
      StandingOverruling(
        standing.overruling, who: entry.who, when: entry.when, isRestored: true, restoredBecause: note))
  }
}
