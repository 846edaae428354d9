/// Pieces of JSON appended to bytes: what `JSONText` gives as strings, without making any.
enum JSONBytes {
  /// A piece that needs no escape.
  @inline(__always)
  static func append(_ text: StaticString, to bytes: inout OutputBytes) {
    bytes.append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// A string that needs no escape, without quotes.
  static func append(raw text: String, to bytes: inout OutputBytes) {
    var text = text
    text.withUTF8 { bytes.append($0) }
  }

  /// A string with quotes, as `JSONText.string`.
  static func append(string text: String, to bytes: inout OutputBytes) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { append(escaping: $0, to: &bytes) }
    bytes.append(0x22)
  }

  /// A number.
  static func append(_ number: Int, to bytes: inout OutputBytes) {
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
  static func append(escaping utf8: UnsafeBufferPointer<UInt8>, to bytes: inout OutputBytes) {
    guard let base = utf8.baseAddress else { return }
    var start = 0
    var index = 0
    while true {
      index = endOfPlain(utf8, from: index)
      if index == utf8.count { break }
      let byte = utf8[index]
      // Line separators (E2 80 A8, E2 80 A9) are legal in JSON and end a line for some readers of JSON lines.
      if byte == 0xE2,
        index + 2 >= utf8.count || utf8[index + 1] != 0x80 || utf8[index + 2] & 0xFE != 0xA8
      {
        index += 1
        continue
      }
      bytes.append(base + start, index - start)
      index += byte == 0xE2 ? 3 : 1
      start = index
      switch byte {
      case 0x22: append("\\\"", to: &bytes)
      case 0x5C: append("\\\\", to: &bytes)
      case 0x0A: append("\\n", to: &bytes)
      case 0x0D: append("\\r", to: &bytes)
      case 0x09: append("\\t", to: &bytes)
      case 0xE2:
        if utf8[index - 1] == 0xA8 { append("\\u2028", to: &bytes) } else { append("\\u2029", to: &bytes) }
      default:
        append("\\u00", to: &bytes)
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      }
    }
    bytes.append(base + start, utf8.count - start)
  }

  /// First offset at or behind `start` of what may need an escape; the end when there is none. Eight bytes at a time (Mycroft's
  /// tests).
  @inline(__always)
  private static func endOfPlain(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
    var at = start
    while at + 8 <= utf8.count {
      let word = UnsafeRawPointer(utf8.baseAddress! + at).loadUnaligned(as: UInt64.self)
      let hits =
        zeros(word & 0xE0E0_E0E0_E0E0_E0E0) | zeros(word ^ 0x2222_2222_2222_2222)
        | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C) | zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
        | zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)
      if hits & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < utf8.count {
      let byte = utf8[at]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 { return at }
      at += 1
    }
    return at
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
