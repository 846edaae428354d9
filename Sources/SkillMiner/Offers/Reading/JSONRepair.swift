/// Puts right what makes JSON ill-formed without making it unreadable.
enum JSONRepair {
  /// - Returns: the bytes with control characters made blanks and halves of surrogate pairs replaced; `nil` when
  ///   there is nothing of the kind.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var hasChanged = false
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x20 {
        // Raw line ends stand for line breaks in a text; between values a blank does as well.
        output.append(0x20)
        hasChanged = true
        i += 1
      } else if bytes[i] == 0x5C, let unit = codeUnit(bytes, i) {
        if (0xD800..<0xDC00).contains(unit), let low = codeUnit(bytes, i + 6), (0xDC00..<0xE000).contains(low)
        {
          output += bytes[i..<i + 12]
          i += 12
        } else if (0xD800..<0xE000).contains(unit) {
          output += Array("\\uFFFD".utf8)
          hasChanged = true
          i += 6
        } else {
          output += bytes[i..<i + 6]
          i += 6
        }
      } else if bytes[i] == 0x5C, i + 1 < bytes.count {
        output += bytes[i...i + 1]
        i += 2
      } else {
        output.append(bytes[i])
        i += 1
      }
    }
    return hasChanged ? output : nil
  }

  private static func codeUnit(_ bytes: [UInt8], _ i: Int) -> UInt32? {
    guard i + 5 < bytes.count, bytes[i] == 0x5C, bytes[i + 1] == 0x75 else { return nil }
    return UInt32(String(decoding: bytes[i + 2..<i + 6], as: UTF8.self), radix: 16)
  }
}
