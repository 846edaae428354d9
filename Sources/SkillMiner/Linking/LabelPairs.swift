/// Pairs of keys that stand side by side in some way of writing an item: an open-addressing table of 64-bit pairs.
struct LabelPairs: Sendable {
  private let slots: FrozenArray<UInt64>
  private let mask: Int

  /// - Parameter phrases: content keys of each phrase, in order.
  init(_ phrases: [[Int32]]) {
    var pairs = Set<UInt64>()
    for keys in phrases {
      for (a, b) in zip(keys, keys.dropFirst()) where a >= 0 && b >= 0 { pairs.insert(Self.pair(a, b)) }
    }
    var size = 16
    while size < pairs.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: .max, count: size)
    for pair in pairs.sorted() {
      var slot = Self.slot(pair, size - 1)
      while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
      slots[slot] = pair
    }
    self.slots = FrozenArray(slots)
    mask = size - 1
  }

  @inline(__always)
  private static func pair(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
  }

  @inline(__always)
  private static func slot(_ pair: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Whether the second key follows the first in some phrase.
  @inline(__always)
  func contains(_ a: Int32, _ b: Int32) -> Bool {
    guard a >= 0, b >= 0 else { return false }
    let pair = Self.pair(a, b)
    var slot = Self.slot(pair, mask)
    while slots.base[slot] != .max {
      if slots.base[slot] == pair { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
