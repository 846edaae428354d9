import CVectors

/// UTF-16 units of a string, by a loop of our own over its UTF-8: several times as fast as its `utf16` view.
enum UTF16Units {
  /// All units of a string.
  static func array(of text: String) -> [UInt16] {
    // The storage of all empty arrays is one, and would be written to by every thread.
    if text.isEmpty { return [] }
    var text = text
    return text.withUTF8 { bytes in
      // A unit comes of a byte at least.
      [UInt16](unsafeUninitializedCapacity: bytes.count) { units, count in
        if let from = bytes.baseAddress, let to = units.baseAddress {
          count = Int(sm_utf16(from, Int64(bytes.count), to))
        } else {
          count = 0
        }
      }
    }
  }
}
