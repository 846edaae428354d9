import Taxonomy

/// Months as people write them.
package enum FrenchMonths {
  private static let names = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]
  private static let short = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
  ]

  /// `mars 2026`.
  static func month(_ index: Int) -> String { "\(names[index % 12]) \(index / 12)" }

  /// `mars`, without its year.
  static func name(_ index: Int) -> String { names[index % 12] }

  /// `mars 26`.
  package static func short(_ index: Int) -> String { "\(short[index % 12]) \(index / 12)" }

  /// `de mars 2025 à février 2026`, `en mars 2026`.
  static func range(_ months: ClosedRange<Int>) -> String {
    if months.count == 1 { return of("en", months.lowerBound) }
    if months.count == 12, months.lowerBound % 12 == 0 { return "en \(months.lowerBound / 12)" }
    return "\(of("de", months.lowerBound)) à \(month(months.upperBound))"
  }

  private static func of(_ word: String, _ index: Int) -> String {
    let name = month(index)
    let isVowel = name.first.map { "aoAO".contains($0) } ?? false
    return word == "de" && isVowel ? "d’\(name)" : "\(word) \(name)"
  }
}
