import CVectors

/// UTF-16 units of one text at a time, in memory that is used again. Not thread-safe: one a thread.
final class UTF16Scratch {
  private var units: UnsafeMutablePointer<UInt16>
  private var capacity = 4096

  init() { units = .allocate(capacity: capacity) }

  deinit { units.deallocate() }

  /// All units of a text, valid until the next call.
  func load(_ text: String) -> UnsafeBufferPointer<UInt16> {
    var text = text
    return text.withUTF8 { bytes in
      // A unit comes of a byte at least.
      if bytes.count > capacity {
        units.deallocate()
        capacity = max(bytes.count, capacity * 2)
        units = .allocate(capacity: capacity)
      }
      let count = bytes.baseAddress.map { Int(sm_utf16($0, Int64(bytes.count), units)) } ?? 0
      return UnsafeBufferPointer(start: units, count: count)
    }
  }
}
