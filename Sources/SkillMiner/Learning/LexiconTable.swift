import Taxonomy

/// A CSV table of the lexicon, read whole: a row that silently vanished would change every figure, so that a mistake stops
/// the reading and names its line.
struct LexiconTable {
  /// One row.
  struct Row {
    let file: String
    let line: Int
    private let values: [String: String]

    init(file: String, line: Int, values: [String: String]) {
      self.file = file
      self.line = line
      self.values = values
    }

    /// The text of a column, empty when there is none.
    subscript(name: String) -> String {
      FormulaGuard.unguarded(values[name] ?? "")
    }

    /// A text that must stand there.
    func text(_ name: String) throws -> String {
      let text = self[name]
      guard !text.isEmpty else { throw ReadingError(LexiconFindings.empty(name, file, line)) }
      return text
    }

    func code(_ name: String) throws -> OGRCode {
      let text = try text(name)
      guard let code = OGRCode(text) else { throw ReadingError(LexiconFindings.code(text, file, line)) }
      return code
    }

    /// What a phrase stands for.
    func target(_ name: String, mayBeEmpty: Bool) throws -> FormTarget {
      let text = mayBeEmpty ? self[name] : try text(name)
      guard let target = FormTarget(text) else { throw ReadingError(LexiconFindings.code(text, file, line)) }
      return target
    }

    /// A number; `nil` for an empty cell. A decimal comma is understood.
    func number(_ name: String) throws -> Double? {
      let text = self[name]
      if text.isEmpty { return nil }
      guard let number = Double(text.split(separator: ",").joined(separator: ".")), number.isFinite else {
        throw ReadingError(LexiconFindings.number(name, text, file, line))
      }
      return number
    }
  }

  let rows: [Row]

  /// - Parameter required: columns that must be there.
  /// - Throws: `ReadingError`.
  init(path: String, required: [String]) throws {
    var rows: [Row] = []
    try InputArchive.forEachMember(of: path) { rows += try Self.rows($0, required) }
    self.rows = rows
  }

  /// - Throws: `ReadingError`.
  init(name: String, text: String, required: [String]) throws {
    rows = try Self.rows(InputMember(name: name, bytes: Array(text.utf8)), required)
  }

  private static func rows(_ member: InputMember, _ required: [String]) throws -> [Row] {
    // Spreadsheets of French users write semicolons.
    let first = try member.peek(4096).prefix { $0 != 0x0A }
    let delimiter = first.contains(0x3B) && !first.contains(0x2C) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    let reader = try CSVReader(member, delimiter: delimiter)
    for name in required where reader.header.column(name) == nil {
      throw ReadingError(LexiconFindings.column(name, member.name))
    }
    var rows: [Row] = []
    while let record = try reader.next() {
      var values: [String: String] = [:]
      for (column, name) in reader.header.names.enumerated() where values[name] == nil {
        values[name] = record.value(column)
      }
      rows.append(Row(file: member.name, line: record.line, values: values))
    }
    if let finding = reader.findings.first(where: { $0.severity != .warning }) { throw ReadingError(finding) }
    return rows
  }
}
