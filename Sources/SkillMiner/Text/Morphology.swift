/// One key for inflected and derived forms that French job language uses interchangeably.
///
/// Snowball's stem first (it takes care of inflection), then suffix rules that bring a deverbal noun and its verb
/// together (*nettoyage / nettoyer*, *réception / réceptionner*), then a written table of irregular pairs
/// (*gestion / gérer*, *vente / vendre*) with the keys that rules give to their other forms (`joined`). Agent nouns are left
/// alone on purpose: a job title is not a competency, so *conducteur* never meets *conduire*, nor *comptable* *compte*.
struct Morphology {
  /// Key of a word; always folded.
  ///
  /// - Parameters:
  ///   - word: in lower case, accents kept.
  ///   - folded: the same folded.
  static func key(_ word: String, folded: String, _ stemmer: Stemmer) -> String {
    if let written = irregular[folded] { return written }
    if let agent = agent(folded) { return agent }
    var base = Folding.fold(stemmer.stem(stemmed(word, folded: folded)))
    // Snowball leaves the plural of *menus*, *photos*.
    if base == folded, base.utf8.count > 4, ["as", "os", "us"].contains(where: base.hasSuffix) {
      base.removeLast()
    }
    if let written = irregularStems[base] { return written }
    return normalised(base)
  }

  /// Suffix rules on a folded stem. Only stems that keep at least four letters are cut.
  static func normalised(_ stem: String) -> String {
    var s = stem
    func cut(_ suffix: String, to replacement: String = "", keeping n: Int = 4) -> Bool {
      guard s.hasSuffix(suffix), s.utf8.count - suffix.utf8.count >= n else { return false }
      s = String(s.dropLast(suffix.count)) + replacement
      return true
    }
    // A chain would be shorter but order matters: longest first.
    _ =
      cut("issag", to: "") || cut("issement", to: "") || cut("iss", to: "") || cut("ation")
      || cut("ition", to: "it")
      || cut("ement") || cut("ment") || cut("age") || cut("ag", keeping: 3) || cut("aison", to: "")
      || cut("anc", to: "")
    // nettoi / nettoy, emploi / employ
    if s.hasSuffix("y") { s = String(s.dropLast()) + "i" }
    // Doubled final consonant: reception / receptionn, appel / appell.
    let b = Array(s.utf8)
    if b.count > 4, b[b.count - 1] == b[b.count - 2], b[b.count - 1] != 0x73 { s = String(s.dropLast()) }
    return s
  }

  /// Folded words whose key no rule gives, each with the key it shares. Written from knowledge of the field.
  static let irregular: [String: String] = {
    var table = keys(of: groups)
    // A plural goes with its singular, unless a group says otherwise.
    for (word, key) in table
    where word.count > 3 && !["s", "x", "z"].contains(word.last) && table[word + "s"] == nil {
      table[word + "s"] = key
    }
    return table
  }()

  /// Keys that rules give to other forms of the words of a group (*organisations*, *organise*), each with the group's key.
  static let joined = keys(of: joinedGroups).filter { $0.key != $0.value }

  /// Stems with an irregular key, for families of forms too many to list word by word.
  static let irregularStems = keys(of: stemGroups)

  /// Each word of some groups with the first of its group.
  private static func keys(of groups: [String]) -> [String: String] {
    var table: [String: String] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }

  /// The key of a word ending in *-ateur* or *-atrice*, in any number; `nil` for all others. Such words name who does it,
  /// never what is done.
  private static func agent(_ folded: String) -> String? {
    guard folded.utf8.count >= 8 else { return nil }
    let ending = ["ateur", "ateurs", "atrice", "atrices"].first { folded.hasSuffix($0) }
    return ending.map { folded.dropLast($0.count) + "ateur" }
  }

  /// What is given to the stemmer for a word. Snowball takes the end of *audit* and *précis* for one of a verb: with an
  /// ending of their plural and feminine it does not. Verbs that end so are left as they are.
  private static func stemmed(_ word: String, folded: String) -> String {
    guard folded.utf8.count >= 5 else { return word }
    if folded.hasSuffix("it") { return isOfSecondGroup(folded) ? word : word + "s" }
    if folded.hasSuffix("is") { return isOfSecondGroup(folded) ? word : word + "e" }
    return word
  }

  private static func isOfSecondGroup(_ folded: String) -> Bool {
    secondGroup.contains(String(folded.dropLast(2)))
  }
}
