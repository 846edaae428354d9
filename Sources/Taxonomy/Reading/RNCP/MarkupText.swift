/// Plain text of the little HTML that registers use.
enum MarkupText {
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "eacute": "é", "egrave": "è",
    "agrave": "à", "ccedil": "ç", "ecirc": "ê", "ocirc": "ô", "icirc": "î", "ucirc": "û", "acirc": "â",
    "oelig": "œ", "rsquo": "’", "lsquo": "‘", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
    "bull": "•", "middot": "·", "hellip": "…", "euro": "€", "Eacute": "É",
  ]

  /// Block-level tags become line ends, others vanish, entities are resolved.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0 }) else { return text }
    var out = ""
    var rest = text.utf8.contains(0) ? text.replacing("\0", with: "")[...] : text[...]
    out.reserveCapacity(text.utf8.count)
    while let hit = rest.utf8.firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
      out += rest[..<hit]
      rest = rest[hit...]
      let behind = rest.utf8.index(after: hit)
      if rest.utf8.first == 0x3C, let end = rest.utf8.prefix(longestTag).firstIndex(of: 0x3E),
        isTag(rest[behind..<end])
      {
        let name = rest[behind..<end].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if !inline.contains(name) { out += name == "li" ? "\n• " : "\n" }
        rest = rest[rest.utf8.index(after: end)...]
      } else if rest.utf8.first == 0x26, let end = rest.utf8.prefix(10).firstIndex(of: 0x3B),
        let resolved = entity(rest[behind..<end])
      {
        out += resolved
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        out += rest[..<behind]
        rest = rest[behind...]
      }
    }
    return out + rest
  }

  private static let inline: Set<String> = [
    "b", "i", "u", "em", "strong", "span", "a", "sup", "sub", "font",
  ]
  /// Further than this from its `<` a `>` closes no tag, in bytes: a text of signs alone takes no quadratic time.
  private static let longestTag = 1024

  private static func isTag(_ inside: Substring) -> Bool {
    guard let first = inside.first(where: { $0 != "/" }) else { return false }
    return first.isASCII && first.isLetter && inside.count < 200
  }

  private static func entity(_ name: Substring) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
    return entities[String(name)]
  }
}
