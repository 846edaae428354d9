/// Bytes of JSON strings.
enum JSONBytes {
  /// First offset at or behind `start` of a quote, a backslash or a control character; the end when there is none.
  ///
  /// Eight bytes at a time (Mycroft's test for a byte below, or equal to, a value).
  @inline(__always)
  static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var i = start
    while i + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let hits =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      if hits & highs != 0 { break }
      i += 8
    }
    while i < bytes.count, bytes[i] >= 0x20, bytes[i] != 0x22, bytes[i] != 0x5C { i += 1 }
    return i
  }

  /// The four hexadecimal digits at an offset.
  static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// A string without its quotes, escapes resolved. What is passed was found well-formed.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x5C, i + 1 < bytes.count else {
        let end = max(i + 1, endOfPlain(bytes, from: i))
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[i..<end]))
        i = end
        continue
      }
      switch bytes[i + 1] {
      case 0x62: output.append(0x08)
      case 0x66: output.append(0x0C)
      case 0x6E: output.append(0x0A)
      case 0x72: output.append(0x0D)
      case 0x74: output.append(0x09)
      case 0x75:
        var scalar = unit(bytes, i + 2) ?? 0xFFFD
        i += 4
        if (0xD800..<0xDC00).contains(scalar), let low = unit(bytes, i + 4) {
          scalar = 0x10000 + ((scalar & 0x3FF) << 10 | low & 0x3FF)
          i += 6
        }
        output.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      default: output.append(bytes[i + 1])
      }
      i += 2
    }
    return String(decoding: output, as: UTF8.self)
  }
}
