public import Taxonomy

/// Everything one analysis found, with what is needed to say how.
public struct AnalysisResult: Sendable {
  /// SHA-256 over what the result depends on; see `Fingerprint`.
  public let fingerprint: String
  /// What it was made with: two results are compared without a word only where this is equal.
  public let releases: ReleaseSet
  /// The day registrations were judged on.
  public let today: CalendarDate
  /// What the analyst chose.
  public let parameters: AnalysisParameters
  /// Stored offers looked at (re-posts included), and the days their publication spans.
  public let offers: Int
  /// First and last day of publication; `nil` when no offer has a date.
  public let window: ClosedRange<CalendarDate>?
  /// What the reader of the result has to know first.
  public let warnings: [Finding]
  /// In ascending order of code.
  public let assessments: [CertificationAssessment]
  /// Best first.
  public let candidates: [ModuleCandidate]

  /// Makes the value from its parts.
  public init(
    fingerprint: String, releases: ReleaseSet, today: CalendarDate, parameters: AnalysisParameters,
    offers: Int,
    window: ClosedRange<CalendarDate>?, warnings: [Finding], assessments: [CertificationAssessment],
    candidates: [ModuleCandidate]
  ) {
    self.fingerprint = fingerprint
    self.releases = releases
    self.today = today
    self.parameters = parameters
    self.offers = offers
    self.window = window
    self.warnings = warnings
    self.assessments = assessments
    self.candidates = candidates
  }

  /// Name of the taxonomy release.
  public var taxonomy: String { releases.taxonomy }
}
