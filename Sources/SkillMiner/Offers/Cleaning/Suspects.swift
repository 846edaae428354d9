import CVectors

/// Finds the bytes at which a text may need cleaning.
enum Suspects {
  /// First offset at or behind `start` where cleaning has something to look at; `nil` when there is none.
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var i = start
    while true {
      i = Int(sm_marked(base, Int64(bytes.count), marks.base, Int64(i)))
      if i >= bytes.count { return nil }
      if isSuspect(bytes, i) { return i }
      i += 1
    }
  }

  /// A mark for each byte that is suspect, or may be with what follows it.
  private static let marks = FrozenArray<UInt8>(
    (0...255).map { byte in
      switch byte {
      case 0x09, 0x0A: 0
      case 0x00..<0x20, 0x26, 0x3C, 0x5C, 0x7F: 1
      case 0x2F, 0xC2, 0xD8, 0xE2, 0xEF: 1
      default: 0
      }
    })

  private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    // "/r/n": a line break that a feed wrote out with the wrong slash.
    if bytes[i] == 0x2F { return isSlashBreak(bytes, i) }
    guard bytes[i] >= 0xC0 else { return true }
    let (scalar, _) = decodeScalar(bytes, i)
    return Replacement.of(scalar) != .itself
  }

  /// Whether `/r/n` stands at an offset.
  static func isSlashBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i + 3 < bytes.count && bytes[i + 1] == 0x72 && bytes[i + 2] == 0x2F && bytes[i + 3] == 0x6E
  }
}

/// Decodes the scalar at an offset of valid UTF-8.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (scalar: UInt32, length: Int) {
  let lead = UInt32(bytes[i])
  func tail(_ k: Int) -> UInt32 { UInt32(bytes[i + k] & 0x3F) }
  if lead < 0x80 { return (lead, 1) }
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
  return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
}
