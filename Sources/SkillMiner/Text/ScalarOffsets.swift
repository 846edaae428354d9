/// Turns UTF-16 offsets into Unicode scalar offsets, remembering how far it has counted.
struct ScalarOffsets {
  private var unit = 0
  private var scalar = 0

  /// Scalars before a UTF-16 offset of the text.
  mutating func scalar(at offset: Int, in units: [UInt16]) -> Int {
    units.withUnsafeBufferPointer { scalar(at: offset, in: $0) }
  }

  /// The same.
  mutating func scalar(at offset: Int, in units: UnsafeBufferPointer<UInt16>) -> Int {
    if offset < unit {
      unit = 0
      scalar = 0
    }
    advance(to: offset, units)
    return scalar
  }

  private mutating func advance(to offset: Int, _ units: UnsafeBufferPointer<UInt16>) {
    guard let base = units.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    // No surrogate among sixteen units: a lane is zero where a unit is one, and then may be among those marked.
    while unit + 16 <= offset {
      var marked: UInt64 = 0
      for place in 0..<4 {
        let four = raw.loadUnaligned(fromByteOffset: (unit + place * 4) * 2, as: UInt64.self)
        let rest = (four ^ 0xD800_D800_D800_D800) & 0xF800_F800_F800_F800
        marked |= (rest &- 0x0001_0001_0001_0001) & ~rest
      }
      if marked & 0x8000_8000_8000_8000 != 0 { break }
      unit += 16
      scalar += 16
    }
    while unit < offset {
      if unit + 4 <= offset {
        // A lane is zero where a unit is a surrogate.
        let four = UnsafeRawPointer(base + unit).loadUnaligned(as: UInt64.self)
        let rest = (four ^ 0xD800_D800_D800_D800) & 0xF800_F800_F800_F800
        if (rest &- 0x0001_0001_0001_0001) & ~rest & 0x8000_8000_8000_8000 == 0 {
          unit += 4
          scalar += 4
          continue
        }
      }
      // A low surrogate behind a high one belongs to the scalar already counted.
      if !(units[unit] & 0xFC00 == 0xDC00 && unit > 0 && units[unit - 1] & 0xFC00 == 0xD800) { scalar += 1 }
      unit += 1
    }
  }
}
