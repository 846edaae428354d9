/// Languages with or without a level: *anglais courant*, *l’anglais (B2)*, *langue allemande*, *TOEIC 785*.
///
/// The name of a language is also an adjective (*équipe espagnole*, *norme française*) and a people (*les clients
/// anglais*): it counts with a level, behind a verb or noun of speech, with its own article, in a list of languages or
/// alone on its line.
struct LanguageGrammar {
  static let words: [String] =
    LanguageTable.languages.keys.sorted() + LanguageTable.feminine.keys.sorted()
    + LanguageTable.tests.keys.sorted()
    + ["langue", "langues", "bilingue", "bilingues", "trilingue", "LSF", "LV1", "LV2", "FLE"]

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    let word = text.word(index)
    if let test = LanguageTable.tests[word] { return readTest(text, index, test) }
    switch word {
    case "langue", "langues": return general(text, index)
    case "bilingue", "bilingues", "trilingue": return bilingual(text, index)
    case "lsf": return text.isAllCaps(index) ? single(index..<index + 1, 119375) : nil
    case "fle": return text.isAllCaps(index) ? single(index..<index + 1, 108634) : nil
    case "lv1", "lv2": return nil
    default: break
    }
    guard let language = LanguageTable.languages[word], isLanguage(text, index) else { return nil }
    return named(text, index, index, language)
  }

  // MARK: - A language by its name

  private func named(_ text: GrammarText, _ start: Int, _ index: Int, _ language: LanguageTable.Language)
    -> GrammarReading
  {
    // *chinois mandarin*: one language, said twice.
    let dialect = ["mandarin", "cantonais", "flamand"].contains(text.word(index + 1)) ? 1 : 0
    let (end, levels) = level(text, index + 1 + dialect)
    let code = language.code(levels: levels)
    return GrammarReading(
      items: [.init(tokens: start..<end, kind: .language, code: code, family: nil)], end: end)
  }

  private func single(_ tokens: Range<Int>, _ code: Int32?) -> GrammarReading {
    GrammarReading(items: [.init(tokens: tokens, kind: .language, code: code)], end: tokens.upperBound)
  }

  /// Words of level behind a language, through commas and a bracket: *lu, écrit et parlé*, *(niveau B2)*.
  private func level(_ text: GrammarText, _ start: Int) -> (end: Int, levels: Set<String>) {
    var end = start
    var levels: Set<String> = []
    var position = start
    var bracket = false
    while position < start + 14 {
      let word = text.word(position)
      if LanguageTable.levels.contains(word) || isScore(text, position) {
        levels.insert(word)
        end = position + 1
      } else if word == "(" {
        bracket = true
      } else if word == ")" {
        if bracket, end == position { end = position + 1 }
        break
      } else if !LanguageTable.levelJoiners.contains(word) {
        break
      } else if word == "-" || word == "–", LanguageTable.languages[text.word(position + 1)] != nil {
        break
      }
      position += 1
    }
    // A bracket that opened within the span closes with it: *(B2 minimum)*.
    if bracket, end > start, (start..<end).contains(where: { text.word($0) == "(" }),
      text.word(end - 1) != ")"
    {
      if let close = (end...end + 3).first(where: { text.word($0) == ")" }),
        !(end..<close).contains(where: { text.endsSentence($0) })
      {
        end = close + 1
      }
    }
    return (end, levels)
  }

  /// *785* behind TOEIC.
  private func isScore(_ text: GrammarText, _ index: Int) -> Bool {
    guard index < text.count, text.tokens[index].kind == .number else { return false }
    let before = text.word(index - 1)
    return LanguageTable.tests[before] != nil
      || (LanguageTable.tests[text.word(index - 2)] != nil && [">", ":", "score"].contains(before))
  }

  private func isLanguage(_ text: GrammarText, _ index: Int) -> Bool {
    let word = text.word(index)
    let next = text.word(index + 1)
    var before = index - 1
    let previous = text.word(before)
    if [
      "professeur", "prof", "professeure", "cours", "lecons", "enseignant", "formateur", "formatrice",
      "enseignante",
    ].contains(text.word(index - 2)) {
      return false
    }
    if LanguageTable.neverAfter.contains(previous) || LanguageTable.neverBefore.contains(next) {
      return false
    }
    if word == "francais", text.word(index - 1) == "le", next != "lu", next != "ecrit", next != "parle" {
      return LanguageTable.cues.contains(text.word(index - 2))
    }
    if previous == "l" || previous == "le" {
      // *l’anglais*, *le néerlandais*: not a noun's adjective (*le Portugais João*).
      return !(text.isCapital(index) && text.isCapital(index + 1) && !LanguageTable.levels.contains(next))
    }
    if LanguageTable.strongLevels.contains(next) || next == "des" && text.word(index + 2) == "affaires" {
      return true
    }
    if LanguageTable.languages[next] != nil, !text.isCapital(index + 1) || text.isCapital(index) {
      return isLanguage(text, index + 1)
    }
    if next == "(" || next == ":" || next == "-" || next == "–" {
      let after = text.word(index + 2)
      if LanguageTable.strongLevels.contains(after) || after == "niveau" || LanguageTable.tests[after] != nil
      {
        return true
      }
    }
    if LanguageTable.tests[previous] != nil || LanguageTable.tests[next] != nil { return true }
    while ["d", "de", "du", "en", "un", "une", "l", "la", ":", "(", "\"", "«", "votre", "bon", "tres"]
      .contains(text.word(before))
    { before -= 1 }
    let cue = text.word(before)
    if LanguageTable.cues.contains(cue) { return true }
    if LanguageTable.levels.contains(cue), cue != "commercial", cue != "technique", cue != "professionnel" {
      return true
    }
    if previous == "en" {
      return !LanguageTable.notInThatLanguage.contains(text.word(before)) && word != "francais"
        || LanguageTable.speech.contains(text.word(before))
    }
    // A list of languages: *français / anglais*, *anglais et allemand*.
    if ["et", "ou", "/", ",", "-", "&", "+"].contains(next) {
      var other = index + 2
      if text.word(other) == "/" || text.word(other) == "ou" { other += 1 }
      while ["l", "le", "en", "d", "de"].contains(text.word(other)) { other += 1 }
      if LanguageTable.languages[text.word(other)] != nil,
        !LanguageTable.neverAfter.contains(text.word(index - 1)),
        text.opensClause(index) || LanguageTable.languages[cue] != nil
          || ["en", "d", "de", "l", "("].contains(previous)
      {
        return true
      }
    }
    if ["et", "ou", "/", ",", "-", "&", "+"].contains(previous) {
      var other = index - 2
      while LanguageTable.levels.contains(text.word(other))
        || ["ou", "/", "et", ","].contains(text.word(other))
      { other -= 1 }
      if LanguageTable.languages[text.word(other)] != nil, isLanguage(text, other) { return true }
    }
    // Alone on its line or in its list item.
    if text.opensClause(index),
      text.isCapital(index) || text.word(index - 1) == ":" || text.word(index - 1) == "-"
    {
      return next == "\n" || next == "." || next == "," || next == ";" || next == "/" || next == "et"
        || next == "est" || next == "*"
        || next == "+" || next == "ou" || next == "si" || next == "serait"
    }
    return false
  }

  // MARK: - Tests, and languages at large

  private func readTest(_ text: GrammarText, _ index: Int, _ code: Int32?) -> GrammarReading? {
    let word = text.word(index)
    if word == "cambridge" || word == "tcf" || word == "voltaire" || word == "linguaskill",
      !text.isCapital(index)
    {
      return nil
    }
    if word == "cambridge",
      !["first", "certificate", "advanced", "b2", "c1", "english"].contains(text.word(index + 1))
    {
      return nil
    }
    var end = index + 1
    var next = end
    while ["score", "de", ":", ">", "minimum", "d", "au", "moins", "niveau"].contains(text.word(next)),
      next < end + 4
    { next += 1 }
    let value = text.word(next)
    if next < text.count,
      text.tokens[next].kind == .number && value.count == 3 || LanguageTable.cefr.contains(value)
    {
      end = next + 1
    }
    return single(index..<end, code)
  }

  /// *langue anglaise*, *langues étrangères*, *langue des signes*.
  private func general(_ text: GrammarText, _ index: Int) -> GrammarReading? {
    let next = text.word(index + 1)
    if let language = LanguageTable.feminine[next] {
      var items: [GrammarReading.Item] = []
      let (end, levels) = level(text, index + 2)
      items.append(.init(tokens: index..<end, kind: .language, code: language.code(levels: levels)))
      var position = end
      while ["et", "ou", ",", "/"].contains(text.word(position)),
        let other = LanguageTable.feminine[text.word(position + 1)]
      {
        let (close, levels) = level(text, position + 2)
        items.append(.init(tokens: position + 1..<close, kind: .language, code: other.code(levels: levels)))
        position = close
      }
      return GrammarReading(items: items, end: position)
    }
    if let language = LanguageTable.languages[next] { return named(text, index, index + 1, language) }
    if next == "des", text.word(index + 2) == "signes" {
      var end = index + 3
      if text.word(end) == "francaise" { end += 1 }
      return single(index..<end, 119375)
    }
    if next == "etrangere" || next == "etrangeres" || next == "vivante" || next == "vivantes"
      || next == "regionale" || next == "regionales"
    {
      let previous = text.word(index - 1)
      if ["professeur", "enseignant", "enseignants"].contains(text.word(index - 2)) { return nil }
      let start =
        ["autre", "autres", "seconde", "deuxieme", "troisieme", "plusieurs"].contains(previous)
        ? index - 1 : index
      return single(start..<index + 2, next.hasPrefix("reg") ? 118232 : 403005)
    }
    let previous = text.word(index - 1)
    if ["plusieurs", "seconde", "deuxieme", "troisieme", "autre", "autres"].contains(previous) {
      return single(index - 1..<index + 1, 403005)
    }
    return nil
  }

  /// *bilingue anglais*, *bilingue français-anglais*, *bilingue*.
  private func bilingual(_ text: GrammarText, _ index: Int) -> GrammarReading? {
    var position = index + 1
    while ["(", "en", "-", "/", ":"].contains(text.word(position)), position < index + 3 { position += 1 }
    var last: (index: Int, language: LanguageTable.Language)?
    var first = position
    while let language = LanguageTable.languages[text.word(position)] {
      if last == nil { first = position }
      if last == nil || text.word(last!.index) == "francais" { last = (position, language) }
      let joiner = text.word(position + 1)
      guard ["/", "-", "–", "et"].contains(joiner), LanguageTable.languages[text.word(position + 2)] != nil,
        text.word(first) == "francais" || text.word(position + 2) == "francais"
      else { break }
      position += 2
    }
    if let last {
      let (end, levels) = level(text, max(last.index, position) + 1)
      return GrammarReading(
        items: [.init(tokens: index..<end, kind: .language, code: last.language.code(levels: levels))],
        end: end)
    }
    if LanguageTable.languages[text.word(index - 1)] != nil { return nil }
    if ["classe", "ecole", "creche", "structure", "etablissement", "section", "environnement"].contains(
      text.word(index - 1))
    {
      return nil
    }
    return single(index..<index + 1, 403005)
  }
}
