/// The choices of a wording: `[a|b|]` stands for `a`, `b` or nothing.
enum Choices {
  /// Every text a wording stands for, in the order of writing, without doubled or outer spaces.
  static func expand(_ text: String, limit: Int = 96) -> [String] {
    var results: [Substring] = [""]
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let before = rest[..<open]
      let options = rest[rest.index(after: open)..<close].split(
        separator: "|", omittingEmptySubsequences: false)
      results = results.flatMap { head in options.map { head + before + $0 } }
      if results.count > limit { results = Array(results.prefix(limit)) }
      rest = rest[rest.index(after: close)...]
    }
    return results.map { tidy($0 + rest) }
  }

  /// One space between words, none at the ends nor before a comma or a full stop.
  private static func tidy(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
      .replacing(" ,", with: ",").replacing(" .", with: ".")
  }
}
