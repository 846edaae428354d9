/// What the analyser remembers of a raw spelling, so that folding and stemming are done once per distinct token.
struct TokenEntry {
  var form: Int32
  var key: Int32
  var flags: Token.Flags
}

/// Open-addressing table from raw UTF-16 spellings to entries. Grows with the vocabulary up to a bound, then forgets
/// everything: a hostile text of endless new words cannot eat the memory.
struct TokenMemo {
  private static let maximumEntries = 1 << 18
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var starts: [Int32] = []
  private var lengths: [Int32] = []
  private var entries: [TokenEntry] = []
  private var arena: [UInt16] = []

  init() { slots = [Int32](repeating: -1, count: 1 << 12) }

  static func hash(_ units: UnsafeBufferPointer<UInt16>.SubSequence) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for unit in units { h = (h ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15; h ^= h >> 29 }
    return h
  }

  func find(_ units: UnsafeBufferPointer<UInt16>.SubSequence, hash: UInt64) -> TokenEntry? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return nil }
      if hashes[index] == hash, lengths[index] == Int32(units.count) {
        let start = Int(starts[index])
        var same = true
        for (offset, unit) in units.enumerated() where arena[start + offset] != unit {
          same = false
          break
        }
        if same { return entries[index] }
      }
      slot = (slot + 1) & mask
    }
  }

  mutating func insert(_ units: UnsafeBufferPointer<UInt16>.SubSequence, hash: UInt64, entry: TokenEntry) {
    if entries.count >= Self.maximumEntries { self = TokenMemo() }
    if entries.count * 2 >= slots.count { grow() }
    let index = Int32(entries.count)
    starts.append(Int32(arena.count))
    lengths.append(Int32(units.count))
    arena.append(contentsOf: units)
    hashes.append(hash)
    entries.append(entry)
    place(index, hash)
  }

  private mutating func place(_ index: Int32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = index
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in entries.indices { place(Int32(index), hashes[index]) }
  }
}
