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

  /// A Latin letter, or anything beyond Latin-1.
  var isLetterLike: Bool { isLatinUpper || isLatinLower || self > 0xFF }
}
