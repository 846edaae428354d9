/// No-break spaces where French typography wants them, so that texts can be written with ordinary ones.
package enum FrenchSpacing {
  /// Before : ; ? ! % and inside « ».
  package static func apply(_ text: String) -> String {
    guard text.utf8.contains(0x20) else { return text }
    var text = text
    for sign in [":", ";", "?", "!", "%", "»"] { text = text.replacing(" \(sign)", with: "\u{A0}\(sign)") }
    return text.replacing("« ", with: "«\u{A0}")
  }
}
