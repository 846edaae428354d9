/// Comma-separated values as spreadsheets read them: RFC 4180, UTF-8 with a byte order mark, CRLF, and no cell that a
/// spreadsheet would run as a formula.
package struct CSVOutput {
  package private(set) var text = "\u{FEFF}"

  package init(header: [String]) { add(header) }

  /// A further part of a file whose header was written; its byte order mark is to be left out.
  package init(continuing: Void) {}

  package mutating func add(_ fields: [String]) {
    text += fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  /// A number with a decimal point, at most six decimals.
  package static func number(_ x: Double) -> String { JSONOutput.number(x) }

  private static func field(_ value: String) -> String {
    let value = FormulaGuard.guarded(value, isNumber: Double(value) != nil)
    let needsQuotes = value.unicodeScalars.contains { "\",\r\n;".unicodeScalars.contains($0) }
    guard needsQuotes else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
