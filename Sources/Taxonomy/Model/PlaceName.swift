import Foundation

/// Names of places made comparable: capitals, no accents, `ST` spelt out, no punctuation.
enum PlaceName {
  /// `Saint-Étienne-du-Rouvray` and `ST ETIENNE DU ROUVRAY CEDEX` both give `SAINT ETIENNE DU ROUVRAY`.
  static func key(_ name: String) -> String {
    let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .uppercased().replacing("Œ", with: "OE").replacing("Æ", with: "AE")
    var words: [String] = []
    for part in folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      switch part {
      case "ST": words.append("SAINT")
      case "STE": words.append("SAINTE")
      case "CEDEX": return words.joined(separator: " ")
      case "ARRONDISSEMENT", "ARR": continue
      default: words.append(ordinal(part) ?? String(part))
      }
    }
    return words.joined(separator: " ")
  }

  /// A key without the article it begins with.
  static func withoutArticle(_ key: String) -> String {
    for article in ["LE ", "LA ", "LES ", "L "] where key.hasPrefix(article) {
      return String(key.dropFirst(article.count))
    }
    return key
  }

  /// `10E`, `1ER`, `01` are numbers of arrondissements.
  private static func ordinal(_ word: Substring) -> String? {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, let n = Int(digits),
      ["", "E", "EME", "ER", "ERE"].contains(word.dropFirst(digits.count))
    else { return nil }
    return String(n)
  }
}
