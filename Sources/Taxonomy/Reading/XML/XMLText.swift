/// From raw bytes of XML to text.
struct XMLText {
  /// How the bytes of the file are read; UTF-8 falls back to Windows-1252 text by text.
  let encoding: TextDecoding.Encoding

  /// Text of bytes.
  ///
  /// - Parameter isMarkup: whether entities are resolved; they are not in CDATA. Names that are not of XML (`&eacute;`)
  ///   stay as they are, for the cleaning of HTML behind.
  func decode(_ bytes: some Collection<UInt8>, resolving isMarkup: Bool, isSound: inout Bool) -> String {
    var text: String
    if encoding == .utf8 {
      let all = Array(bytes)
      let isUTF8 = TextDecoding.isUTF8(all)
      if !isUTF8 { isSound = false }
      text = TextDecoding.decode(all, as: isUTF8 ? .utf8 : .windows1252)
    } else {
      text = TextDecoding.decode(bytes, as: encoding)
    }
    if text.utf8.contains(0) { text = text.replacing("\0", with: "") }
    return isMarkup && text.utf8.contains(0x26) ? Self.resolve(text) : text
  }

  private static func resolve(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    var rest = text[...]
    while let hit = rest.utf8.firstIndex(of: 0x26) {
      out += rest[..<hit]
      rest = rest[hit...]
      if let end = rest.utf8.prefix(12).firstIndex(of: 0x3B),
        let value = value(rest[rest.utf8.index(after: hit)..<end])
      {
        out.unicodeScalars.append(value)
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        out += "&"
        rest = rest[rest.utf8.index(after: hit)...]
      }
    }
    return out + rest
  }

  private static func value(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
  }
}
