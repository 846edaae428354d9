import Taxonomy

/// Records of a table that people wrote and reviewed, columns found by name. What is wrong with the file as a whole is an
/// error, what is wrong with a record is for its reader to say.
struct ReviewedTable {
  /// A record with its fields in the order of the columns asked for.
  typealias Record = (line: Int, fields: [String])

  let records: [Record]
  let findings: [Finding]

  /// - Parameters:
  ///   - member: a CSV file with a header.
  ///   - columns: names of the columns, in the order the fields are wanted in.
  ///   - code: code of the finding when a column is missing.
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column.
  init(_ member: InputMember, columns names: [String], code: String) throws {
    let reader = try CSVReader(member)
    let columns = try names.map { name in
      guard let column = reader.header.column(name) else {
        throw ReadingError(
          Finding(
            severity: .failure, code: code, file: member.name, line: 1,
            message: "la colonne «\u{A0}\(name)\u{A0}» manque.",
            advice: "Commencer le fichier par \(names.joined(separator: ","))."))
      }
      return column
    }
    var records: [Record] = []
    while let record = try reader.next() {
      records.append((record.line, columns.map { record.value($0) }))
    }
    self.records = records
    findings = reader.findings
  }

  /// A file compiled into the program.
  ///
  /// - Parameter missing: code of the finding when the program was built without it.
  /// - Throws: `ReadingError` when it is not there.
  static func embedded(_ path: String, missing: String) throws -> InputMember {
    guard let bytes = EmbeddedFiles.data(at: path) else {
      throw ReadingError(
        Finding(
          severity: .failure, code: missing, file: path, message: "cette table manque au programme.",
          advice: "Reconstruire le programme avec taxonomy-data/ complet."))
    }
    return InputMember(name: path, bytes: bytes)
  }
}
