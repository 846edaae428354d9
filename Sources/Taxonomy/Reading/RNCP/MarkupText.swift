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
    guard text.contains(where: { $0 == "<" || $0 == "&" || $0 == "\0" }) else { return text }
    var out = ""
    var rest = text.replacing("\0", with: "")[...]
    while let hit = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      out += rest[..<hit]
      rest = rest[hit...]
      if rest.first == "<", let end = rest.firstIndex(of: ">"), isTag(rest[rest.index(after: hit)..<end]) {
        let name = rest[rest.index(after: hit)..<end].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        let isInline = ["b", "i", "u", "em", "strong", "span", "a", "sup", "sub", "font"].contains(
          name.lowercased())
        if !isInline { out += name.lowercased() == "li" ? "\n• " : "\n" }
        rest = rest[rest.index(after: end)...]
      } else if rest.first == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let resolved = entity(rest[rest.index(after: hit)..<end])
      {
        out += resolved
        rest = rest[rest.index(after: end)...]
      } else {
        out.append(rest.removeFirst())
      }
    }
    return out + rest
  }

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
