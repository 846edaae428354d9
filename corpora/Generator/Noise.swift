/// What carelessness and converters do to a text. Works on JSON-escaped bytes: a backslash and what follows it stay.
enum Noise {
  /// Typographic apostrophes become straight ones.
  static func straightenApostrophes(_ text: inout Bytes) {
    var write = 0
    var read = 0
    while read < text.count {
      if text[read] == 0xE2, read + 2 < text.count, text[read + 1] == 0x80, text[read + 2] == 0x99 {
        text[write] = 0x27
        read += 3
      } else {
        text[write] = text[read]
        read += 1
      }
      write += 1
    }
    text.removeLast(text.count - write)
  }

  /// Letters lose their accents, as on a keyboard without them.
  static func dropAccents(_ text: inout Bytes) {
    var write = 0
    var read = 0
    while read < text.count {
      if text[read] == 0xC3, read + 1 < text.count, let plain = plainLetter(text[read + 1]) {
        text[write] = plain
        read += 2
      } else {
        text[write] = text[read]
        read += 1
      }
      write += 1
    }
    text.removeLast(text.count - write)
  }

  private static func plainLetter(_ second: UInt8) -> UInt8? {
    switch second {
    case 0xA0...0xA5: 0x61
    case 0xA7: 0x63
    case 0xA8...0xAB: 0x65
    case 0xAC...0xAF: 0x69
    case 0xB2...0xB6: 0x6F
    case 0xB9...0xBC: 0x75
    case 0x80...0x85: 0x41
    case 0x87: 0x43
    case 0x88...0x8B: 0x45
    default: nil
    }
  }

  static func capitalise(_ text: inout Bytes) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x5C {
        index += 2
        continue
      }
      if byte >= 0x61, byte <= 0x7A {
        text[index] = byte - 0x20
      } else if byte == 0xC3, index + 1 < text.count, text[index + 1] >= 0xA0, text[index + 1] != 0xB7 {
        text[index + 1] -= 0x20
        index += 1
      } else if byte == 0xC5, index + 1 < text.count, text[index + 1] == 0x93 {
        text[index + 1] = 0x92
        index += 1
      }
      index += 1
    }
  }

  /// *é* and *à* written as HTML entities, as some feeds leave them.
  static func writeEntities(_ text: inout Bytes, scratch: inout Bytes) {
    scratch.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      if text[index] == 0xC3, index + 1 < text.count, text[index + 1] == 0xA9 {
        scratch.append("&eacute;")
        index += 2
      } else if text[index] == 0xC3, index + 1 < text.count, text[index + 1] == 0xA0 {
        scratch.append("&agrave;")
        index += 2
      } else {
        scratch.append(text[index])
        index += 1
      }
    }
    swap(&text, &scratch)
  }

  /// Swaps two neighbouring lower-case letters in a few places.
  static func addTypos(_ text: inout Bytes, count: Int, with random: inout SeededGenerator) {
    guard text.count > 8 else { return }
    for _ in 0..<count {
      let at = 1 + random.below(text.count - 3)
      let isLetter = { (byte: UInt8) in byte >= 0x61 && byte <= 0x7A }
      if isLetter(text[at]), isLetter(text[at + 1]), isLetter(text[at - 1]), text[at - 1] != 0x5C {
        text.swapAt(at, at + 1)
      }
    }
  }
}
