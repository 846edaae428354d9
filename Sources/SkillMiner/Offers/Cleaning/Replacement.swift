/// What cleaning makes of a single scalar.
enum Replacement: Equatable {
  case itself
  case dropped
  case scalar(UInt32)

  static func of(_ scalar: UInt32) -> Replacement {
    switch scalar {
    case 0x09, 0x0A: .itself
    case 0x0B, 0x0C, 0x0D, 0x2028, 0x2029: .scalar(0x0A)
    case 0x00..<0x20, 0x7F: .dropped
    case 0x80...0x9F:
      // A C1 control in a text is a Windows-1252 byte that somebody widened without decoding it.
      windows1252(scalar).map { .scalar($0) } ?? .dropped
    case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: .dropped
    default: .itself
    }
  }

  /// The character at a code point 128–159 of Windows-1252; `nil` for the five it leaves undefined.
  static func windows1252(_ byte: UInt32) -> UInt32? {
    let value = table[Int(byte) - 0x80]
    return value == 0 ? nil : value
  }

  private static let table: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]
}
