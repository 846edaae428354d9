import TestSupport

/// Seeded random UTF-16: all scripts, emoji with joiners, combining marks, lone surrogates, and much plain French.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Units that word rules treat specially, Latin and not.
  private static let marked: [UInt32] = [
    0x27, 0x2019, 0x2BC, 0x2018, 0x2E, 0x2C, 0x3A, 0x3B, 0xB7, 0x2027, 0x22, 0x5F, 0x202F, 0xA0, 0x20, 0x0A,
    0x0D,
    0x09, 0x85, 0x2028, 0xAD, 0x200D, 0x200C, 0x200B, 0x2060, 0xFEFF, 0x301, 0x308, 0x40, 0x23, 0x2B, 0x2F,
    0x28,
    0x29, 0x2D, 0x2011, 0x2013, 0x2022, 0xFE0F, 0x5D0, 0x5D1, 0x30A2, 0x30AB, 0x3042, 0x4E2D, 0xE01, 0xE02,
    0xAC00,
    0x915, 0x94D, 0x661, 0x1F1EB, 0x1F1F7, 0x1F468, 0x1F469, 0x1F527, 0x1F3FD, 0x2764, 0xA9, 0x1F600, 0xE0067,
    0xFF07, 0xFF0E, 0x3000, 0x1D400, 0xD800, 0xDBFF, 0xDC00, 0xDFFF,
  ]
  private static let letters = Array("aeéèêàâçoôuùiîïnstlrdABCÉÀœŒ0123456789 ".unicodeScalars.map(\.value))

  /// A string of up to `limit` scalars or lone surrogates.
  mutating func next(limit: Int) -> [UInt16] {
    let count = Int.random(in: 0...limit, using: &generator)
    // Some strings are Latin with few marks, some are made of marks, some are anything.
    let share = Int.random(in: 0...10, using: &generator)
    var units: [UInt16] = []
    for _ in 0..<count {
      let scalar: UInt32
      if Int.random(in: 0..<10, using: &generator) < share {
        scalar = Self.letters.randomElement(using: &generator) ?? 0x61
      } else if Int.random(in: 0..<4, using: &generator) < 3 {
        scalar = Self.marked.randomElement(using: &generator) ?? 0x2E
      } else {
        scalar =
          UInt32.random(in: 0...0x10FFFF, using: &generator)
          & (Bool.random(using: &generator) ? 0x3FF : 0x1FFFFF)
      }
      append(min(scalar, 0x10FFFF), &units)
    }
    return units
  }

  private func append(_ scalar: UInt32, _ units: inout [UInt16]) {
    if scalar < 0x10000 {
      units.append(UInt16(scalar))
    } else {
      units.append(UInt16(0xD800 + (scalar - 0x10000) >> 10))
      units.append(UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF))
    }
  }
}
