/// One thing that can be wrong with a referential of certifications as a whole.
public protocol CertificationRule: Sendable {
  /// Permanent code of its findings, as in `VALID-101`.
  static var code: String { get }

  /// What the rule finds, in the order of codes; empty when all is well.
  func findings(in referential: Referential) -> [Finding]
}

/// Certifications with what they are judged against.
public struct Referential: Sendable {
  /// For display.
  public let name: String
  /// Certifications, by code.
  public let certifications: [Certification]
  /// The taxonomy whose occupations they name; `nil` when there is none.
  public let release: TaxonomyRelease?
  /// The day expiry is judged on.
  public let today: CalendarDate

  /// Makes the value from its parts.
  public init(
    name: String, certifications: [Certification], release: TaxonomyRelease?, today: CalendarDate
  ) {
    self.name = name
    self.certifications = certifications.sorted { $0.code < $1.code }
    self.release = release
    self.today = today
  }
}

extension CertificationRule {
  /// A finding of this rule; `nil` when no example speaks for it.
  func finding(
    _ referential: Referential, about examples: [String], _ message: (Int, String) -> String, advice: String
  ) -> [Finding] {
    guard !examples.isEmpty else { return [] }
    let shown = examples.prefix(5).joined(separator: ", ")
    let list = examples.count > 5 ? "\(shown) et \(examples.count - 5) autres" : shown
    return [
      Finding(
        severity: .warning, code: Self.code, file: referential.name,
        message: message(examples.count, list).withNoBreakSpaces, advice: advice.withNoBreakSpaces,
        count: examples.count)
    ]
  }
}
