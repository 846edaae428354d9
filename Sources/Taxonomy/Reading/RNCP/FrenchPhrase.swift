/// A phrase that is looked for in lines without regard to case and to the kind of apostrophe or blank.
///
/// Compared byte by byte: making every line of an export lower case costs more than all the rest of reading it.
struct FrenchPhrase: Sendable {
  /// Lower case, with plain blanks and apostrophes.
  private let bytes: [UInt8]

  /// - Parameter text: lower case, with plain blanks and apostrophes; letters up to U+00FF.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether the phrase stands at an offset.
  func stands(in line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + bytes.count <= line.count else { return false }
    var i = start
    for (k, expected) in bytes.enumerated() {
      guard i < line.count else { return false }
      let byte = line[i]
      switch expected {
      case 0x61...0x7A: guard byte | 0x20 == expected, byte >= 0x41 else { return false }
      case 0x27 where byte == 0xE2:
        guard i + 2 < line.count, line[i + 1] == 0x80, line[i + 2] == 0x99 else { return false }
        i += 2
      case 0x20 where byte == 0xC2:
        guard i + 1 < line.count, line[i + 1] == 0xA0 else { return false }
        i += 1
      case 0x80...0xBF where k > 0 && bytes[k - 1] == 0xC3:
        // `À` to `Þ` have their small letters 32 places behind.
        guard byte == expected || byte | 0x20 == expected && byte <= 0x9E else { return false }
      default: guard byte == expected else { return false }
      }
      i += 1
    }
    return true
  }

  /// The first offset at which the phrase stands.
  func first(in line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let lead = bytes.first, line.count >= bytes.count else { return nil }
    let isBlank = lead == 0x20
    let upper = lead >= 0x61 && lead <= 0x7A ? lead & 0xDF : lead
    for i in 0...(line.count - bytes.count) {
      let byte = line[i]
      guard byte == lead || byte == upper || isBlank && byte == 0xC2 else { continue }
      if stands(in: line, at: i) { return i }
    }
    return nil
  }
}
