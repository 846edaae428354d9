import Taxonomy

/// Lines of a CSV sheet that people filled in, by column name. Commas and semicolons are understood; names of columns are
/// compared without case and accents.
struct SheetReader {
  /// A line.
  struct Row {
    let line: Int
    let values: [String: String]
    /// The line as text, for what is set aside.
    let text: String

    /// The text of a column, trimmed; empty when there is none.
    subscript(column: String) -> String {
      FormulaGuard.unguarded(values[column] ?? "")
    }

    var isBlank: Bool { values.values.allSatisfy(\.isEmpty) }
  }

  let rows: [Row]
  /// Records the CSV reader could not use.
  let rejected: [(finding: Finding, raw: String)]

  /// - Parameter code: code of the finding when a column is missing.
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column.
  init(bytes: [UInt8], name: String, required: [String], code: String) throws {
    let first = bytes.prefix { $0 != 0x0A }
    let semicolons = first.count { $0 == 0x3B }
    let delimiter = semicolons > first.count { $0 == 0x2C } ? UInt8(ascii: ";") : UInt8(ascii: ",")
    let reader = try CSVReader(
      InputMember(name: name, bytes: bytes), delimiter: delimiter, maximumRecord: 4 << 20)
    let names = reader.header.names.map(Self.plain)
    for column in required where !names.contains(column) {
      throw ReadingError(
        Finding(
          severity: .failure, code: code, file: name, line: 1,
          message: "la colonne «\u{A0}\(column)\u{A0}» manque.",
          advice: "Partir du modèle que le programme écrit\u{A0}; colonnes attendues\u{A0}: "
            + required.joined(separator: ", ") + "."))
    }
    var rows: [Row] = []
    var rejected: [(finding: Finding, raw: String)] = []
    while let row = try reader.nextRow() {
      guard case .record(let record) = row else {
        if case .rejected(let reject) = row {
          rejected.append((reject.finding, String(decoding: reject.raw.prefix(2000), as: UTF8.self)))
        }
        continue
      }
      var values: [String: String] = [:]
      for (column, name) in names.enumerated() where values[name] == nil {
        values[name] = record.value(column)
      }
      let text = (0..<record.count).map { record.value($0) }.joined(
        separator: String(UnicodeScalar(delimiter)))
      rows.append(Row(line: record.line, values: values, text: text))
    }
    self.rows = rows
    self.rejected = rejected
  }

  /// `Métier ROME` and `metier_rome` are one name.
  private static func plain(_ name: String) -> String {
    PlainKey.fold(name).split(separator: " ").joined(separator: "_")
  }
}
