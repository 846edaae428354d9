public import Taxonomy

/// A reviewer's verdict that takes the place of the program's, with the reason. It holds through later analyses until it is
/// restored; the verdict it overruled is kept and shown.
public struct CoverageOverruling: Hashable, Sendable, Codable {
  /// Code of the certification, as in `RNCP34860`.
  public let certification: String
  /// Identifier of the family.
  public let family: String
  /// The reviewer's verdict.
  public let level: CoverageVerdict.Level
  /// Why.
  public let note: String
  /// The program's verdict when the reviewer judged; `nil` when the family was not demanded then.
  public let seen: CoverageVerdict.Level?

  /// Makes the value from its parts.
  public init(
    certification: CertificationCode, family: String, level: CoverageVerdict.Level, note: String,
    seen: CoverageVerdict.Level?
  ) {
    self.certification = certification.description
    self.family = family
    self.level = level
    self.note = note
    self.seen = seen
  }

  /// What a verdict is overruled for: one family of one certification.
  public static func subject(certification: String, family: String) -> String { "\(certification)/\(family)" }
}

/// An overruling as it stands: what, by whom, when.
public struct StandingOverruling: Hashable, Sendable, Codable {
  /// What was judged.
  public let overruling: CoverageOverruling
  /// Who.
  public let who: String
  /// When.
  public let when: AuditMoment
  /// Whether it was taken back since; it then changes nothing.
  public let isRestored: Bool
  /// Why it was taken back; empty while it holds.
  public let restoredBecause: String

  init(
    _ overruling: CoverageOverruling, who: String, when: AuditMoment, isRestored: Bool = false,
    restoredBecause: String = ""
  ) {
    self.overruling = overruling
    self.who = who
    self.when = when
    self.isRestored = isRestored
    self.restoredBecause = restoredBecause
  }
}
