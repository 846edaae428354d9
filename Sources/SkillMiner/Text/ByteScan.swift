/// Looks for rare bytes in a text, eight at a time: most stretches hold none of them.
enum ByteScan {
  /// The first offset at or behind `start` that holds one of three bytes; `bytes.count` when none does.
  @inline(__always)
  static func first(
    of a: UInt8, _ b: UInt8, _ c: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let (a8, b8, c8) = (eight(a), eight(b), eight(c))
    var i = start
    while i + 8 <= bytes.count {
      let chunk = UInt64(
        littleEndian: UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self))
      let found = zeros(chunk ^ a8) | zeros(chunk ^ b8) | zeros(chunk ^ c8)
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < bytes.count, bytes[i] != a, bytes[i] != b, bytes[i] != c { i += 1 }
    return i
  }

  @inline(__always)
  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The upper bit of each byte that is zero; bytes above the lowest such one may be marked wrongly (A. Mycroft, 1987).
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
