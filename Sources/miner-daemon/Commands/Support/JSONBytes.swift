/// Pieces of JSON appended to bytes: what `JSONText` gives as strings, without making any.
enum JSONBytes {
  /// A piece that needs no escape.
  @inline(__always)
  static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A string that needs no escape, without quotes.
  static func append(raw text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// A string with quotes, as `JSONText.string`.
  static func append(string text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { append(escaping: $0, to: &bytes) }
    bytes.append(0x22)
  }

  /// A number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    guard number >= 10 else {
      if number >= 0 { return bytes.append(0x30 + UInt8(number)) }
      return append(raw: String(number), to: &bytes)
    }
    var digits: UInt64 = 0
    var count = 0
    var rest = number
    // Eight digits fit a word; offsets have no more.
    guard number < 100_000_000 else { return append(raw: String(number), to: &bytes) }
    while rest > 0 {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    }
    for _ in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  /// Well-formed UTF-8 as the inside of a string: runs that need no escape are copied whole.
  static func append(escaping utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      // Line separators (E2 80 A8, E2 80 A9) are legal in JSON and end a line for some readers of JSON lines.
      let isSeparator =
        byte == 0xE2 && index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || isSeparator else { continue }
      if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index])) }
      start = index + 1
      switch byte {
      case 0x22: append("\\\"", to: &bytes)
      case 0x5C: append("\\\\", to: &bytes)
      case 0x0A: append("\\n", to: &bytes)
      case 0x0D: append("\\r", to: &bytes)
      case 0x09: append("\\t", to: &bytes)
      case 0xE2:
        if utf8[index + 2] == 0xA8 { append("\\u2028", to: &bytes) } else { append("\\u2029", to: &bytes) }
        start = index + 3
      default:
        append("\\u00", to: &bytes)
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
    if start < utf8.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...])) }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
