/// Case by Latin-1 letters, as far as the rules of French writing need it.
extension UInt16 {
  @inline(__always)
  var isLatinUpper: Bool {
    (self >= 0x41 && self <= 0x5A) || (self >= 0xC0 && self <= 0xDE && self != 0xD7)
  }

  @inline(__always)
  var isLatinLower: Bool {
    (self >= 0x61 && self <= 0x7A) || (self >= 0xDF && self <= 0xFF && self != 0xF7)
  }

  /// An apostrophe other than that of ASCII: U+2019 as it is typeset, U+2018 and U+02BC as some write it.
  var isOtherApostrophe: Bool { self == 0x2019 || self == 0x2018 || self == 0x2BC }

  /// A Latin letter, or anything beyond Latin-1.
  var isLetterLike: Bool { isLatinUpper || isLatinLower || self > 0xFF }
}
