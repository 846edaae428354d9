import Taxonomy

/// One act of the review: who did what, when, to what. Entries are never changed nor deleted; each bears the digest of
/// the one before it, so that a change made behind the program's back is seen.
public struct AuditEntry: Hashable, Sendable, Codable {
  /// From 1, without holes.
  public let sequence: Int
  /// When.
  public let when: AuditMoment
  /// Who, as the caller says: a role or a name.
  public let who: String
  /// What, as in `portfolio.decide`.
  public let act: String
  /// To what: the identifier of a portfolio, a certification and a family, a batch of field signals.
  public let subject: String
  /// Everything the act said, as canonical JSON (`AuditJSON`): enough to do it again.
  public let payload: String
  /// Digest of the entry before; zeros for the first.
  public let previous: String
  /// SHA-256 of this entry, the previous digest included; hexadecimal.
  public let digest: String

  /// Digest before the first entry.
  public static let origin = String(repeating: "0", count: 64)

  /// An entry that follows `previous`; its digest is computed.
  public init(
    sequence: Int, when: AuditMoment, who: String, act: String, subject: String, payload: String,
    previous: String
  ) {
    self.init(
      sequence: sequence, when: when, who: who, act: act, subject: subject, payload: payload,
      previous: previous,
      digest: Self.digest(
        sequence: sequence, when: when, fields: [who, act, subject, payload], previous: previous))
  }

  /// An entry as it stands in a store or a file, whether its digest is right or not.
  init(
    sequence: Int, when: AuditMoment, who: String, act: String, subject: String, payload: String,
    previous: String, digest: String
  ) {
    self.sequence = sequence
    self.when = when
    self.who = who
    self.act = act
    self.subject = subject
    self.payload = payload
    self.previous = previous
    self.digest = digest
  }

  /// Whether its digest is that of its content.
  public var isIntact: Bool {
    digest
      == Self.digest(
        sequence: sequence, when: when, fields: [who, act, subject, payload], previous: previous)
  }

  /// Each field after its length in bytes, so that no text can pass for two fields.
  private static func digest(
    sequence: Int, when: AuditMoment, fields: [String], previous: String
  ) -> String {
    var hash = SHA256()
    hash.update("skillminer-audit 1\n\(previous)\n\(sequence)\n\(when)\n")
    for field in fields { hash.update("\(field.utf8.count):\(field)\n") }
    return hash.finish()
  }
}
