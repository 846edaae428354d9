/// The apostrophe before a text of a table that a spreadsheet would run as a formula: put by what we write, taken off
/// again by what we read of our own.
enum FormulaGuard {
  private static let signs = "=+-@\t\r".unicodeScalars

  /// - Parameter isNumber: whether the text is a number of our own, which keeps its sign; asked when it opens like a formula.
  static func guarded(_ text: String, isNumber: @autoclosure () -> Bool) -> String {
    guard let first = text.unicodeScalars.first, signs.contains(first), !isNumber() else { return text }
    return "'" + text
  }

  static func unguarded(_ text: String) -> String {
    guard text.first == "'", let second = text.dropFirst().unicodeScalars.first, signs.contains(second) else {
      return text
    }
    return String(text.dropFirst())
  }
}
