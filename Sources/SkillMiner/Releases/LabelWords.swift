import Foundation

/// A label made comparable: its folded text, and its content words without number or gender.
struct LabelWords: Hashable, Sendable {
  /// Folded letters and digits, words separated by one space.
  let key: String
  /// Content words, stemmed; in a set because translations and revisions change their order.
  let stems: Set<String>
  /// The first content word that says something, stemmed: what the label is about. *Techniques de*, *connaissance de*
  /// and their like, which revisions add and take away, are passed over.
  let head: String?

  init(_ label: String) {
    let words = Folding.fold(label).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    key = words.joined(separator: " ")
    let content = words.filter { !FunctionWords.all.contains($0) }.map(Self.stem)
    stems = Set(content)
    head = content.first { !Self.frames.contains($0) } ?? content.first
  }

  private static let frames = Set(
    [
      "technique", "connaissance", "utilisation", "principe", "procédure", "méthode", "outil", "logiciel",
      "notion", "base", "caractéristique",
    ].map { stem(Folding.fold($0)) })

  /// Number and gender off; labels are compared with labels, so no more is needed.
  private static func stem(_ word: String) -> String {
    var word = Substring(word)
    for ending in ["aux", "elles", "elle", "es", "s", "x", "e"] where word.count > ending.count + 3 {
      if word.hasSuffix(ending) {
        word = word.dropLast(ending.count)
        if ending == "aux" { word += "al" }
        break
      }
    }
    return String(word)
  }
}
