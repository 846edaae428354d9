/// MT19937 (Matsumoto and Nishimura 1998), seeded and drawn from as Python's `random` does, so that a bootstrap gives the
/// same intervals as the score sheet that goes with the annotated offers.
struct MersenneTwister {
  private static let size = 624
  private var state: [UInt32]
  private var index = MersenneTwister.size

  /// Seeds with one number (`init_by_array` with a key of one word).
  init(seed: UInt32) {
    var state = [UInt32](repeating: 19_650_218, count: Self.size)
    for i in 1..<Self.size { state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i) }
    var i = 1
    for _ in 0..<Self.size {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525) &+ seed
      i += 1
      if i == Self.size {
        state[0] = state[Self.size - 1]
        i = 1
      }
    }
    for _ in 1..<Self.size {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941) &- UInt32(i)
      i += 1
      if i == Self.size {
        state[0] = state[Self.size - 1]
        i = 1
      }
    }
    state[0] = 0x8000_0000
    self.state = state
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if index == Self.size { twist() }
    var y = state[index]
    index += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9D2C_5680
    y ^= y << 15 & 0xEFC6_0000
    return y ^ y >> 18
  }

  /// A number below `bound`, as `randrange` draws it: as many bits as the bound has, again until they are below it.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0 && bound <= Int(UInt32.max))
    let bits = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      let value = Int(next() >> (32 - UInt32(bits)))
      if value < bound { return value }
    }
  }

  private mutating func twist() {
    for i in 0..<Self.size {
      let y = state[i] & 0x8000_0000 | state[(i + 1) % Self.size] & 0x7FFF_FFFF
      state[i] = state[(i + 397) % Self.size] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    index = 0
  }
}
