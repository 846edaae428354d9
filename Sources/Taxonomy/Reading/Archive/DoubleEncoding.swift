/// Text that was taken for Windows-1252 although it was UTF-8 already: `CompÃ©tence`.
enum DoubleEncoding {
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
}

extension TextDecoding {
  /// The byte of a character in Windows-1252; `nil` when it has none.
  static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    // Undefined places are often kept as control characters.
    if (0x80...0x9F).contains(scalar.value) { return UInt8(scalar.value) }
    return upperHalf.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}
