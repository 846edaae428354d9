/// What a person decided about a proposed form of the lexicon. The log keeps who decided what and why; the decision
/// takes effect when the lexicon is next applied.
public struct LexiconVerdict: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "lexicon.decide"

  /// The phrase, as it was proposed.
  public let phrase: String
  /// What it stands for: an OGR code, `local:kind:name`, or nothing.
  public let target: String
  /// Whether it becomes a form.
  public let isAccepted: Bool
  /// Why; may be empty.
  public let why: String

  /// Makes the value from its parts.
  public init(phrase: String, target: String, isAccepted: Bool, why: String) {
    self.phrase = phrase
    self.target = target
    self.isAccepted = isAccepted
    self.why = why
  }

  /// The phrase.
  public var subject: String { phrase }

  /// Keeps the decision in place of an earlier one on the same phrase and target.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    _ = try ReviewText.name(phrase, "la tournure", subject: phrase)
    _ = try ReviewText.note(why, "le motif", subject: phrase)
    let id = "\(phrase)\t\(target)"
    let revision = (try ledger.document(.lexicon, id)?.revision ?? 0) + 1
    try ledger.put(.lexicon, id, revision: revision, self)
  }
}
