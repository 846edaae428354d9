import Foundation

/// A label made comparable: its folded text, and its content words without number or gender.
struct LabelWords: Hashable, Sendable {
  /// Folded letters and digits, words separated by one space; the signs of *C++* and *C#* belong to the word.
  let key: String
  /// Content words, stemmed; in a set because translations and revisions change their order.
  let stems: Set<String>
  /// The first content word that says something, stemmed: what the label is about. *Techniques de*, *connaissance de*
  /// and their like, which revisions add and take away, are passed over.
  let head: String?

  init(_ label: String) {
    key = Self.words(Folding.fold(label)).joined(separator: " ")
    let content = Self.content(label).map { Self.stem(Folding.fold(String($0))) }
    stems = Set(content)
    head = content.first { !Self.frames.contains($0) } ?? content.first
  }

  /// The words of a label that say something, as it writes them.
  ///
  /// A function word at the end is none: *prise de son*, *machines à sous*, *permis de conduire catégorie C*. Nor is a
  /// capital that stands alone: *permis E (C)*.
  static func content(_ label: String) -> [Substring] {
    let words = words(label)
    return words.enumerated().filter { place, word in
      let folded = Folding.fold(String(word))
      if !FunctionWords.all.contains(folded) { return true }
      if isLetterName(word, in: label), place > 0 { return true }
      return place == words.count - 1 && folded != "etc" && !isInflection(word, in: label)
    }.map(\.element)
  }

  private static let frames = Set(
    [
      "technique", "connaissance", "utilisation", "principe", "procédure", "méthode", "outil", "logiciel",
      "notion", "base", "caractéristique",
    ].map { stem(Folding.fold($0)) })

  /// Runs of letters and digits; a letter alone takes the signs behind it along.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
      rest = rest[start...]
      var end = rest.firstIndex { !($0.isLetter || $0.isNumber) } ?? rest.endIndex
      if rest.index(after: start) == end {
        end = rest[end...].firstIndex { $0 != "+" && $0 != "#" } ?? rest.endIndex
      }
      words.append(rest[..<end])
      rest = rest[end...]
    }
    return words
  }

  /// A capital of its own that no apostrophe elides.
  private static func isLetterName(_ word: Substring, in label: String) -> Bool {
    guard word.count == 1, let letter = word.first, letter.isASCII, letter.isUppercase else { return false }
    return !(label[word.endIndex...].first.map { "'’".contains($0) } ?? false)
  }

  /// The *ne* and the *s* of *électricien(ne)s*.
  private static func isInflection(_ word: Substring, in label: String) -> Bool {
    let before = label[..<word.startIndex]
    guard let bracket = before.last, "()".contains(bracket) else { return false }
    return before.dropLast().last?.isLetter ?? false
  }

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
