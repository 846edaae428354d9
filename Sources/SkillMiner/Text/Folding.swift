import CICU

/// Case and accent folding: `NFKC_Casefold`, decomposition, marks removed, and the French ligatures spelt out.
///
/// Latin text up to U+017F goes through a table; anything else through ICU. Both give the same result
/// (FoldingTests compares them over the whole table).
public enum Folding {
  /// Folded text of UTF-16 units; soft hyphens and other ignorables vanish. Lone surrogates stay as they are.
  static func fold(_ units: some Collection<UInt16>) -> [UInt16] {
    let table = FoldingTable.shared
    var out: [UInt16] = []
    out.reserveCapacity(units.count)
    for unit in units {
      guard unit < FoldingTable.limit else { return foldByICU(Array(units)) }
      for place in 0..<table.count(Int(unit)) { out.append(table.unit(Int(unit), place)) }
    }
    return out
  }

  /// Folded form of a string: *Élève·s de l’Œuvre* → *eleve·s de l’oeuvre*.
  public static func fold(_ text: String) -> String {
    String(decoding: fold(Array(text.utf16)), as: UTF16.self)
  }

  /// The slow definition that the table must equal.
  static func foldByICU(_ units: [UInt16]) -> [UInt16] {
    guard !units.isEmpty else { return [] }
    let folded = transform(units, sm_nfkc_casefold)
    let decomposed = transform(folded, sm_nfd)
    var out: [UInt16] = []
    out.reserveCapacity(decomposed.count)
    var index = 0
    while index < decomposed.count {
      let unit = decomposed[index]
      var scalar = Int32(unit)
      var width = 1
      if unit & 0xFC00 == 0xD800, index + 1 < decomposed.count, decomposed[index + 1] & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (Int32(unit & 0x3FF) << 10) + Int32(decomposed[index + 1] & 0x3FF)
        width = 2
      }
      if sm_is_mark(scalar) == 0 {
        switch scalar {
        case 0x153: out += [0x6F, 0x65]  // œ
        case 0xE6: out += [0x61, 0x65]  // æ
        default: out += decomposed[index..<index + width]
        }
      }
      index += width
    }
    return out
  }

  private static func transform(
    _ units: [UInt16],
    _ call: (UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<UInt16>?, Int32) -> Int32
  ) -> [UInt16] {
    // NFKC expands a unit to at most 18; start small and grow only when ICU says so.
    for factor in [2, 20] {
      var buffer = [UInt16](repeating: 0, count: units.count * factor + 16)
      let length = units.withUnsafeBufferPointer { source in
        buffer.withUnsafeMutableBufferPointer {
          call(source.baseAddress, Int32(source.count), $0.baseAddress, Int32($0.count))
        }
      }
      if length >= 0 { return Array(buffer.prefix(Int(length))) }
    }
    // Not well-formed UTF-16 for ICU: keep the units, so that matching goes on.
    return units
  }
}
