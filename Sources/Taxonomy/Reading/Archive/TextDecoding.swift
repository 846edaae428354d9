/// From bytes to text: UTF-8, or Windows-1252 where a file is not UTF-8.
public enum TextDecoding {
  /// How the bytes of a file are to be read.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    /// A superset of ISO 8859-1 for printable text; the five undefined bytes become U+FFFD.
    case windows1252 = "Windows-1252"
    /// ISO 8859-15, named by an XML declaration and never guessed; 0x80–0x9F as in Windows-1252.
    case latin9 = "ISO-8859-15"
  }

  /// The encoding of a sample.
  ///
  /// - Parameter isComplete: whether the file ends here; if not, a character cut at the end does not count.
  public static func detect(_ bytes: [UInt8], isComplete: Bool) -> Encoding {
    var end = bytes.count
    if !isComplete {
      // At most three continuation bytes stand behind a lead byte.
      while end > 0, bytes.count - end < 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
      if end > 0, bytes[end - 1] >= 0xC0 { end -= 1 }
    }
    return isUTF8(end == bytes.count ? bytes : Array(bytes[..<end])) ? .utf8 : .windows1252
  }

  /// Whether the bytes are well-formed UTF-8.
  public static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// The text of bytes; ill-formed UTF-8 becomes U+FFFD.
  public static func decode(_ bytes: some Collection<UInt8>, as encoding: Encoding) -> String {
    switch encoding {
    case .utf8:
      return String(decoding: bytes, as: UTF8.self)
    case .windows1252, .latin9:
      let isLatin9 = encoding == .latin9
      var scalars = String.UnicodeScalarView()
      for byte in bytes {
        scalars.append(
          byte & 0xE0 == 0x80
            ? Self.upperHalf[Int(byte & 0x1F)] : isLatin9 ? Self.latin9(byte) : Unicode.Scalar(byte))
      }
      return String(scalars)
    }
  }

  /// The eight places in which ISO 8859-15 differs from ISO 8859-1.
  private static func latin9(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0xA4: "€"
    case 0xA6: "Š"
    case 0xA8: "š"
    case 0xB4: "Ž"
    case 0xB8: "ž"
    case 0xBC: "Œ"
    case 0xBD: "œ"
    case 0xBE: "Ÿ"
    default: Unicode.Scalar(byte)
    }
  }

  /// Windows-1252 for 0x80–0x9F.
  static let upperHalf: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
