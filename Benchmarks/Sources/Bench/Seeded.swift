/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct Seeded {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Elements in a random order.
  static func shuffled<T>(_ elements: [T]) -> [T] {
    var seeded = Seeded(seed: 0x5EED)
    return elements.indices.map { (seeded.next(), $0) }.sorted { $0 < $1 }.map { elements[$0.1] }
  }
}
