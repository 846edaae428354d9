public import Taxonomy

/// What an analysis reads: stored demand, and the certifications it is held against. `Store` conforms; tests use
/// values in memory.
public protocol AnalysisInput: DemandReading {
  /// Every certification known, in ascending order of code.
  func certifications() throws -> [Certification]
}
