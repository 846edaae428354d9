/// Numbers and counts as French readers write them.
enum FrenchText {
  /// `1 234 567`, with narrow no-break spaces.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }

  /// `1 offre`, `2 offres`: below two the noun stands in the singular.
  static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
    number(value) + "\u{A0}" + (value < 2 ? singular : plural)
  }
}
