/// Text that was taken for Windows-1252 although it was UTF-8 already: `CompÃ©tence`.
///
/// A text is put right only as a whole: every character must have a byte in Windows-1252, the bytes must be UTF-8, and
/// what comes out must have gained letters or signs that French is written with.
public enum DoubleEncoding {
  /// What a text looks like.
  public enum Verdict: Hashable, Sendable {
    /// Like any text.
    case plain
    /// It was encoded twice; here as it was meant.
    case repaired(String)
    /// Parts of it look encoded twice, and the whole cannot be put right.
    case doubtful
  }

  /// Looks at a text; costs next to nothing where nothing is to be found.
  public static func verdict(_ text: String) -> Verdict {
    var text = text
    let isTelling = text.withUTF8(suspicion)
    guard let isTelling else { return .plain }
    // Who trims a text takes the second half of a doubled no-break space, or of `à`, for white space.
    let isCut = text.unicodeScalars.last.map { $0 == "Â" || $0 == "Ã" } ?? false
    if let repaired = repaired(isCut ? text + "\u{A0}" : text), gainsFrench(repaired) {
      return .repaired(repaired)
    }
    return isTelling ? .doubtful : .plain
  }

  /// The text as it was meant; `nil` when it is not encoded twice.
  static func repaired(_ text: String) -> String? {
    // Every such text has one of these letters before a character of the upper half.
    guard text.unicodeScalars.contains(where: { ["Ã", "Â", "Å", "â"].contains($0) }) else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = TextDecoding.windows1252Byte(scalar) else { return nil }
      bytes.append(byte)
    }
    guard bytes.contains(where: { $0 >= 0x80 }), TextDecoding.isUTF8(bytes) else { return nil }
    return TextDecoding.decode(bytes, as: .utf8)
  }

  /// Whether one of the letters that begin a doubled character stands before a character that can go on with it: `nil`
  /// when none does, `true` where no French text has such a pair.
  private static func suspicion(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var found: Bool?
    var place = 0
    while place + 2 < bytes.count {
      // Ã, Â, Å and â are two bytes, of which this is the first.
      guard bytes[place] == 0xC3 else {
        place += 1
        continue
      }
      let (second, next) = (bytes[place + 1], bytes[place + 2])
      place += 2
      // Signs and letters that stand in the places 80 to BF of Windows-1252.
      guard next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2 else { continue }
      switch second {
      case 0x82, 0x83: return true
      case 0xA2 where isEuro(bytes, place): return true
      case 0x85, 0xA2: found = found ?? false
      default: continue
      }
    }
    return found
  }

  /// `â€`: the first two characters of a doubled apostrophe, quotation mark, dash or ellipsis.
  private static func isEuro(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place] == 0xE2 && bytes[place + 1] == 0x82 && bytes[place + 2] == 0xAC
  }

  private static func gainsFrench(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x80 && french.contains($0) }
  }

  private static let french = Set("àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’‘“”–—…°€".unicodeScalars)
}

extension TextDecoding {
  /// The byte of a character in Windows-1252; `nil` when it has none.
  static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    // Undefined places are often kept as control characters.
    if (0x80...0x9F).contains(scalar.value) { return UInt8(scalar.value) }
    // What a decoder put in place of a character is none of them.
    if scalar == "\u{FFFD}" { return nil }
    return upperHalf.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}
