import CVectors

/// Bytes of stretches of a string that are given in Unicode scalars, in ascending order for the most part: each is looked
/// for from where the last one began.
struct ScalarSlices {
  private var text: String
  /// A place that was found: scalars and bytes before it.
  private var scalar = 0
  private var byte = 0

  init(_ text: String) { self.text = text }

  /// Calls `body` with the UTF-8 of a stretch; what lies outside the text is left out.
  mutating func withBytes(of range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var (scalar, byte) = range.lowerBound < scalar ? (0, 0) : (scalar, byte)
    text.withUTF8 { utf8 in
      byte = Self.advance(byte, by: range.lowerBound - scalar, in: utf8)
      scalar = range.lowerBound
      let end = Self.advance(byte, by: range.count, in: utf8)
      body(UnsafeBufferPointer(rebasing: utf8[byte..<end]))
    }
    (self.scalar, self.byte) = (scalar, byte)
  }

  /// The place some scalars further on, the end of the text at most.
  private static func advance(_ start: Int, by count: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    guard count > 0, let base = utf8.baseAddress else { return start }
    return Int(sm_scalars(base, Int64(utf8.count), Int64(start), Int64(count)))
  }
}
