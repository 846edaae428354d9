/// Numbers of byte strings, frozen: open addressing over one block of bytes, looked up without making a string.
final class ByteIndex: @unchecked Sendable {
  private struct Slot {
    var hash: UInt32
    var start: UInt32
    var length: UInt32
    /// -1 in an empty slot.
    var place: Int32
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let bytes: UnsafeMutablePointer<UInt8>

  /// - Parameter names: distinct strings; the number of each is its place.
  init(_ names: some Collection<String>) {
    var capacity = 16
    while capacity < names.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = WideMemory.allocate(byteCount: capacity * MemoryLayout<Slot>.stride)
      .bindMemory(to: Slot.self, capacity: capacity)
    slots.initialize(repeating: Slot(hash: 0, start: 0, length: 0, place: -1), count: capacity)
    bytes = .allocate(capacity: max(1, names.reduce(0) { $0 + $1.utf8.count }))
    var end = 0
    for (place, name) in names.enumerated() {
      let start = end
      for byte in name.utf8 {
        bytes[end] = byte
        end += 1
      }
      let hash = Self.hash(bytes + start, end - start)
      var index = Int(hash) & mask
      while slots[index].place >= 0 { index = (index + 1) & mask }
      slots[index] = Slot(
        hash: hash, start: UInt32(start), length: UInt32(end - start), place: Int32(place))
    }
  }

  deinit {
    WideMemory.deallocate(slots, byteCount: (mask + 1) * MemoryLayout<Slot>.stride)
    bytes.deallocate()
  }

  /// The number of a string; -1 when it is none of them.
  func place(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let hash = Self.hash(text, length)
    var index = Int(hash) & mask
    while slots[index].place >= 0 {
      let slot = slots[index]
      if slot.hash == hash, slot.length == length, equal(Int(slot.start), text, length) { return slot.place }
      index = (index + 1) & mask
    }
    return -1
  }

  private func equal(_ start: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for offset in 0..<length where bytes[start + offset] != text[offset] { return false }
    return true
  }

  private static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var hash = FNV1a.empty
    for offset in 0..<length { hash = FNV1a.append(text[offset], to: hash) }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
