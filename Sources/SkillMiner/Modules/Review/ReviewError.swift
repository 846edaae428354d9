/// An act of the review that cannot be done, said so that a person can act on it. Codes are permanent.
public struct ReviewError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// No such portfolio, frozen copy, signal or overruling.
    case unknown = "REVUE-001"
    /// Somebody changed the portfolio since the revision the act saw.
    case stale = "REVUE-002"
    /// The state cannot follow the present one.
    case transition = "REVUE-003"
    /// No pathway of this number.
    case unknownPathway = "REVUE-004"
    /// The identifier is taken.
    case taken = "REVUE-005"
    /// A text that must be there is empty.
    case empty = "REVUE-006"
    /// A text longer than anybody writes.
    case tooLong = "REVUE-007"
    /// The analysis holds no such candidate.
    case unknownCandidate = "REVUE-008"
    /// There is nothing to freeze, send or evaluate.
    case nothing = "REVUE-009"
    /// The frozen copy is not of the present revision.
    case notFrozen = "REVUE-010"
    /// The log does not hold together or holds what this program cannot read.
    case damaged = "REVUE-011"
    /// An identifier that cannot be one.
    case identifier = "REVUE-012"
  }

  /// What went wrong.
  public let code: Code
  /// What the act was about.
  public let subject: String
  /// French: what is wrong.
  public let message: String
  /// French: what to do.
  public let advice: String
  /// French, one line each: what others changed meanwhile; for `stale`.
  public let changes: [String]

  /// Makes the value from its parts.
  public init(_ code: Code, subject: String, message: String, advice: String, changes: [String] = []) {
    self.code = code
    self.subject = subject
    self.message = message
    self.advice = advice
    self.changes = changes
  }

  /// `grand-est-2027 : message advice [REVUE-002]`, changes on lines of their own.
  public var description: String {
    (["\(subject)\u{A0}: \(message) \(advice) [\(code.rawValue)]"] + changes.map { "  – \($0)" })
      .joined(separator: "\n")
  }
}
