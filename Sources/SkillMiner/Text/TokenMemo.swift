import CVectors

/// What the analyser remembers of a raw spelling, so that folding and stemming are done once per distinct token.
struct TokenEntry {
  var form: Int32
  var key: Int32
  var kind: Token.Kind
  var flags: Token.Flags
  var traits: Traits

  /// Facts on the spelling that the analyser would otherwise look for at every occurrence.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// A capital between two small letters: two words may be glued.
    static let camel = Traits(rawValue: 1)
    /// The spelling is not in the slot but in the arena.
    static let apart = Traits(rawValue: 2)
  }
}

/// Open-addressing table from raw UTF-16 spellings to entries; one a thread, used through unsafe memory so that a look-up
/// neither allocates nor counts references. Two slots share a line of the caches, and both are compared at once.
///
/// Spellings of up to sixteen Latin-1 units stand in their slot, a byte each; all others in an arena. It grows with the
/// vocabulary up to `maximumEntries` (8 MB of slots), then forgets everything; spellings longer than `maximumLength` are
/// never remembered: a hostile text of endless new words cannot eat the memory.
struct TokenMemo {
  static let maximumEntries = 1 << 17
  static let maximumLength = 64
  /// Longest spelling that stands in its slot.
  private static let inlineLength = Int(SM_PACKED)

  /// Half a line of the caches.
  struct Slot {
    /// The spelling in bytes, padded with zeros; of one in the arena its hash and its place there.
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    /// 0 in an empty slot; negative for a spelling in the arena.
    fileprivate var length: Int32
    var entry: TokenEntry
  }

  /// What is looked for.
  struct Probe {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    fileprivate var hash: UInt32
    fileprivate var length: Int32

    fileprivate init(low: UInt64, high: UInt64, hash: UInt32, length: Int32) {
      self.low = low
      self.high = high
      self.hash = hash
      self.length = length
    }

    /// Looks for a plain segment, whose spelling is packed already.
    @inline(__always)
    init(_ segment: Segment) { self.init(segment, length: segment.end &- segment.start) }

    /// The same of an elided segment: looks for the plain word, of so many units, that it ends with.
    @inline(__always)
    init(_ segment: Segment, length: Int32) {
      self.init(low: segment.low, high: segment.high, hash: segment.hash, length: length)
    }
  }

  private var slots: UnsafeMutablePointer<Slot>
  /// Number of lines less one.
  private var mask: Int
  private var count = 0
  private var arena: UnsafeMutablePointer<UInt16>
  private var arenaCapacity: Int
  private var arenaCount = 0

  init() {
    (slots, mask) = Self.empty(1 << 11)
    arenaCapacity = 1 << 12
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    Self.deallocate(slots, mask + 1)
    arena.deallocate()
  }

  /// - Parameter readable: units that may be read from `units` on, `length` at least.
  @inline(__always)
  func probe(_ units: UnsafePointer<UInt16>, _ length: Int, readable: Int) -> Probe {
    if length <= Self.inlineLength {
      let packed = sm_pack(units, Int32(truncatingIfNeeded: length), Int64(readable))
      if packed.is_latin != 0 {
        return Probe(
          low: packed.low, high: packed.high, hash: sm_hash(packed.low, packed.high),
          length: Int32(truncatingIfNeeded: length))
      }
    }
    let hash = Self.hash(units, length)
    return Probe(low: hash, high: 0, hash: sm_hash(hash, 0), length: -Int32(truncatingIfNeeded: length))
  }

  /// Asks for the memory of the first of some segments.
  @inline(__always)
  func prefetch(_ segments: UnsafePointer<Segment>, _ count: Int) {
    sm_tokens_ahead(segments, Int64(count), slots, UInt64(mask))
  }

  /// Writes tokens of the first of some segments (`sm_tokens_write`), `room` at most; returns how many.
  @inline(__always)
  func write(
    _ segments: UnsafePointer<Segment>, _ count: Int, spaced: Bool, to tokens: UnsafeMutablePointer<Token>,
    room: Int
  ) -> Int {
    Int(
      sm_tokens_write(
        segments, Int64(min(count, room)), Int64(count), slots, UInt64(mask), spaced ? 1 : 0, tokens))
  }

  /// The slot of a spelling, `nil` when it is not known; valid until the next `insert`.
  @inline(__always)
  func find(_ probe: Probe, _ units: UnsafePointer<UInt16>) -> UnsafePointer<Slot>? {
    let line = slots + (Int(probe.hash) & mask) &* 2
    let second = line[1].low ^ probe.low | line[1].high ^ probe.high == 0 ? 1 : 0
    let slot = line + second
    if slot.pointee.low == probe.low, slot.pointee.high == probe.high, slot.pointee.length == probe.length,
      probe.length > 0
    {
      return UnsafePointer(slot)
    }
    // Its parts, since a copy of the whole would be made before it is known whether it is needed.
    return Self.search(slots, mask, arena, probe, units)
  }

  @inline(never)
  private static func search(
    _ slots: UnsafeMutablePointer<Slot>, _ mask: Int, _ arena: UnsafeMutablePointer<UInt16>, _ probe: Probe,
    _ units: UnsafePointer<UInt16>
  ) -> UnsafePointer<Slot>? {
    var index = (Int(probe.hash) & mask) * 2
    while true {
      let slot = slots + index
      let length = slot.pointee.length
      if length == 0 { return nil }
      if length == probe.length, slot.pointee.low == probe.low {
        if length > 0 {
          if slot.pointee.high == probe.high { return UnsafePointer(slot) }
        } else if equal(arena + Int(truncatingIfNeeded: slot.pointee.high), units, -Int(length)) {
          return UnsafePointer(slot)
        }
      }
      index = (index &+ 1) & (mask &* 2 | 1)
    }
  }

  /// Remembers a spelling that `find` did not know.
  mutating func insert(_ probe: Probe, _ units: UnsafePointer<UInt16>, _ entry: TokenEntry) {
    let length = abs(Int(probe.length))
    guard length > 0, length <= Self.maximumLength else { return }
    if count >= Self.maximumEntries { clear() }
    if count > mask { grow() }
    var slot = Slot(low: probe.low, high: probe.high, length: probe.length, entry: entry)
    if probe.length < 0 {
      reserveArena(length)
      (arena + arenaCount).update(from: units, count: length)
      slot.high = UInt64(arenaCount)
      slot.entry.traits.insert(.apart)
      arenaCount += length
    }
    place(slot, probe.hash)
    count += 1
  }

  // MARK: - Memory

  private static func empty(_ lines: Int) -> (UnsafeMutablePointer<Slot>, Int) {
    let slots = WideMemory.allocate(byteCount: byteCount(lines))
      .bindMemory(to: Slot.self, capacity: lines * 2)
    let none = TokenEntry(form: -1, key: -1, kind: .word, flags: [], traits: [])
    slots.initialize(repeating: Slot(low: 0, high: 0, length: 0, entry: none), count: lines * 2)
    return (slots, lines - 1)
  }

  private static func deallocate(_ slots: UnsafeMutablePointer<Slot>, _ lines: Int) {
    WideMemory.deallocate(slots, byteCount: byteCount(lines))
  }

  private static func byteCount(_ lines: Int) -> Int { lines * 2 * MemoryLayout<Slot>.stride }

  private mutating func clear() {
    deallocate()
    self = TokenMemo()
  }

  private func place(_ slot: Slot, _ hash: UInt32) {
    var index = (Int(hash) & mask) * 2
    while slots[index].length != 0 { index = (index + 1) & (mask * 2 + 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldLines = mask + 1
    (slots, mask) = Self.empty(oldLines * 2)
    for index in 0..<oldLines * 2 where old[index].length != 0 {
      let slot = old[index]
      // A spelling in the arena was hashed before its place took the second word.
      place(slot, sm_hash(slot.low, slot.length < 0 ? 0 : slot.high))
    }
    Self.deallocate(old, oldLines)
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

  /// Hash of units: four at a time, the last four overlapping.
  @inline(never)
  private static func hash(_ units: UnsafePointer<UInt16>, _ length: Int) -> UInt64 {
    let raw = UnsafeRawPointer(units)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    guard length >= 4 else {
      for index in 0..<length { hash = (hash ^ UInt64(units[index])) &* 0x9E37_79B9_7F4A_7C15 }
      return hash ^ hash >> 31
    }
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
    guard length >= 4 else { return (0..<length).allSatisfy { a[$0] == b[$0] } }
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
