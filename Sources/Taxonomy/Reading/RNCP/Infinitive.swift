/// Tells infinitives by their endings, well enough to know a competence from a heading.
enum Infinitive {
  /// Whether one of the first two words is an infinitive (`S’exprimer`, `Se déplacer`: the second).
  static func opens(_ text: String) -> Bool { words(text).prefix(2).contains(where: isInfinitive) }

  /// Whether any word is an infinitive.
  static func stands(in text: String) -> Bool { words(text).contains(where: isInfinitive) }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split(whereSeparator: { !$0.isLetter })
  }

  private static func isInfinitive(_ word: Substring) -> Bool {
    word.utf8.count > 3 && ["er", "ir", "dre", "ire", "tre"].contains { word.hasSuffix($0) }
      && !["aire", "oire", "ière", "autre"].contains { word.hasSuffix($0) }
  }
}
