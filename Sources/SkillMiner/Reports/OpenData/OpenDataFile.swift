/// One file of the open data, with what its columns mean.
package struct OpenDataFile: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// Type of the Table Schema (Frictionless).
    package enum Kind: String, Sendable {
      case string
      case integer
      case number
    }
    package let name: String
    package let kind: Kind
    /// French: what it holds, with its unit.
    package let meaning: String

    init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = FrenchSpacing.apply(meaning)
    }
  }

  /// File name.
  package let name: String
  package let title: String
  /// French: what a line stands for.
  package let meaning: String
  /// Media type.
  package let type: String
  /// Columns of a table; empty for other documents.
  package let columns: [Column]
  package let bytes: [UInt8]

  init(
    _ name: String, _ title: String, _ meaning: String, type: String, columns: [Column] = [], text: String
  ) {
    self.name = name
    self.title = FrenchSpacing.apply(title)
    self.meaning = FrenchSpacing.apply(meaning)
    self.type = type
    self.columns = columns
    bytes = Array(text.utf8)
  }

  /// A table in RFC 4180.
  init(_ name: String, _ title: String, _ meaning: String, columns: [Column], rows: [[String]]) {
    var csv = CSVOutput(header: columns.map(\.name))
    for row in rows { csv.add(row) }
    self.init(name, title, meaning, type: "text/csv", columns: columns, text: csv.text)
  }
}
