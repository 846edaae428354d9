public import Taxonomy

/// What an analysis reads: stored demand, and the certifications it is held against. `Store` conforms; tests use
/// values in memory.
public protocol AnalysisInput: DemandReading {
  /// Every certification known, in ascending order of code.
  func certifications() throws -> [Certification]

  /// Verdicts of reviewers that hold.
  func overrulings() throws -> [StandingOverruling]
}

extension AnalysisInput {
  /// No reviewer has spoken.
  public func overrulings() throws -> [StandingOverruling] { [] }
}
