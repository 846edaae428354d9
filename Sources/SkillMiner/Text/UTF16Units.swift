/// UTF-16 units of a string, by a loop of our own over its UTF-8: several times as fast as its `utf16` view.
enum UTF16Units {
  /// All units of a string.
  static func array(of text: String) -> [UInt16] {
    var text = text
    return text.withUTF8 { bytes in
      // A unit comes of a byte at least.
      [UInt16](unsafeUninitializedCapacity: bytes.count) { units, count in
        if let from = bytes.baseAddress, let to = units.baseAddress {
          count = write(from, bytes.count, to)
        } else {
          count = 0
        }
      }
    }
  }

  /// - Parameter bytes: well-formed UTF-8, as a string's bytes are.
  private static func write(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ units: UnsafeMutablePointer<UInt16>
  ) -> Int {
    var from = 0
    var to = 0
    while from < length {
      while from + 8 <= length {
        let word = UnsafeRawPointer(bytes + from).loadUnaligned(as: SIMD8<UInt8>.self)
        if UnsafeRawPointer(bytes + from).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
          break
        }
        UnsafeMutableRawPointer(units + to).storeBytes(
          of: SIMD8<UInt16>(truncatingIfNeeded: word), as: SIMD8<UInt16>.self)
        from += 8
        to += 8
      }
      // Up to the next stretch of eight ASCII bytes, one scalar at a time.
      var ascii = 0
      while from < length, ascii < 8 {
        let first = UInt32(bytes[from])
        if first < 0x80 {
          units[to] = UInt16(truncatingIfNeeded: first)
          from += 1
          ascii += 1
        } else if first < 0xE0 {
          units[to] = UInt16(truncatingIfNeeded: (first & 0x1F) << 6 | UInt32(bytes[from + 1] & 0x3F))
          from += 2
          ascii = 0
        } else if first < 0xF0 {
          let middle = UInt32(bytes[from + 1] & 0x3F) << 6
          units[to] = UInt16(
            truncatingIfNeeded: (first & 0xF) << 12 | middle | UInt32(bytes[from + 2] & 0x3F))
          from += 3
          ascii = 0
        } else {
          let high = (first & 7) << 18 | UInt32(bytes[from + 1] & 0x3F) << 12
          let low = UInt32(bytes[from + 2] & 0x3F) << 6 | UInt32(bytes[from + 3] & 0x3F)
          let scalar = (high | low) - 0x10000
          units[to] = 0xD800 | UInt16(truncatingIfNeeded: scalar >> 10)
          units[to + 1] = 0xDC00 | UInt16(truncatingIfNeeded: scalar & 0x3FF)
          to += 1
          from += 4
          ascii = 0
        }
        to += 1
      }
    }
    return to
  }
}
