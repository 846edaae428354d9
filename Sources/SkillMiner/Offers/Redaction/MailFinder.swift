/// Finds e-mail addresses, also written out (`nom [at] domaine.fr`), and the links that carry one.
enum MailFinder {
  /// Longest address or link that is looked at, in bytes; bounds the work for each `@`.
  private static let reach = 320

  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let mayBeSign = signStarts
    var i = 0
    while i < bytes.count {
      guard mayBeSign[Int(bytes[i])] else {
        i += 1
        continue
      }
      if let sign = sign(bytes, i), let range = address(bytes, around: sign),
        range.lowerBound >= found.last?.upperBound ?? 0
      {
        found.append(range)
        i = max(range.upperBound, i + 1)
      } else {
        i += 1
      }
    }
    return found
  }

  /// Bytes a sign starts with.
  private static let signStarts = (0...255).map { [0x25, 0x28, 0x40, 0x5B, 0x7B].contains($0) }

  /// The range of an "@", `%40`, `(at)`, `[at]` or `[arobase]` with the white space around a written-out one.
  private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Range<Int>? {
    switch bytes[i] {
    case 0x40: return spaced(bytes, i..<i + 1)
    case 0x25: return matches(bytes, i, "%40") ? i..<i + 3 : nil
    case 0x28, 0x5B, 0x7B:
      for word in ["at", "arobase", "arobas", "@", "a"] {
        let end = i + 1 + word.utf8.count
        if end < bytes.count, matches(bytes, i + 1, word), [0x29, 0x5D, 0x7D].contains(bytes[end]) {
          return spaced(bytes, i..<end + 1)
        }
      }
      return nil
    default: return nil
    }
  }

  private static func spaced(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    if lower > 0, bytes[lower - 1] == 0x20 { lower -= 1 }
    if upper < bytes.count, bytes[upper] == 0x20 { upper += 1 }
    return lower..<upper
  }

  private static func address(_ bytes: UnsafeBufferPointer<UInt8>, around sign: Range<Int>) -> Range<Int>? {
    var lower = sign.lowerBound
    while lower > 0, sign.lowerBound - lower < 64, isLocal(bytes[lower - 1]) { lower -= 1 }
    // An apostrophe or a dot before the address is punctuation.
    while lower < sign.lowerBound, !ASCII.isAlphanumeric(bytes[lower]), bytes[lower] < 0x80 { lower += 1 }
    guard lower < sign.lowerBound, let upper = domainEnd(bytes, sign.upperBound) else { return nil }
    return widenedToLink(bytes, lower..<upper)
  }

  /// The end of `domaine.fr`: labels of letters, digits, hyphens, and a last one of letters only.
  private static func domainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start
    var labelStart = start
    var end: Int?
    while i < bytes.count, i - start < 253 {
      let byte = bytes[i]
      if ASCII.isAlphanumeric(byte) || byte == 0x2D {
        i += 1
        if labelStart > start, i - labelStart >= 2, bytes[labelStart..<i].allSatisfy(ASCII.isLetter) {
          end = i
        }
      } else if byte == 0x2E, i > labelStart {
        i += 1
        labelStart = i
      } else {
        break
      }
    }
    return end
  }

  /// `mailto:a@b.fr?subject=…` and `https://site/?mail=a@b.fr` go as a whole.
  private static func widenedToLink(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower > 0, range.lowerBound - lower < reach, isLink(bytes[lower - 1]) { lower -= 1 }
    let isLinked = ["http://", "https://", "mailto:", "www."].contains { scheme in
      (lower..<range.lowerBound).contains { matches(bytes, $0, scheme) }
    }
    guard isLinked else { return range }
    while lower < range.lowerBound,
      !["http", "mailto:", "www."].contains(where: { matches(bytes, lower, $0) })
    {
      lower += 1
    }
    var upper = range.upperBound
    while upper < bytes.count, upper - range.upperBound < reach, isLink(bytes[upper]) { upper += 1 }
    while upper > range.upperBound, [0x2E, 0x2C, 0x3B, 0x21, 0x3F].contains(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D, 0x27].contains(byte)
  }

  private static func isLink(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D].contains(byte)
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: String) -> Bool {
    var i = start
    for byte in text.utf8 {
      guard i < bytes.count, bytes[i] == byte || (ASCII.isLetter(byte) && bytes[i] | 0x20 == byte) else {
        return false
      }
      i += 1
    }
    return true
  }
}
