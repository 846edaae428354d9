/// UTF-8 text ready to be appended.
typealias Bytes = [UInt8]

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends with a capital first letter (ASCII and the accented letters of French).
  mutating func appendCapitalised(_ text: Bytes) {
    let start = count
    append(contentsOf: text)
    guard start < count else { return }
    if self[start] >= 0x61, self[start] <= 0x7A {
      self[start] -= 0x20
    } else if self[start] == 0xC3, start + 1 < count, self[start + 1] >= 0xA0, self[start + 1] != 0xB7 {
      self[start + 1] -= 0x20
    }
  }

  /// Appends a number, padded with zeros to `width`.
  mutating func appendNumber(_ number: Int, width: Int) {
    var divisor = 1
    for _ in 1..<Swift.max(width, 1) { divisor *= 10 }
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
