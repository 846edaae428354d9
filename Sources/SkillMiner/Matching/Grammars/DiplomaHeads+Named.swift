/// Words that make a diploma with their complement: *diplôme d’État de*, *niveau IV*, *titre professionnel*, *étudiant en*.
extension DiplomaHeads {
  func diploma(_ text: GrammarText, _ at: Int) -> Head? {
    var next = at + 1
    if text.word(next) == "ou", ["un", "titre", "une"].contains(text.word(next + 1)) {
      next += text.word(next + 1) == "titre" ? 2 : text.word(next + 2) == "titre" ? 3 : 0
    }
    if text.word(next) == "d" || text.word(next) == "de" {
      if text.word(next + 1) == "etat" {
        var end = next + 2
        let from = end
        if ["de", "d", "en", "du"].contains(text.word(end))
          || text.tokens[safe: end].map({ $0.isContent && index.knows($0, as: .state) }) == true,
          let close = complement(text, end)
        {
          end = close
        }
        let before = text.tokens[safe: at - 1].map { [$0] } ?? []
        let words =
          from < end ? Array(text.tokens[from..<end]) : before.filter { index.knows($0, as: .state) }
        return Head(
          sorts: [.state], code: index.code(sorts: [.state], words: words), end: end, isComplete: true)
      }
      switch text.word(next + 1) {
      case "ingenieur", "ingenieurs": return Head(sorts: [.engineer], code: 403267, end: next + 2)
      case "un", "une", "bac", "niveau", "type", "cap", "bts", "l", "la", "ecole", "ecoles", "master",
        "licence", "formation", "grande", "grandes", "bep", "dut":
        return nil
      default: break
      }
    }
    if ["universitaire", "superieur"].contains(text.word(next)) {
      return Head(sorts: [.other, .state], end: next + 1)
    }
    guard ["d", "de", "en", "dans", "du"].contains(text.word(next)), let close = complement(text, next) else {
      return nil
    }
    if text.word(next) == "de" || text.word(next) == "d" || text.word(next) == "du" {
      guard text.tokens[next..<close].contains(where: { $0.isContent && index.knows($0) }) else { return nil }
    }
    let code = index.code(sorts: [.state, .titre], words: text.tokens[next..<close])
    return Head(sorts: [.state], code: code, end: close, isComplete: true)
  }

  func complement(_ text: GrammarText, _ from: Int) -> Int? {
    DiplomaGrammar(index: index).speciality(text, from, self)
  }

  /// *niveau IV*, *niveau 4 (Bac)*; not *support niveau 2*.
  func level(_ text: GrammarText, _ at: Int) -> Head? {
    let value = text.word(at + 1)
    let next = text.word(at + 2)
    let roman = ["iii", "iv", "v", "vi"].contains(value) && text.isCapital(at + 1)
    let arabic = ["3", "4", "5", "6", "7"].contains(value)
    guard roman || arabic, !["ans", "%", ",", "x", "annee", "et"].contains(next) || roman else { return nil }
    // A grade of a pay scale is no level of study.
    if (2...7).contains(where: {
      ["position", "coefficient", "coef", "echelon", "convention", "classification"].contains(
        text.word(at + $0))
    }) {
      return nil
    }
    let before = (1...5).map { text.word(at - $0) }
    let cue = before.contains {
      [
        "diplome", "diplomes", "titre", "formation", "certification", "qualification", "rncp",
        "professionnel", "etudes", "diplomante", "certifiante", "diplomee", "titulaire",
      ].contains($0)
    }
    let after = (2...4).contains {
      ["bac", "cap", "bep", "bts", "dut", "licence", "master", "soit", "rncp", "bp"].contains(
        text.word(at + $0))
    }
    guard
      cue || after
        || roman && !before.prefix(2).contains(where: { ["support", "maintenance", "ssiap"].contains($0) })
    else { return nil }
    var end = at + 2
    if ["a", "ou", "/", "-"].contains(next),
      ["3", "4", "5", "6", "7", "iii", "iv", "v", "ii"].contains(text.word(at + 3))
    {
      end = at + 4
    }
    if next == "a", text.word(at + 3) == "niveau", ["5", "6", "7", "4"].contains(text.word(at + 4)) {
      end = at + 5
    }
    return Head(sorts: [.other], end: end, isComplete: true)
  }

  func title(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    if text.word(at) == "tp" {
      guard inChain, text.isAllCaps(at), let token = text.tokens[safe: at + 1], token.isContent,
        index.knows(token, as: .titre)
      else { return nil }
      return Head(sorts: [.titre], end: at + 1)
    }
    if ["pro", "professionnel", "professionnels", "professionnelle"].contains(next) {
      return Head(sorts: [.titre], end: at + 2)
    }
    if next == "rncp" || next == "certifie" { return Head(sorts: [.titre, .other], end: at + 2) }
    if next == "d", ["ingenieur", "ingenieurs"].contains(text.word(at + 2)) {
      return Head(sorts: [.engineer], code: 403267, end: at + 3)
    }
    return nil
  }

  func studies(_ text: GrammarText, _ at: Int) -> Head? {
    guard ["superieures", "universitaires"].contains(text.word(at + 1)), text.word(at - 1) != "poursuite",
      text.word(at - 2) != "poursuite"
    else { return nil }
    return Head(sorts: [.other], end: at + 2)
  }

  func student(_ text: GrammarText, _ at: Int) -> Head? {
    guard text.word(at + 1) == "en", head(text, at + 2, inChain: true) == nil,
      let close = complement(text, at + 1),
      text.tokens[at + 2..<close].contains(where: { index.knows($0) })
    else { return nil }
    var end = close
    while text.word(end) == ",", let more = text.tokens[safe: end + 1], more.isContent, index.knows(more),
      let next = complement(text, end + 1)
    { end = next }
    return Head(sorts: [.other], end: end, isComplete: true, start: at + 2)
  }

  func phrase(_ text: GrammarText, _ at: Int) -> Head? {
    for row in Self.phrases {
      if let end = text.matches(row.words, at: at) { return Head(sorts: [row.sort], end: end) }
    }
    if text.word(at) == "capacite", text.word(at + 1) == "en",
      ["droit", "gerontologie", "geriatrie", "addictologie"].contains(text.word(at + 2))
    {
      return Head(
        sorts: [.specialised, .other], code: text.word(at + 2) == "gerontologie" ? 404100 : nil, end: at + 3,
        isComplete: true)
    }
    if text.word(at) == "docteur", text.word(at + 1) == "en",
      text.isCapital(at)
        || (1...4).contains(where: { ["diplome", "titulaire", "titre"].contains(text.word(at - $0)) }),
      let close = complement(text, at + 1)
    {
      // *docteur en sciences*: the subject, not the word *docteur*, must be a label's.
      let subject = text.tokens[at + 2..<close].contains { index.knows($0, as: .state) }
      return Head(
        sorts: [.doctorate, .state],
        code: subject ? index.code(sorts: [.state], words: text.tokens[at..<close]) : nil,
        end: close, isComplete: true)
    }
    return nil
  }

  private static let phrases: [(words: [String], sort: DiplomaIndex.Sort)] = [
    (["brevet", "professionnel"], .bp), (["brevet", "de", "technicien", "superieur"], .bts),
    (["brevet", "des", "colleges"], .other),
    (["brevet", "de", "maitrise"], .brevet), (["brevet", "d", "etudes", "professionnelles"], .bep),
    (["brevet", "de", "technicien"], .bac),
    (["mention", "complementaire"], .mc), (["certificat", "d", "aptitude", "professionnelle"], .cap),
    (["certificat", "de", "specialisation"], .mc),
    (["certificat", "de", "qualification", "professionnelle"], .cqp), (["brevet", "federal"], .brevet),
  ]
}
