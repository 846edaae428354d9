/// No-break spaces where French typography wants them, so that texts can be written with ordinary ones.
package enum FrenchSpacing {
  /// Before : ; ? ! % and inside « ».
  package static func apply(_ text: String) -> String {
    guard isWanted(text.utf8) else { return text }
    var text = text
    for sign in [":", ";", "?", "!", "%", "»"] { text = text.replacing(" \(sign)", with: "\u{A0}\(sign)") }
    return text.replacing("« ", with: "«\u{A0}")
  }

  /// Whether an ordinary space stands where none should: most texts are only looked through.
  private static func isWanted(_ text: String.UTF8View) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "%"):
        if last == 0x20 { return true }
      // The second byte of ».
      case 0xBB: if last == 0xC2, before == 0x20 { return true }
      // After «.
      case 0x20: if last == 0xAB, before == 0xC2 { return true }
      default: break
      }
      (before, last) = (last, byte)
    }
    return false
  }
}
