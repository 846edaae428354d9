public import Taxonomy

/// What an examination of the log found.
public struct AuditVerification: Hashable, Sendable {
  /// Entries read.
  public let entries: Int
  /// Digest of the last entry: written down elsewhere, it proves later that nothing before it was changed.
  public let head: String
  /// What is wrong, in order; empty when the chain holds.
  public let findings: [Finding]

  /// Follows the chain.
  ///
  /// - Parameters:
  ///   - entries: in the order they stand.
  ///   - file: name used in findings; the line is the place of the entry, from 1.
  public init(_ entries: [AuditEntry], file: String) {
    var findings: [Finding] = []
    var previous = AuditEntry.origin
    for (place, entry) in entries.enumerated() {
      func report(_ code: String, _ message: String) {
        findings.append(
          Finding(
            severity: .failure, code: code, file: file, line: place + 1, message: message,
            advice: "Comparer avec un export du journal ou une sauvegarde d’avant cette date."))
      }
      if entry.sequence != place + 1 {
        report(
          "AUDIT-001", "l’acte n°\u{A0}\(place + 1) manque\u{A0}: on lit le n°\u{A0}\(entry.sequence).")
      }
      if entry.previous != previous {
        report(
          "AUDIT-002",
          "l’acte n°\u{A0}\(entry.sequence) ne suit pas celui qui le précède (chaîne rompue).")
      }
      if !entry.isIntact {
        report(
          "AUDIT-003",
          "le contenu de l’acte n°\u{A0}\(entry.sequence) a été modifié après coup (empreinte fausse).")
      }
      previous = entry.digest
    }
    self.entries = entries.count
    head = previous
    self.findings = findings
  }

  /// Whether nothing is wrong.
  public var isIntact: Bool { findings.isEmpty }
}
