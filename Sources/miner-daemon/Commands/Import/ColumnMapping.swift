import ArgumentParser

/// `title=intitule,description=texte`: which column of a CSV holds which field.
struct ColumnMapping: ExpressibleByArgument, Equatable {
  /// Column name by field.
  let columns: [String: String]

  /// `nil` when a part is not written field=column, or a field is named twice.
  init?(argument: String) {
    var columns: [String: String] = [:]
    for part in argument.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { return nil }
      let field = Self.trimmed(sides[0])
      let column = Self.trimmed(sides[1])
      guard !field.isEmpty, !column.isEmpty, columns.updateValue(column, forKey: field) == nil else {
        return nil
      }
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
