/// Turns UTF-16 offsets into Unicode scalar offsets, remembering how far it has counted.
struct ScalarOffsets {
  private var unit = 0
  private var scalar = 0

  /// Scalars before a UTF-16 offset of the text.
  mutating func scalar(at offset: Int, in units: [UInt16]) -> Int {
    if offset < unit {
      unit = 0
      scalar = 0
    }
    units.withUnsafeBufferPointer { advance(to: offset, $0) }
    return scalar
  }

  private mutating func advance(to offset: Int, _ units: UnsafeBufferPointer<UInt16>) {
    guard let base = units.baseAddress else { return }
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
