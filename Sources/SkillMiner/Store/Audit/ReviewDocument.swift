/// What the acts of the review add up to, one document a subject: a portfolio, a frozen copy, an overruling. Documents
/// can always be made again from the log.
public struct ReviewDocument: Hashable, Sendable {
  /// Sorts of documents.
  public enum Kind: String, Sendable, CaseIterable {
    case portfolio
    case frozen
    case overruling
    case fieldSignal = "field-signal"
    case forum
    case lexicon
  }

  /// What it is.
  public let kind: Kind
  /// Identifier among its kind.
  public let id: String
  /// From 1, raised by each act that changes it.
  public let revision: Int
  /// Canonical JSON (`AuditJSON`).
  public let body: String

  /// Makes the value from its parts.
  public init(kind: Kind, id: String, revision: Int, body: String) {
    self.kind = kind
    self.id = id
    self.revision = revision
    self.body = body
  }
}
