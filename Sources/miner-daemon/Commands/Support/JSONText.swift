import SkillMiner

/// Pieces of JSON on one line, written by hand so that their bytes depend on nothing but the values.
enum JSONText {
  /// A string with quotes; control characters, quotes and backslashes escaped, everything else as it is.
  static func string(_ text: String) -> String { JSONOutput.quoted(text) }

  /// A string, or `null`.
  static func string(_ text: String?) -> String { text.map { string($0) } ?? "null" }

  /// A number, or `null`.
  static func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }
}
