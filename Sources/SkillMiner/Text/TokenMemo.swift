/// What the analyser remembers of a raw spelling, so that folding and stemming are done once per distinct token.
struct TokenEntry {
  var form: Int32
  var key: Int32
  var flags: Token.Flags
  var traits: Traits

  /// Facts on the spelling that the analyser would otherwise look for at every occurrence.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Digits and no letter.
    static let number = Traits(rawValue: 1)
    /// A capital between two small letters: two words may be glued.
    static let camel = Traits(rawValue: 2)
  }
}

/// Open-addressing table from raw UTF-16 spellings to entries; one a thread, used through unsafe memory so that a look-up
/// neither allocates nor counts references.
///
/// Spellings of up to eight units stand in their slot, longer ones in an arena. It grows with the vocabulary up to
/// `maximumEntries` (8 MB of slots), then forgets everything; spellings longer than `maximumLength` are never
/// remembered: a hostile text of endless new words cannot eat the memory.
struct TokenMemo {
  static let maximumEntries = 1 << 17
  static let maximumLength = 64

  private struct Slot {
    /// The spelling, padded with zeros; of a long one its hash and its place in the arena.
    var low: UInt64
    var high: UInt64
    /// 0 in an empty slot.
    var length: Int32
    var entry: TokenEntry
  }

  /// What is looked for.
  struct Probe {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    fileprivate var hash: UInt64
    fileprivate var length: Int32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0
  private var arena: UnsafeMutablePointer<UInt16>
  private var arenaCapacity: Int
  private var arenaCount = 0

  init() {
    (slots, mask) = Self.empty(1 << 12)
    arenaCapacity = 1 << 12
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    slots.deallocate()
    arena.deallocate()
  }

  /// - Parameter readable: units that may be read from `units` on, `length` at least.
  @inline(__always)
  func probe(_ units: UnsafePointer<UInt16>, _ length: Int, readable: Int) -> Probe {
    var low: UInt64
    var high: UInt64
    if length <= 8 {
      if readable >= 8 {
        let raw = UnsafeRawPointer(units)
        low = raw.loadUnaligned(as: UInt64.self)
        high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        if length <= 4 {
          low &= ~0 >> UInt64(truncatingIfNeeded: 64 - length * 16)
          high = 0
        } else {
          high &= ~0 >> UInt64(truncatingIfNeeded: 128 - length * 16)
        }
      } else {
        (low, high) = Self.gather(units, length)
      }
    } else {
      low = Self.hash(units, length)
      high = 0
    }
    return Probe(
      low: low, high: high, hash: Self.mix(low, high, length), length: Int32(truncatingIfNeeded: length))
  }

  @inline(__always)
  func find(_ probe: Probe, _ units: UnsafePointer<UInt16>) -> TokenEntry? {
    var index = Int(truncatingIfNeeded: probe.hash) & mask
    while true {
      let slot = slots + index
      let length = slot.pointee.length
      if length == 0 { return nil }
      if length == probe.length, slot.pointee.low == probe.low {
        if length <= 8 {
          if slot.pointee.high == probe.high { return slot.pointee.entry }
        } else if Self.equal(arena + Int(truncatingIfNeeded: slot.pointee.high), units, Int(length)) {
          return slot.pointee.entry
        }
      }
      index = (index + 1) & mask
    }
  }

  /// Remembers a spelling that `find` did not know.
  mutating func insert(_ probe: Probe, _ units: UnsafePointer<UInt16>, _ entry: TokenEntry) {
    let length = Int(probe.length)
    guard length > 0, length <= Self.maximumLength else { return }
    if count >= Self.maximumEntries { clear() }
    if count * 2 > mask { grow() }
    var slot = Slot(low: probe.low, high: probe.high, length: probe.length, entry: entry)
    if length > 8 {
      reserveArena(length)
      (arena + arenaCount).update(from: units, count: length)
      slot.high = UInt64(arenaCount)
      arenaCount += length
    }
    place(slot, probe.hash)
    count += 1
  }

  // MARK: - Memory

  private static func empty(_ capacity: Int) -> (UnsafeMutablePointer<Slot>, Int) {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    let none = TokenEntry(form: -1, key: -1, flags: [], traits: [])
    slots.initialize(repeating: Slot(low: 0, high: 0, length: 0, entry: none), count: capacity)
    return (slots, capacity - 1)
  }

  private mutating func clear() {
    deallocate()
    self = TokenMemo()
  }

  private func place(_ slot: Slot, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].length != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    (slots, mask) = Self.empty(oldCount * 2)
    for index in 0..<oldCount where old[index].length != 0 {
      let slot = old[index]
      // A long spelling was hashed before its place in the arena took the second word.
      place(slot, Self.mix(slot.low, slot.length > 8 ? 0 : slot.high, Int(slot.length)))
    }
    old.deallocate()
  }

  private mutating func reserveArena(_ length: Int) {
    guard arenaCount + length > arenaCapacity else { return }
    let wider = UnsafeMutablePointer<UInt16>.allocate(capacity: arenaCapacity * 2 + length)
    wider.initialize(from: arena, count: arenaCount)
    arena.deallocate()
    arena = wider
    arenaCapacity = arenaCapacity * 2 + length
  }

  // MARK: - Units

  @inline(__always)
  private static func mix(_ low: UInt64, _ high: UInt64, _ length: Int) -> UInt64 {
    var hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &+ UInt64(truncatingIfNeeded: length)
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 29
  }

  @inline(never)
  private static func gather(_ units: UnsafePointer<UInt16>, _ length: Int) -> (UInt64, UInt64) {
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<length {
      let unit = UInt64(units[index]) << UInt64((index & 3) * 16)
      if index < 4 { words.0 |= unit } else { words.1 |= unit }
    }
    return words
  }

  /// Hash of nine units or more: four at a time, the last four overlapping.
  @inline(__always)
  private static func hash(_ units: UnsafePointer<UInt16>, _ length: Int) -> UInt64 {
    let raw = UnsafeRawPointer(units)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = 0
    while at < length {
      let word = raw.loadUnaligned(fromByteOffset: min(at, length - 4) * 2, as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 31
      at += 4
    }
    return hash
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<UInt16>, _ b: UnsafePointer<UInt16>, _ length: Int) -> Bool {
    let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var at = 0
    while at < length {
      let offset = min(at, length - 4) * 2
      if x.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != y.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      at += 4
    }
    return true
  }
}
