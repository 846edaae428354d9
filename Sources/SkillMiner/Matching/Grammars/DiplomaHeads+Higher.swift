/// Diplomas of higher education: *BUT*, *licence*, *master*, schools, *DU*.
extension DiplomaHeads {
  func but(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    guard text.isAllCaps(at) else { return nil }
    let next = text.word(at + 1)
    let head = Head(sorts: [.but], family: "diplome-bac2", end: at + 1)
    if inChain, next != "de", next != "d" { return head }
    let before = text.word(at - 1)
    if ["magasin", "enseigne", "chez", "groupe", "magasins", "le", "dans"].contains(before)
      || ["de", "d", "est", "recrute", "commun", "magasin", "non"].contains(next)
    {
      return nil
    }
    if ["/", "ou", ","].contains(next), ["dut", "bts", "licence", "bachelor"].contains(text.word(at + 2)) {
      return head
    }
    if (1...3).contains(where: { DiplomaTable.cues.contains(text.word(at - $0)) }) { return head }
    if next == "en", at + 2 < text.count, index.knows(text.tokens[at + 2]) { return head }
    return at + 1 < text.count && text.tokens[at + 1].isContent && index.knows(text.tokens[at + 1], as: .but)
      ? head : nil
  }

  func licence(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    if ["pro", "professionnelle", "professionnelles", "pros"].contains(next) {
      return Head(sorts: [.licencePro], end: at + 2)
    }
    guard
      ![
        "iv", "4", "iii", "3eme", "ii", "logiciel", "logicielle", "logicielles", "logiciels", "microsoft",
        "office", "jar", "part", "b1", "b2", "easa", "taxi", "adobe", "open",
      ].contains(next)
    else { return nil }
    let head = Head(sorts: [.licence], end: next == "3" && text.word(at + 2) != "ans" ? at + 2 : at + 1)
    if inChain || next == "3" { return head }
    if ["universitaire", "generale"].contains(next) { return Head(sorts: [.licence], end: at + 2) }
    if next == "en", text.word(at + 2) != "cours" { return head }
    if next == "/" || next == "ou" || next == ",",
      ["master", "bachelor", "bts", "dut", "but", "bac", "mastere", "m1"].contains(text.word(at + 2))
    {
      return head
    }
    let before = (1...3).map { text.word(at - $0) }
    if before.contains(where: {
      ["titulaire", "diplome", "diplomee", "niveau", "obtenu", "bac", "etudiant", "etudiante"].contains($0)
    }),
      !["de", "d"].contains(next) || index.knows(text.tokens[min(at + 2, text.count - 1)], as: .licence)
    {
      return head
    }
    if ["de", "d", "mention"].contains(next), at + 2 < text.count,
      index.knows(text.tokens[at + 2], as: .licence),
      ![
        "transport", "transports", "vente", "peche", "marque", "pilote", "soudage", "soudure", "conduite",
        "logiciel", "logiciels", "exploitation",
      ].contains(text.word(at + 2))
    {
      return head
    }
    guard text.isCapital(at), at + 1 < text.count, text.tokens[at + 1].isContent,
      index.knows(text.tokens[at + 1], as: .licence)
    else { return nil }
    return head
  }

  func master(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    let word = text.word(at)
    if word == "m1" || word == "m2" {
      if at > 0, text.tokens[at - 1].kind == .number { return nil }
      guard
        inChain || next == "en" || DiplomaTable.cues.contains(text.word(at - 1))
          || text.word(at - 1) == "master"
      else { return nil }
      return Head(sorts: [.master], end: at + 1)
    }
    if ["data", "class", "chef", "classes", "franchise", "plan", "planning", "file", "budget", "agreement"]
      .contains(next)
    {
      return nil
    }
    if ["scrum", "yard", "quiz", "web", "game", "station", "toast"].contains(text.word(at - 1)) {
      return nil
    }
    var end = at + 1
    if ["1", "2", "i", "ii", "m1", "m2"].contains(next), text.word(at + 2) != "ans" { end += 1 }
    if next == "pro" || next == "professionnel" || next == "recherche" || next == "universitaire"
      || next == "specialise"
    {
      end = at + 2
    }
    let head = Head(sorts: [.master, .mastere], end: end)
    if inChain || end > at + 1 { return head }
    if next == "/" || next == "ou" || next == ",",
      ["ingenieur", "ecole", "ecoles", "diplome", "bac", "mastere", "licence", "doctorat", "bachelor", "mba"]
        .contains(text.word(at + 2))
    {
      return head
    }
    let before = (1...3).map { text.word(at - $0) }
    if before.contains(where: { DiplomaTable.cues.contains($0) }) || next == "en" || next == "mention" {
      return head
    }
    if (next == "de" || next == "d"), at + 2 < text.count {
      return index.knows(text.tokens[at + 2], as: .master) ? head : nil
    }
    if text.isCapital(at), at + 1 < text.count, text.tokens[at + 1].isContent {
      return index.knows(text.tokens[at + 1], as: .master) ? head : nil
    }
    if text.word(at - 1) == "un" || text.word(at - 1) == "(" || text.opensClause(at) {
      return text.isCapital(at) ? head : nil
    }
    return nil
  }

  func school(_ text: GrammarText, _ at: Int) -> Head? {
    let before = text.word(at - 1)
    if ["notre", "nos", "votre", "vos", "l", "cette", "auto", "son", "la", "les", "des"].contains(before) {
      return nil
    }
    let start = at + 1
    if ["de", "d"].contains(text.word(start)) {
      switch text.word(start + 1) {
      case "ingenieur", "ingenieurs": return Head(sorts: [.engineer], code: 403267, end: start + 2)
      case "commerce": return Head(sorts: [.business], code: 403264, end: start + 2)
      case "management", "gestion", "communication", "design", "journalisme", "informatique", "notariat",
        "architecture":
        return Head(sorts: [.business], code: nil, end: start + 2)
      default: break
      }
    }
    if before == "grande" || before == "grandes" { return Head(sorts: [.engineer], code: nil, end: at + 1) }
    if ["ingenieur", "ingenieurs"].contains(text.word(start)) {
      return Head(sorts: [.engineer], code: 403267, end: start + 1)
    }
    if text.word(start) == "hoteliere" { return Head(sorts: [.business], code: nil, end: start + 1) }
    if text.word(start) == "superieure", ["de", "d"].contains(text.word(start + 1)) {
      return Head(sorts: [.business], code: text.word(start + 2) == "commerce" ? 403264 : nil, end: start + 3)
    }
    return nil
  }

  /// *DU* in capitals, behind another diploma: alone it is an article.
  func universityDiploma(_ text: GrammarText, _ at: Int) -> Head? {
    guard text.isAllCaps(at), !text.isAllCaps(at + 1) else { return nil }
    return Head(sorts: [.other], end: at + 1)
  }
}
