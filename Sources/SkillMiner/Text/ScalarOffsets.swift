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
    while unit < offset {
      // A low surrogate behind a high one belongs to the scalar already counted.
      if !(units[unit] & 0xFC00 == 0xDC00 && unit > 0 && units[unit - 1] & 0xFC00 == 0xD800) { scalar += 1 }
      unit += 1
    }
    return scalar
  }
}
