/// The words of a text with case, accents, punctuation and plural endings put aside: what *word for word* is decided
/// on. It knows no stems and no synonyms, on purpose: the guard it serves has to be checkable by eye.
struct PlainWords: Hashable, Sendable {
  /// Folded words in text order.
  let words: [String]

  init(words: [String]) { self.words = words }

  init(_ text: some StringProtocol) {
    var words: [String] = []
    var word = ""
    func close() {
      guard !word.isEmpty else { return }
      defer { word = "" }
      // « R 489 » and « R489 » are one number of a recommendation.
      if word.utf8.count == 3, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), words.last == "r" {
        words[words.count - 1] = "r" + word
        return
      }
      words.append(Self.singular(word))
    }
    for scalar in text.unicodeScalars {
      if !Self.fold(scalar, into: &word) { close() }
    }
    close()
    self.words = words
  }

  /// The words that carry meaning, function words left out.
  var content: [String] { words.filter { !Self.functionWords.contains($0) } }

  /// Whether `other` stands in these words, word after word.
  func contains(_ other: PlainWords) -> Bool {
    let needle = other.words
    guard !needle.isEmpty, needle.count <= words.count else { return false }
    for start in 0...(words.count - needle.count) where words[start] == needle[0] {
      if words[start..<(start + needle.count)].elementsEqual(needle) { return true }
    }
    return false
  }

  /// Whether every word of `others` stands within some `span` consecutive words, in any order.
  func containsAll(_ others: [String], within span: Int) -> Bool {
    let wanted = Set(others)
    guard !wanted.isEmpty else { return false }
    for (position, word) in words.enumerated() where wanted.contains(word) {
      let window = words[position..<min(words.count, position + span)]
      if wanted.isSubset(of: window) { return true }
    }
    return false
  }

  /// Appends the folded scalar to `word`; `false` when it ends a word.
  private static func fold(_ scalar: Unicode.Scalar, into word: inout String) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: word.unicodeScalars.append(scalar)
    case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x300...0x36F: break
    case 0xAD, 0x200B...0x200D: break
    // C#, C++
    case 0x23 where !word.isEmpty, 0x2B where !word.isEmpty: word.unicodeScalars.append(scalar)
    default:
      guard scalar.properties.isAlphabetic else { return false }
      let lower = scalar.properties.lowercaseMapping
      for s in lower.unicodeScalars { word += base[s] ?? String(s) }
    }
    return true
  }

  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, let last = word.utf8.last, last == 0x73 || last == 0x78 else { return word }
    return String(word.dropLast())
  }

  private static let base: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "œ": "oe", "æ": "ae", "ß": "ss", "ç": "c", "ñ": "n", "ÿ": "y", "ý": "y",
    ]
    for (letter, accented) in [
      ("a", "àâäáãå"), ("e", "éèêë"), ("i", "îïíì"), ("o", "ôöóòõ"), ("u", "ùûüú"),
    ] {
      for scalar in accented.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()

  /// Singular forms, as the words above are.
  static let functionWords: Set<String> = [
    "a", "au", "aux", "avec", "ce", "ces", "chez", "comme", "d", "dan", "dans", "de", "des", "du", "elle",
    "en",
    "entre", "et", "il", "j", "l", "la", "le", "les", "leur", "lor", "lors", "n", "ou", "par", "pour", "qu",
    "que",
    "qui", "s", "sa", "san", "se", "selon", "ses", "si", "son", "sou", "sous", "sur", "un", "une", "ver",
    "via", "y",
  ]
}
