public import Taxonomy

/// What the field says of a module: how many observations speak for it and against it. Counts of observations, never added
/// to counts of offers.
public struct FieldAgreement: Hashable, Sendable {
  /// Observations that speak for it.
  public var agreeing = 0
  /// Observations that speak against it.
  public var disagreeing = 0
  /// Distinct bodies among those that speak for it.
  public var sources = 0
  /// The observations, by day and identifier.
  public var signals: [FieldSignal] = []

  /// Nobody has spoken.
  public init() {}

  /// What signals say of families of a certification.
  ///
  /// A signal counts when it reads one of the families and names no other certification, and no occupation but those the
  /// certification leads to.
  public init(
    _ signals: [FieldSignal], families: Set<String>, certification: CertificationCode,
    occupations: Set<ROMECode>,
    release: TaxonomyRelease
  ) {
    let about = signals.filter { signal in
      guard signal.readings.contains(where: { families.contains($0.family) }) else { return false }
      if let code = signal.certification, code != certification.description { return false }
      if let text = signal.occupation, let code = ROMECode(text) {
        return occupations.contains(code) || release.expand(code).contains { occupations.contains($0) }
      }
      return true
    }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    self.signals = about
    agreeing = about.count { $0.direction.agrees }
    disagreeing = about.count - agreeing
    sources =
      Set(
        about.filter(\.direction.agrees).map { $0.source.isEmpty ? $0.role.rawValue : $0.source }
      ).count
  }

  /// What the two together look like.
  public enum Verdict: String, Sendable {
    case none
    case agrees
    case disagrees
    case mixed
  }

  /// Whether the field agrees with the offers that the module is needed.
  public var verdict: Verdict {
    switch (agreeing, disagreeing) {
    case (0, 0): .none
    case (_, 0): .agrees
    case (0, _): .disagrees
    default: .mixed
    }
  }
}
