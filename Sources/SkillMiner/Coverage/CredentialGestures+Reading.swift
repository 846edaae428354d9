public import Taxonomy

extension CredentialGestures {
  /// Reads the table from a CSV file with a header; columns are found by name.
  ///
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column; a bad record is a finding.
  public static func read(_ member: InputMember) throws -> (gestures: CredentialGestures, findings: [Finding])
  {
    let reader = try CSVReader(member)
    let columns = try ["family", "gestures", "codes", "reason"].map { name in
      guard let column = reader.header.column(name) else {
        throw ReadingError(
          Finding(
            severity: .failure, code: "GESTE-004", file: member.name, line: 1,
            message: "la colonne «\u{A0}\(name)\u{A0}» manque.",
            advice: "Commencer le fichier par family,gestures,codes,reason."))
      }
      return column
    }
    var records: [(line: Int, fields: [String])] = []
    while let record = try reader.next() {
      records.append((record.line, columns.map { record.value($0) }))
    }
    let (gestures, findings) = read(records: records, file: member.name)
    return (gestures, reader.findings + findings)
  }

  /// The table compiled into the binary.
  ///
  /// - Throws: `ReadingError` if the binary was built without it or from a damaged one.
  public static func embedded() throws -> CredentialGestures {
    let path = "overlays/credential-gestures.csv"
    guard let bytes = EmbeddedFiles.data(at: path) else {
      throw ReadingError(
        Finding(
          severity: .failure, code: "GESTE-005", file: path,
          message: "la table des gestes manque au programme.",
          advice: "Reconstruire le programme avec taxonomy-data/ complet."))
    }
    let (gestures, findings) = try read(InputMember(name: path, bytes: bytes))
    if let finding = findings.first { throw ReadingError(finding) }
    return gestures
  }
}
