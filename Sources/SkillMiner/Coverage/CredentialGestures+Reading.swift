public import Taxonomy

extension CredentialGestures {
  /// Reads the table from a CSV file with a header; columns are found by name.
  ///
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column; a bad record is a finding.
  public static func read(_ member: InputMember) throws -> (gestures: CredentialGestures, findings: [Finding])
  {
    let table = try ReviewedTable(
      member, columns: ["family", "gestures", "codes", "reason"], code: "GESTE-004")
    let (gestures, findings) = read(records: table.records, file: member.name)
    return (gestures, table.findings + findings)
  }

  /// The table compiled into the binary.
  ///
  /// - Throws: `ReadingError` if the binary was built without it or from a damaged one.
  public static func embedded() throws -> CredentialGestures {
    let (gestures, findings) = try read(
      ReviewedTable.embedded("overlays/credential-gestures.csv", missing: "GESTE-005"))
    if let finding = findings.first { throw ReadingError(finding) }
    return gestures
  }
}
