/// A label of the ROME as a programme of courses would put it: *Organiser une tournée* becomes *Organisation d’une tournée*,
/// *Assurer la gestion du personnel* becomes *Gestion du personnel*. A verb without a noun in the table, or with another verb
/// beside it, stays an infinitive: a wrong noun reads worse than a right verb.
struct NounPhrase {
  /// French: the phrase, its first letter in upper case.
  let text: String

  init(_ label: String) {
    let label = Self.typographic(Self.withoutOpenList(label))
    let words = label.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
    guard words.count == 2 else {
      text = Self.capitalised(label)
      return
    }
    let (verb, object) = (words[0].lowercased(), words[1])
    if Self.supportVerbs.contains(verb), let bare = Self.withoutArticle(object) {
      text = Self.capitalised(bare)
    } else if let noun = Self.nouns[verb], let complement = Self.complement(object) {
      text = Self.capitalised("\(noun) \(complement)")
    } else if let noun = Self.prepositionalNouns[verb],
      Self.prepositions.contains(where: { object.hasPrefix($0) })
    {
      text = "\(noun) \(object)"
    } else {
      text = Self.capitalised(label)
    }
  }

  /// The phrase with a small first letter, to stand within a sentence; acronyms keep theirs.
  static func lowered(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    let word = text.prefix { !$0.isWhitespace && $0 != "’" && $0 != "," }
    guard !word.dropFirst().contains(where: { $0.isUppercase || $0.isNumber || $0 == "." || $0 == "#" }),
      word.count > 1 || word == "À"
    else { return text }
    return first.lowercased() + text.dropFirst()
  }

  // MARK: Objects

  private static let articles = ["des ", "les ", "le ", "la ", "l’", "une ", "un ", "du "]

  /// `de`, contracted with the article of the object, also behind *et*, *ou* and a comma; `nil` when the object begins
  /// otherwise.
  private static func complement(_ object: String) -> String? {
    contracted(object).map { mapParts($0) { contracted($0) ?? $0 } }
  }

  private static func contracted(_ object: String) -> String? {
    guard let article = articles.first(where: { object.lowercased().hasPrefix($0) }) else { return nil }
    let rest = String(object.dropFirst(article.count))
    return switch article {
    case "les ": "des \(rest)"
    case "le ": "du \(rest)"
    case "la ": "de la \(rest)"
    case "l’": "de l’\(rest)"
    case "une ": "d’une \(rest)"
    case "un ": "d’un \(rest)"
    default: isElided(rest) ? "d’\(rest)" : "de \(rest)"
    }
  }

  private static func withoutArticle(_ object: String) -> String? {
    guard let bare = bare(object) else { return nil }
    return mapParts(bare) { self.bare($0) ?? $0 }
  }

  private static func bare(_ object: String) -> String? {
    articles.first { object.lowercased().hasPrefix($0) }.map { String(object.dropFirst($0.count)) }
  }

  /// The text with every part but the first changed; *des* behind a comma is an article only where the first had one.
  private static func mapParts(_ text: String, _ change: (String) -> String) -> String {
    var text = text
    for separator in [" et ", " ou ", ", "] {
      let parts = text.components(of: separator)
      text = parts.enumerated().map { $0.offset == 0 ? $0.element : change($0.element) }
        .joined(separator: separator)
    }
    return text
  }

  private static func isElided(_ word: String) -> Bool {
    guard let first = PlainWords(word.prefix(1)).words.first?.first else { return false }
    return "aeiouy".contains(first)
  }

  // MARK: Letters

  private static func capitalised(_ text: String) -> String {
    let text = text.prefix(1).uppercased() + text.dropFirst()
    // Labels of the ROME leave out accents of capitals.
    guard text.hasPrefix("E") else { return text }
    let stems = [
      "Econom", "Electri", "Electro", "Elabor", "Etabli", "Etude", "Evalu", "Equip", "Energ", "Etanch",
      "Etiquet", "Ecolog", "Edition", "Elev", "Eclair", "Ecrit", "Emball", "Evénement", "Echange",
      "Etat", "Ebavur",
    ]
    // *Emballage* has no accent, *Ébavurage* has.
    guard !text.hasPrefix("Emball"), stems.contains(where: { text.hasPrefix($0) }) else { return text }
    return "É" + text.dropFirst()
  }

  /// Straight apostrophes become curly ones.
  private static func typographic(_ text: String) -> String { String(text.map { $0 == "'" ? "’" : $0 }) }

  /// *(systémique, de risques, ...)* tells a reader of a programme nothing.
  private static func withoutOpenList(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), text[open...].contains("...") || text[open...].contains("…")
    else { return text }
    return String(text[..<open]).trimmed
  }
}

extension String {
  fileprivate var trimmed: String {
    var slice = Substring(self)
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }

  /// The parts between occurrences of a separator.
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
