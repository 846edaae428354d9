/// Results of one thread by the numbers they follow from: bounded, and forgets everything when it is full.
///
/// Employers repeat themselves (of the clauses of real offers two in five stand in an earlier offer, of generated ones
/// nearly all), and what a clause proposes depends on the clause alone. A result is the same whether it was remembered
/// or not.
final class NumberMemo {
  private let arena: UnsafeMutablePointer<Int32>
  private let capacity: Int
  /// Where each entry starts in the arena; -1 when a slot is empty.
  private let slots: UnsafeMutablePointer<Int32>
  private let scratch = WideScratch()
  private let mask: Int
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var used = 0
    var entries = 0
  }

  /// Numbers before the key of an entry: its hash, the length of its key, the length of its value.
  private static let header = 3

  /// - Parameters:
  ///   - numbers: the most that are kept, four bytes each, keys included; memory is taken as it is used.
  ///   - slots: a power of two.
  init(numbers: Int, slots: Int) {
    capacity = numbers
    arena = WideMemory.allocate(byteCount: numbers * MemoryLayout<Int32>.stride)
      .bindMemory(to: Int32.self, capacity: numbers)
    self.slots = scratch.array(repeating: -1, count: slots)
    mask = slots - 1
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    WideMemory.deallocate(arena, byteCount: capacity * MemoryLayout<Int32>.stride)
    state.deallocate()
  }

  /// The hash of a key, to be given to `find` and `add`.
  @inline(__always)
  static func hash(_ key: UnsafeBufferPointer<Int32>) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at < key.count {
      let pair =
        at + 1 < key.count ? pair(key.baseAddress! + at) : UInt64(UInt32(bitPattern: key[at]))
      hash = (hash ^ pair) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      at += 2
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  /// Two numbers as one.
  @inline(__always)
  private static func pair(_ numbers: UnsafePointer<Int32>) -> UInt64 {
    UnsafeRawPointer(numbers).loadUnaligned(as: UInt64.self)
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<Int32>, _ b: UnsafePointer<Int32>, _ count: Int) -> Bool {
    var at = 0
    while at + 2 <= count {
      if pair(a + at) != pair(b + at) { return false }
      at += 2
    }
    return at == count || a[at] == b[at]
  }

  /// Asks for the slot of a key that `find` will be asked for soon.
  @inline(__always)
  func prefetchSlot(_ hash: UInt32) { WideMemory.prefetch(slots + (Int(hash) & mask)) }

  /// Asks for the entry of a key that `find` will be asked for next; its slot should be there by now.
  @inline(__always)
  func prefetchEntry(_ hash: UInt32) {
    let start = slots[Int(hash) & mask]
    guard start >= 0 else { return }
    WideMemory.prefetch(arena + Int(start))
    WideMemory.prefetch(arena + Int(start) + 16)
    WideMemory.prefetch(arena + Int(start) + 32)
  }

  /// The value of a key; `nil` when it is not known (any more). Valid until the next `add`.
  @inline(__always)
  func find(_ key: UnsafeBufferPointer<Int32>, _ hash: UInt32) -> UnsafeBufferPointer<Int32>? {
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let entry = arena + Int(slots[slot])
      let own = entry + Self.header
      if entry[0] == Int32(bitPattern: hash), entry[1] == Int32(key.count),
        Self.equal(own, key.baseAddress!, key.count)
      {
        return UnsafeBufferPointer(start: own + key.count, count: Int(entry[2]))
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Keeps a value for a key that `find` did not know; one that is too large for the memo is not kept.
  func add(_ key: UnsafeBufferPointer<Int32>, _ hash: UInt32, _ value: UnsafeBufferPointer<Int32>) {
    let length = Self.header + key.count + value.count
    guard length <= capacity / 8 else { return }
    if state.pointee.used + length > capacity || state.pointee.entries * 2 > mask {
      slots.update(repeating: -1, count: mask + 1)
      state.pointee = State()
    }
    var slot = Int(hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(state.pointee.used)
    let entry = arena + state.pointee.used
    entry[0] = Int32(bitPattern: hash)
    entry[1] = Int32(key.count)
    entry[2] = Int32(value.count)
    for at in 0..<key.count { entry[Self.header + at] = key[at] }
    for at in 0..<value.count { entry[Self.header + key.count + at] = value[at] }
    state.pointee.used += length
    state.pointee.entries += 1
  }
}
