import Foundation

/// Walks over JSON in bytes; every step says whether what stands there is plain, and nothing is built but what is asked.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte to be read; 0 at the end, where no step goes on.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  /// Whether nothing but spaces is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return at == bytes.count
    }
  }

  mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  /// Goes behind a byte if it stands there.
  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  // MARK: - Strings

  private struct Contents {
    var range: Range<Int>
    var isASCII: Bool
    var isEscaped: Bool
  }

  /// A string without escapes, in ASCII, as its bytes: what a key is.
  mutating func plainString() -> UnsafeBufferPointer<UInt8>? {
    guard let contents = contents(), contents.isASCII, !contents.isEscaped else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[contents.range])
  }

  /// A string; `nil` when it is none, or not UTF-8.
  mutating func string() -> String? {
    guard let contents = contents() else { return nil }
    if !contents.isEscaped { return String(validating: bytes[contents.range], as: UTF8.self) }
    return unescaped(contents.range).flatMap { String(validating: $0, as: UTF8.self) }
  }

  private mutating func contents() -> Contents? {
    guard take(0x22), let base = bytes.baseAddress else { return nil }
    let start = at
    let raw = UnsafeRawPointer(base)
    var high: UInt64 = 0
    var isEscaped = false
    while at < bytes.count {
      // Eight bytes at a time, as long as none is a quote, a backslash or a control character.
      while at + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if Self.hasZero(word ^ 0x2222_2222_2222_2222) || Self.hasZero(word ^ 0x5C5C_5C5C_5C5C_5C5C)
          || Self.hasZero(word & 0xE0E0_E0E0_E0E0_E0E0)
        {
          break
        }
        high |= word
        at += 8
      }
      // Up to seven more by hand, the special one among them.
      let stop = min(at + 8, bytes.count)
      while at < stop {
        let byte = bytes[at]
        if byte == 0x22 {
          at += 1
          return Contents(
            range: start..<at - 1, isASCII: high & 0x8080_8080_8080_8080 == 0, isEscaped: isEscaped)
        }
        if byte < 0x20 { return nil }
        high |= UInt64(byte)
        if byte == 0x5C {
          isEscaped = true
          at += 2
          break
        }
        at += 1
      }
    }
    return nil
  }

  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// The bytes of a string with escapes; `nil` for an escape that is none, or half a pair of surrogates.
  private func unescaped(_ range: Range<Int>) -> [UInt8]? {
    var isWhole = true
    // No escape is shorter than what it stands for.
    let out = [UInt8](unsafeUninitializedCapacity: range.count) { out, count in
      guard let to = out.baseAddress, let end = unescape(range, to) else {
        isWhole = range.isEmpty
        return
      }
      count = end
    }
    return isWhole ? out : nil
  }

  /// Number of bytes written.
  private func unescape(_ range: Range<Int>, _ out: UnsafeMutablePointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let plain = index
      index =
        memchr(base + index, 0x5C, range.upperBound - index).map {
          UnsafeRawPointer($0) - UnsafeRawPointer(base)
        }
        ?? range.upperBound
      UnsafeMutableRawPointer(out + count).copyMemory(from: base + plain, byteCount: index - plain)
      count += index - plain
      if index == range.upperBound { break }
      guard index + 1 < range.upperBound else { return nil }
      switch bytes[index + 1] {
      case 0x22, 0x5C, 0x2F: out[count] = bytes[index + 1]
      case 0x62: out[count] = 0x08
      case 0x66: out[count] = 0x0C
      case 0x6E: out[count] = 0x0A
      case 0x72: out[count] = 0x0D
      case 0x74: out[count] = 0x09
      case 0x75:
        guard let (scalar, end) = escapedScalar(index, range.upperBound) else { return nil }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          out[count] = byte
          count += 1
        }
        index = end
        continue
      default: return nil
      }
      count += 1
      index += 2
    }
    return count
  }

  /// The scalar of `\uXXXX`, or of two that are a pair, and where it ends.
  private func escapedScalar(_ index: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    guard let first = unit(index, end) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, index + 6) }
    guard first < 0xDC00, let second = unit(index + 6, end), second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
    else { return nil }
    return (scalar, index + 12)
  }

  private func unit(_ index: Int, _ end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for place in index + 2..<index + 6 {
      let digit: UInt8
      switch bytes[place] {
      case 0x30...0x39: digit = bytes[place] - 0x30
      case 0x41...0x46: digit = bytes[place] - 0x37
      case 0x61...0x66: digit = bytes[place] - 0x57
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  // MARK: - Other values

  /// An integer of up to fifteen digits without sign, as it is written.
  mutating func integer() -> String? {
    let start = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    guard at > start, at - start <= 15, bytes[start] != 0x30 || at == start + 1,
      next == 0x2C || next == 0x7D || next == 0x20
    else { return nil }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Goes behind a value of any kind; `false` when it is not plain.
  mutating func skipValue(deepest: Int) -> Bool {
    switch next {
    case 0x22: return skipString()
    case 0x7B: return deepest > 0 && skipObject(deepest: deepest)
    case 0x5B: return deepest > 0 && skipArray(deepest: deepest)
    case 0x74: return skip("true")
    case 0x66: return skip("false")
    case 0x6E: return skip("null")
    default: return skipNumber()
    }
  }

  private mutating func skipString() -> Bool {
    guard let contents = contents() else { return false }
    if contents.isEscaped {
      return unescaped(contents.range).map { String(validating: $0, as: UTF8.self) != nil } ?? false
    }
    return contents.isASCII || String(validating: bytes[contents.range], as: UTF8.self) != nil
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[offset]) { return false }
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = take(0x2D)
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    let first = next
    guard isDigit(first) else { return false }
    at += 1
    if first == 0x30, isDigit(next) { return false }
    while isDigit(next) { at += 1 }
    if take(0x2E) {
      guard isDigit(next) else { return false }
      while isDigit(next) { at += 1 }
    }
    // An exponent may leave the range of numbers.
    return next != 0x65 && next != 0x45
  }

  private mutating func skipObject(deepest: Int) -> Bool {
    at += 1
    skipSpaces()
    if take(0x7D) { return true }
    while true {
      guard next == 0x22, skipString() else { return false }
      skipSpaces()
      guard take(0x3A) else { return false }
      skipSpaces()
      guard skipValue(deepest: deepest - 1) else { return false }
      skipSpaces()
      if take(0x7D) { return true }
      guard take(0x2C) else { return false }
      skipSpaces()
    }
  }

  private mutating func skipArray(deepest: Int) -> Bool {
    at += 1
    skipSpaces()
    if take(0x5D) { return true }
    while true {
      guard skipValue(deepest: deepest - 1) else { return false }
      skipSpaces()
      if take(0x5D) { return true }
      guard take(0x2C) else { return false }
      skipSpaces()
    }
  }
}
