/// French spacing of the templates, so that they can be written with ordinary spaces.
enum Typography {
  /// No-break spaces before : ; ? ! % and inside « ». Markup is not touched: no template has these after a space
  /// inside a tag.
  static func french(_ template: String) -> String {
    var text = template
    for sign in [":", ";", "?", "!", "%", "»"] { text = text.replacing(" \(sign)", with: "\u{A0}\(sign)") }
    return text.replacing("« ", with: "«\u{A0}")
  }
}
