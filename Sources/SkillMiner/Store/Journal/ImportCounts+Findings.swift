import Taxonomy

extension ImportCounts {
  /// Counts what a reader of reference data said: records set aside, and warnings.
  mutating func count(_ findings: [Finding]) {
    for finding in findings {
      if finding.severity == .record { quarantined += finding.count } else { warnings += finding.count }
    }
  }
}
