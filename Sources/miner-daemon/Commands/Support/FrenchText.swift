import SkillMiner

/// Numbers and counts as French readers write them.
enum FrenchText {
  /// `1 234 567`, with narrow no-break spaces.
  static func number(_ value: Int) -> String { FrenchNumber.integer(value) }

  /// `1 offre`, `2 offres`: below two the noun stands in the singular.
  static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
    number(value) + "\u{A0}" + (value < 2 ? singular : plural)
  }
}
