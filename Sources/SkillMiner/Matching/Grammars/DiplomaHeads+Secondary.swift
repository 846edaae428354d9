/// Secondary diplomas and years behind the *bac*: *Bac pro*, *Bac +2/3*, *CAP*, *BP*.
extension DiplomaHeads {
  func bac(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    var end = at + 1
    var level: String?
    let next = text.word(end)
    if ["bac2", "bac3", "bac5"].contains(text.word(at)) { level = String(text.word(at).dropFirst(3)) }
    if next == "+", isYears(text, end + 1) {
      level = text.word(end + 1)
      end += 2
    } else if isYears(text, end), !["ans", "an", "mois"].contains(text.word(end + 1)) {
      level = text.word(end)
      end += 1
    }
    if level != nil {
      // *+2/+3*, *4/5*, *2 à 5*, *+3 ou 5*
      while true {
        var next = end
        while ["/", "-", "a", "ou", "+", "et", "–", ",", "au"].contains(text.word(next)), next < end + 3 {
          next += 1
        }
        guard next > end, isYears(text, next),
          !["an", "ans", "annee", "annees", "mois", "postes"].contains(text.word(next + 1))
        else { break }
        level = text.word(next)
        end = next + 1
      }
      if let first = level?.first.map(String.init) {
        return Head(sorts: Self.sorts(years: first), family: first == "2" ? "diplome-bac2" : nil, end: end)
      }
    }
    if ["pro", "professionnel", "professionnels", "professionnelle", "pros"].contains(next) {
      return Head(sorts: [.bacPro], family: "diplome-bac", end: end + 1)
    }
    if next == "-", text.word(end + 1) == "pro" {
      return Head(sorts: [.bacPro], family: "diplome-bac", end: end + 2)
    }
    if [
      "techno", "technologique", "technologiques", "general", "stmg", "sti2d", "st2s", "stl", "sti", "stg",
      "stt", "scientifique", "stav", "smr",
    ].contains(next) {
      return Head(sorts: [.bac], family: "diplome-bac", end: end + 1)
    }
    if text.word(at) == "baccalaureat" { return Head(sorts: [.bac], family: "diplome-bac", end: end) }
    guard text.word(at) == "bac" else { return nil }
    if inChain, next != "de", next != "d" { return Head(sorts: [.bac], family: "diplome-bac", end: end) }
    let before = [text.word(at - 1), text.word(at - 2), text.word(at - 3)]
    if ["a", "/", "ou", ",", "-", "et", "(", "–"].contains(next) {
      var other = end
      while ["a", "/", "ou", ",", "-", "et", "(", "–"].contains(text.word(other)), other < end + 2 {
        other += 1
      }
      if let word = Optional(text.word(other)),
        word == "bac" || word == "bts" || word == "cap" || word == "bep" || word == "dut" || word == "licence"
          || word == "+"
      {
        return Head(sorts: [.bac], family: "diplome-bac", end: end)
      }
    }
    if ["minimum", "mini", "requis", "exige", "obtenu", "valide", "souhaite", "obligatoire"].contains(next)
      || before.contains(where: { DiplomaTable.cues.contains($0) && $0 != "minimum" && $0 != "type" })
    {
      guard
        !["de", "d", "a", "au", "gastro", "acier", "gastronorme", "ultrason", "ultrasons", "de"].contains(
          next) || next == "a" && text.word(end + 1) == "bac"
      else { return nil }
      return Head(sorts: [.bac], family: "diplome-bac", end: end)
    }
    return nil
  }

  func isYears(_ text: GrammarText, _ at: Int) -> Bool {
    ["2", "3", "4", "5", "6", "7", "8", "1"].contains(text.word(at))
  }

  static func sorts(years: String) -> Set<DiplomaIndex.Sort> {
    switch years {
    case "2": [.bts, .dut]
    case "3": [.licence, .licencePro, .but, .bachelor]
    case "4", "5": [.master, .mastere]
    default: [.doctorate]
    }
  }

  func cap(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    let head = Head(sorts: [.cap], family: "diplome-cap", end: at + 1)
    if next == "agricole" { return Head(sorts: [.cap], family: "diplome-cap", end: at + 2) }
    if inChain { return head }
    if ["sur", "vers", "emploi", "gemini", "horn", "ferret", "vert", "au", "aux", "ocean", "intermed"]
      .contains(next)
    {
      return nil
    }
    if at + 1 < text.count, text.tokens[at + 1].kind == .number, text.touches(at + 1) || next.count >= 2 {
      return nil
    }
    if ["/", "-", "ou", ",", "et", "+", "–"].contains(next) {
      var other = at + 2
      while ["/", "ou", "un", "-", "+"].contains(text.word(other)) { other += 1 }
      if ["bep", "bac", "bp", "bts", "bepa", "mc", "titre", "bpa", "baccalaureat", "brevet", "cqp"].contains(
        text.word(other))
      {
        return head
      }
    }
    let before = (1...3).map { text.word(at - $0) }
    if before[0] == "scan" || before[0] == "le" && !text.isAllCaps(at) { return nil }
    if before.contains(where: DiplomaTable.cues.contains) {
      return next == "de" && !text.isAllCaps(at) ? nil : head
    }
    if at + 1 < text.count, text.tokens[at + 1].isContent, index.knows(text.tokens[at + 1], as: .cap) {
      return head
    }
    guard text.isAllCaps(at) else { return nil }
    if next == "de" || next == "d" || next == "en" {
      return at + 2 < text.count && index.knows(text.tokens[at + 2]) ? head : nil
    }
    return text.opensClause(at) || before[0] == "un" || before[0] == "du" || before[0] == "("
      || DiplomaTable.stops.contains(next) ? head : nil
  }

  func bp(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    guard text.isAllCaps(at), at + 1 < text.count, text.tokens[at + 1].kind != .number else { return nil }
    let next = text.tokens[at + 1]
    guard
      inChain || next.isContent && index.knows(next) || DiplomaTable.cues.contains(text.word(at - 2))
        || DiplomaTable.cues.contains(text.word(at - 1))
    else { return nil }
    return Head(sorts: [.bp], end: at + 1)
  }
}
