import GRDB
import Taxonomy

extension Store {
  /// Reads a column that must hold a valid code, date or name: a store edited by hand is reported, not trusted.
  func decode<Value>(_ row: Row, _ column: String, _ read: (String) -> Value?) throws -> Value {
    let text: String = row[column]
    guard let value = read(text) else { throw invalid(column, text) }
    return value
  }

  /// The same for a column that may be empty.
  func decodeOptional<Value>(_ row: Row, _ column: String, _ read: (String) -> Value?) throws -> Value? {
    guard let text = row[column] as String? else { return nil }
    guard let value = read(text) else { throw invalid(column, text) }
    return value
  }

  /// Reads an OGR code.
  func ogr(_ row: Row, _ column: String) throws -> OGRCode {
    let number: Int64 = row[column]
    guard let value = Int32(exactly: number), value > 0 else { throw invalid(column, String(number)) }
    return OGRCode(number: value)
  }

  /// The same for a column that may be empty.
  func ogrOptional(_ row: Row, _ column: String) throws -> OGRCode? {
    (row[column] as Int64?) == nil ? nil : try ogr(row, column)
  }

  private func invalid(_ column: String, _ text: String) -> StoreError {
    .corrupt(path, detail: "colonne \(column), valeur «\u{A0}\(text)\u{A0}»")
  }
}
