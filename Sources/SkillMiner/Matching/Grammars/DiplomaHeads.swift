/// The word or phrase a diploma opens with.
struct DiplomaHeads {
  struct Head {
    var sorts: Set<DiplomaIndex.Sort>
    /// The item of the bare diploma.
    var code: Int32?
    var family: String?
    var end: Int
    /// The speciality was read with the head.
    var isComplete = false
    /// Where the span begins when it is not the head: *étudiant en* is left out.
    var start: Int?
  }

  let index: DiplomaIndex

  /// The head at an index; `nil` when the word there means something else.
  ///
  /// - Parameter inChain: another diploma stands right in front, which takes most doubts away.
  func head(_ text: GrammarText, _ at: Int, inChain: Bool) -> Head? {
    let word = text.word(at)
    if let row = DiplomaTable.acronymHeads[word] {
      if DiplomaTable.capitalsOnly.contains(word), !text.isAllCaps(at) { return nil }
      return Head(sorts: [row.sort], code: row.code, family: row.family, end: at + 1)
    }
    switch word {
    case "bac", "baccalaureat", "bacs", "bac2", "bac3", "bac5": return bac(text, at, inChain)
    case "cap", "caps": return cap(text, at, inChain)
    case "but": return but(text, at, inChain)
    case "bp": return bp(text, at, inChain)
    case "licence", "licences": return licence(text, at, inChain)
    case "master", "masters", "m1", "m2": return master(text, at, inChain)
    case "ecole", "ecoles": return school(text, at)
    case "ingenieur", "ingenieurs":
      guard inChain else { return nil }
      return Head(sorts: [.engineer], code: 403267, end: at + 1)
    case "diplome", "diplomes", "diplomee": return diploma(text, at)
    case "dei": return text.isAllCaps(at) ? Head(sorts: [.state], code: 404127, end: at + 1) : nil
    case "niveau", "niveaux", "niv": return level(text, at)
    case "titre", "titres", "tp": return title(text, at, inChain)
    case "formation", "formations", "cursus": return training(text, at)
    case "etudes": return studies(text, at)
    case "etudiant", "etudiante": return student(text, at)
    case "brevet", "mention", "certificat", "capacite", "docteur", "these": return phrase(text, at)
    case "du": return inChain ? universityDiploma(text, at) : nil
    case "des":
      guard inChain, text.isAllCaps(at), ["de", "d", "en"].contains(text.word(at + 1)) else { return nil }
      return Head(sorts: [.specialised], end: at + 1)
    default: return nil
    }
  }

  // MARK: - Secondary

  private func bac(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
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
        while ["/", "-", "a", "ou", "+", "et", "–", ",", "au"].contains(text.word(next)), next < end + 3 { next += 1 }
        guard next > end, isYears(text, next), !["an", "ans", "annee", "annees", "mois", "postes"].contains(text.word(next + 1)) else { break }
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
    if next == "-", text.word(end + 1) == "pro" { return Head(sorts: [.bacPro], family: "diplome-bac", end: end + 2) }
    if ["techno", "technologique", "technologiques", "general", "stmg", "sti2d", "st2s", "stl", "sti", "stg", "stt", "scientifique", "stav", "smr"].contains(next) {
      return Head(sorts: [.bac], family: "diplome-bac", end: end + 1)
    }
    if text.word(at) == "baccalaureat" { return Head(sorts: [.bac], family: "diplome-bac", end: end) }
    guard text.word(at) == "bac" else { return nil }
    if inChain, next != "de", next != "d" { return Head(sorts: [.bac], family: "diplome-bac", end: end) }
    let before = [text.word(at - 1), text.word(at - 2), text.word(at - 3)]
    if ["a", "/", "ou", ",", "-", "et", "(", "–"].contains(next) {
      var other = end
      while ["a", "/", "ou", ",", "-", "et", "(", "–"].contains(text.word(other)), other < end + 2 { other += 1 }
      if let word = Optional(text.word(other)), word == "bac" || word == "bts" || word == "cap" || word == "bep" || word == "dut" || word == "licence" || word == "+" {
        return Head(sorts: [.bac], family: "diplome-bac", end: end)
      }
    }
    if ["minimum", "mini", "requis", "exige", "obtenu", "valide", "souhaite", "obligatoire"].contains(next) || before.contains(where: { DiplomaTable.cues.contains($0) && $0 != "minimum" && $0 != "type" }) {
      guard !["de", "d", "a", "au", "gastro", "acier", "gastronorme", "ultrason", "ultrasons", "de"].contains(next) || next == "a" && text.word(end + 1) == "bac" else { return nil }
      return Head(sorts: [.bac], family: "diplome-bac", end: end)
    }
    return nil
  }

  private func isYears(_ text: GrammarText, _ at: Int) -> Bool { ["2", "3", "4", "5", "6", "7", "8", "1"].contains(text.word(at)) }

  private static func sorts(years: String) -> Set<DiplomaIndex.Sort> {
    switch years {
    case "2": [.bts, .dut]
    case "3": [.licence, .licencePro, .but, .bachelor]
    case "4", "5": [.master, .mastere]
    default: [.doctorate]
    }
  }

  private func cap(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    let head = Head(sorts: [.cap], family: "diplome-cap", end: at + 1)
    if next == "agricole" { return Head(sorts: [.cap], family: "diplome-cap", end: at + 2) }
    if inChain { return head }
    if ["sur", "vers", "emploi", "gemini", "horn", "ferret", "vert", "au", "aux", "ocean", "intermed"].contains(next) { return nil }
    if at + 1 < text.count, text.tokens[at + 1].kind == .number, text.touches(at + 1) || next.count >= 2 { return nil }
    if ["/", "-", "ou", ",", "et", "+", "–"].contains(next) {
      var other = at + 2
      while ["/", "ou", "un", "-", "+"].contains(text.word(other)) { other += 1 }
      if ["bep", "bac", "bp", "bts", "bepa", "mc", "titre", "bpa", "baccalaureat", "brevet", "cqp"].contains(text.word(other)) { return head }
    }
    let before = (1...3).map { text.word(at - $0) }
    if before[0] == "scan" || before[0] == "le" && !text.isAllCaps(at) { return nil }
    if before.contains(where: DiplomaTable.cues.contains) { return next == "de" && !text.isAllCaps(at) ? nil : head }
    if at + 1 < text.count, text.tokens[at + 1].isContent, index.knows(text.tokens[at + 1], as: .cap) { return head }
    guard text.isAllCaps(at) else { return nil }
    if next == "de" || next == "d" || next == "en" { return at + 2 < text.count && index.knows(text.tokens[at + 2]) ? head : nil }
    return text.opensClause(at) || before[0] == "un" || before[0] == "du" || before[0] == "(" || DiplomaTable.stops.contains(next) ? head : nil
  }

  private func bp(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    guard text.isAllCaps(at), at + 1 < text.count, text.tokens[at + 1].kind != .number else { return nil }
    let next = text.tokens[at + 1]
    guard inChain || next.isContent && index.knows(next) || DiplomaTable.cues.contains(text.word(at - 2)) || DiplomaTable.cues.contains(text.word(at - 1)) else { return nil }
    return Head(sorts: [.bp], end: at + 1)
  }

  // MARK: - Higher

  private func but(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    guard text.isAllCaps(at) else { return nil }
    let next = text.word(at + 1)
    let head = Head(sorts: [.but], family: "diplome-bac2", end: at + 1)
    if inChain, next != "de", next != "d" { return head }
    let before = text.word(at - 1)
    if ["magasin", "enseigne", "chez", "groupe", "magasins", "le", "dans"].contains(before) || ["de", "d", "est", "recrute", "commun", "magasin", "non"].contains(next) { return nil }
    if ["/", "ou", ","].contains(next), ["dut", "bts", "licence", "bachelor"].contains(text.word(at + 2)) { return head }
    if (1...3).contains(where: { DiplomaTable.cues.contains(text.word(at - $0)) }) { return head }
    if next == "en", at + 2 < text.count, index.knows(text.tokens[at + 2]) { return head }
    return at + 1 < text.count && text.tokens[at + 1].isContent && index.knows(text.tokens[at + 1], as: .but) ? head : nil
  }

  private func licence(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    if ["pro", "professionnelle", "professionnelles", "pros"].contains(next) { return Head(sorts: [.licencePro], end: at + 2) }
    guard !["iv", "4", "iii", "3eme", "ii", "logiciel", "logicielle", "logicielles", "logiciels", "microsoft", "office", "jar", "part", "b1", "b2", "easa", "taxi", "adobe", "open"].contains(next) else { return nil }
    let head = Head(sorts: [.licence], end: next == "3" && text.word(at + 2) != "ans" ? at + 2 : at + 1)
    if inChain || next == "3" { return head }
    if ["universitaire", "generale"].contains(next) { return Head(sorts: [.licence], end: at + 2) }
    if next == "en", text.word(at + 2) != "cours" { return head }
    if next == "/" || next == "ou" || next == ",", ["master", "bachelor", "bts", "dut", "but", "bac", "mastere", "m1"].contains(text.word(at + 2)) { return head }
    let before = (1...3).map { text.word(at - $0) }
    if before.contains(where: { ["titulaire", "diplome", "diplomee", "niveau", "obtenu", "bac", "etudiant", "etudiante"].contains($0) }),
      !["de", "d"].contains(next) || index.knows(text.tokens[min(at + 2, text.count - 1)], as: .licence)
    { return head }
    if ["de", "d", "mention"].contains(next), at + 2 < text.count, index.knows(text.tokens[at + 2], as: .licence),
      !["transport", "transports", "vente", "peche", "marque", "pilote", "soudage", "soudure", "conduite", "logiciel", "logiciels", "exploitation"].contains(text.word(at + 2))
    { return head }
    guard text.isCapital(at), at + 1 < text.count, text.tokens[at + 1].isContent, index.knows(text.tokens[at + 1], as: .licence) else { return nil }
    return head
  }

  private func master(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    let word = text.word(at)
    if word == "m1" || word == "m2" {
      if at > 0, text.tokens[at - 1].kind == .number { return nil }
      guard inChain || next == "en" || DiplomaTable.cues.contains(text.word(at - 1)) || text.word(at - 1) == "master" else { return nil }
      return Head(sorts: [.master], end: at + 1)
    }
    if ["data", "class", "chef", "classes", "franchise", "plan", "planning", "file", "budget", "agreement"].contains(next) { return nil }
    if ["scrum", "yard", "quiz", "web", "game", "station", "toast"].contains(text.word(at - 1)) { return nil }
    var end = at + 1
    if ["1", "2", "i", "ii", "m1", "m2"].contains(next), text.word(at + 2) != "ans" { end += 1 }
    if next == "pro" || next == "professionnel" || next == "recherche" || next == "universitaire" || next == "specialise" { end = at + 2 }
    let head = Head(sorts: [.master, .mastere], end: end)
    if inChain || end > at + 1 { return head }
    if next == "/" || next == "ou" || next == ",", ["ingenieur", "ecole", "ecoles", "diplome", "bac", "mastere", "licence", "doctorat", "bachelor", "mba"].contains(text.word(at + 2)) { return head }
    let before = (1...3).map { text.word(at - $0) }
    if before.contains(where: { DiplomaTable.cues.contains($0) }) || next == "en" || next == "mention" { return head }
    if (next == "de" || next == "d"), at + 2 < text.count { return index.knows(text.tokens[at + 2], as: .master) ? head : nil }
    if text.isCapital(at), at + 1 < text.count, text.tokens[at + 1].isContent { return index.knows(text.tokens[at + 1], as: .master) ? head : nil }
    if text.word(at - 1) == "un" || text.word(at - 1) == "(" || text.opensClause(at) { return text.isCapital(at) ? head : nil }
    return nil
  }

  private func school(_ text: GrammarText, _ at: Int) -> Head? {
    let before = text.word(at - 1)
    if ["notre", "nos", "votre", "vos", "l", "cette", "auto", "son", "la", "les", "des"].contains(before) { return nil }
    let start = at + 1
    if ["de", "d"].contains(text.word(start)) {
      switch text.word(start + 1) {
      case "ingenieur", "ingenieurs": return Head(sorts: [.engineer], code: 403267, end: start + 2)
      case "commerce": return Head(sorts: [.business], code: 403264, end: start + 2)
      case "management", "gestion", "communication", "design", "journalisme", "informatique", "notariat", "architecture":
        return Head(sorts: [.business], code: nil, end: start + 2)
      default: break
      }
    }
    if before == "grande" || before == "grandes" { return Head(sorts: [.engineer], code: nil, end: at + 1) }
    if ["ingenieur", "ingenieurs"].contains(text.word(start)) { return Head(sorts: [.engineer], code: 403267, end: start + 1) }
    if text.word(start) == "hoteliere" { return Head(sorts: [.business], code: nil, end: start + 1) }
    if text.word(start) == "superieure", ["de", "d"].contains(text.word(start + 1)) { return Head(sorts: [.business], code: text.word(start + 2) == "commerce" ? 403264 : nil, end: start + 3) }
    return nil
  }

  /// *DU* in capitals, behind another diploma: alone it is an article.
  private func universityDiploma(_ text: GrammarText, _ at: Int) -> Head? {
    guard text.isAllCaps(at), !text.isAllCaps(at + 1) else { return nil }
    return Head(sorts: [.other], end: at + 1)
  }

  // MARK: - Words that need a complement

  private func diploma(_ text: GrammarText, _ at: Int) -> Head? {
    var next = at + 1
    if text.word(next) == "ou", ["un", "titre", "une"].contains(text.word(next + 1)) {
      next += text.word(next + 1) == "titre" ? 2 : text.word(next + 2) == "titre" ? 3 : 0
    }
    if text.word(next) == "d" || text.word(next) == "de" {
      if text.word(next + 1) == "etat" {
        var end = next + 2
        let from = end
        if ["de", "d", "en", "du"].contains(text.word(end)) || text.tokens[safe: end].map({ $0.isContent && index.knows($0, as: .state) }) == true, let close = complement(text, end) { end = close }
        let before = text.tokens[safe: at - 1].map { [$0] } ?? []
        let words = from < end ? Array(text.tokens[from..<end]) : before.filter { index.knows($0, as: .state) }
        return Head(sorts: [.state], code: index.code(sorts: [.state], words: words), end: end, isComplete: true)
      }
      switch text.word(next + 1) {
      case "ingenieur", "ingenieurs": return Head(sorts: [.engineer], code: 403267, end: next + 2)
      case "un", "une", "bac", "niveau", "type", "cap", "bts", "l", "la", "ecole", "ecoles", "master", "licence", "formation", "grande", "grandes", "bep", "dut": return nil
      default: break
      }
    }
    if ["universitaire", "superieur"].contains(text.word(next)) { return Head(sorts: [.other, .state], end: next + 1) }
    guard ["d", "de", "en", "dans", "du"].contains(text.word(next)), let close = complement(text, next) else { return nil }
    if text.word(next) == "de" || text.word(next) == "d" || text.word(next) == "du" {
      guard text.tokens[next..<close].contains(where: { $0.isContent && index.knows($0) }) else { return nil }
    }
    let code = index.code(sorts: [.state, .specialised, .titre], words: text.tokens[next..<close])
    return Head(sorts: [.state], code: code, end: close, isComplete: true)
  }

  private func complement(_ text: GrammarText, _ from: Int) -> Int? {
    DiplomaGrammar(index: index).speciality(text, from, self)
  }

  /// *niveau IV*, *niveau 4 (Bac)*; not *support niveau 2*.
  private func level(_ text: GrammarText, _ at: Int) -> Head? {
    let value = text.word(at + 1)
    let next = text.word(at + 2)
    let roman = ["iii", "iv", "v", "vi"].contains(value) && text.isCapital(at + 1)
    let arabic = ["3", "4", "5", "6", "7"].contains(value)
    guard roman || arabic, !["ans", "%", ",", "x", "annee", "et"].contains(next) || roman else { return nil }
    // A grade of a pay scale is no level of study.
    if (2...7).contains(where: { ["position", "coefficient", "coef", "echelon", "convention", "classification"].contains(text.word(at + $0)) }) { return nil }
    let before = (1...5).map { text.word(at - $0) }
    let cue = before.contains { ["diplome", "diplomes", "titre", "formation", "certification", "qualification", "rncp", "professionnel", "etudes", "diplomante", "certifiante", "diplomee", "titulaire"].contains($0) }
    let after = (2...4).contains { ["bac", "cap", "bep", "bts", "dut", "licence", "master", "soit", "rncp", "bp"].contains(text.word(at + $0)) }
    guard cue || after || roman && !before.prefix(2).contains(where: { ["support", "maintenance", "ssiap"].contains($0) }) else { return nil }
    var end = at + 2
    if ["a", "ou", "/", "-"].contains(next), ["3", "4", "5", "6", "7", "iii", "iv", "v", "ii"].contains(text.word(at + 3)) { end = at + 4 }
    if next == "a", text.word(at + 3) == "niveau", ["5", "6", "7", "4"].contains(text.word(at + 4)) { end = at + 5 }
    return Head(sorts: [.other], end: end, isComplete: true)
  }

  private func title(_ text: GrammarText, _ at: Int, _ inChain: Bool) -> Head? {
    let next = text.word(at + 1)
    if text.word(at) == "tp" {
      guard inChain, text.isAllCaps(at), let token = text.tokens[safe: at + 1], token.isContent, index.knows(token, as: .titre) else { return nil }
      return Head(sorts: [.titre], end: at + 1)
    }
    if ["pro", "professionnel", "professionnels", "professionnelle"].contains(next) { return Head(sorts: [.titre], end: at + 2) }
    if next == "rncp" || next == "certifie" { return Head(sorts: [.titre, .other], end: at + 2) }
    if next == "d", ["ingenieur", "ingenieurs"].contains(text.word(at + 2)) { return Head(sorts: [.engineer], code: 403267, end: at + 3) }
    return nil
  }

  /// *De formation technique*, *issu d’une formation en chimie*; not *formation interne*, *plan de formation*.
  private func training(_ text: GrammarText, _ at: Int) -> Head? {
    let before = text.word(at - 1)
    var next = at + 1
    if ["initiale", "superieure", "de", "type"].contains(text.word(next)), text.word(next + 1) != "base" { next += 1 }
    while ["de", "type", "niveau", "superieure", "minimum", "initiale", ":"].contains(text.word(next)), next < at + 5 { next += 1 }
    let following = text.word(next)
    // A diploma follows: it carries the match.
    if head(text, next, inChain: true) != nil, following != "ingenieur", following != "ingenieurs", text.word(at) != "cursus" { return nil }
    if (1...5).contains(where: { ["plan", "organisme", "centre", "assurer", "dispenser", "animer", "proposons", "proposer", "offrons", "parcours", "assurons", "beneficierez", "beneficiez", "suivre", "suivrez", "recevrez", "departement", "service", "offre", "apres", "concevoir"].contains(text.word(at - $0)) }) {
      return nil
    }
    let previous = (1...4).map { text.word(at - $0) }
    var cue = previous.contains { ["issu", "issue", "issus", "titulaire", "disposez", "justifiez", "avez", "possedez", "ayant", "dote", "possedant", "suivi", "diplome", "diplomee", "justifiant", "disposant", "etes", "avec", "etudiant", "idealement", "aviez", "possede"].contains($0) }
    if before == "de" || before == "d", text.opensClause(at - 1) || cue { cue = true }
    let opens = text.opensClause(at) || (before == "de" && (text.opensClause(at - 1) || text.isCapital(at - 1) || text.word(at - 2) == ","))
    guard cue || opens || before == "une" || before == "votre" else { return nil }
    if ["interne", "assuree", "continue", "possible", "prise", "theorique", "obligatoire", "complete", "personnalisee", "aux", "au", "a", "des", "du", "dispensee", "integree", "prealable"].contains(text.word(at + 1)) { return nil }
    if ["en", "dans"].contains(text.word(next)) || ["en", "dans"].contains(text.word(at + 1)) {
      let from = ["en", "dans"].contains(text.word(at + 1)) ? at + 1 : next
      if ["interne", "alternance", "cours", "situation", "continu", "presentiel", "ligne", "entreprise", "apprentissage"].contains(text.word(from + 1)) { return nil }
      guard cue || opens, let close = complement(text, from) else { return nil }
      return Head(sorts: [.other], end: close, isComplete: true)
    }
    guard let position = [at + 1, next].first(where: { DiplomaTable.fields.contains(text.word($0)) }) else { return nil }
    if text.word(position) == "initiale" || text.word(position) == "qualifiante" || text.word(position) == "diplomante" || text.word(position) == "certifiante" {
      guard let close = complement(text, position + 1) else { return nil }
      return Head(sorts: [.other], end: close, isComplete: true)
    }
    let engineer = text.word(position).hasPrefix("ingenieur")
    let close = complement(text, position) ?? position + 1
    return Head(sorts: engineer ? [.engineer] : [.other], code: engineer ? 403267 : nil, end: max(close, position + 1), isComplete: true)
  }

  private func studies(_ text: GrammarText, _ at: Int) -> Head? {
    guard ["superieures", "universitaires"].contains(text.word(at + 1)), text.word(at - 1) != "poursuite", text.word(at - 2) != "poursuite" else { return nil }
    return Head(sorts: [.other], end: at + 2)
  }

  private func student(_ text: GrammarText, _ at: Int) -> Head? {
    guard text.word(at + 1) == "en", head(text, at + 2, inChain: true) == nil, let close = complement(text, at + 1),
      text.tokens[at + 2..<close].contains(where: { index.knows($0) })
    else { return nil }
    var end = close
    while text.word(end) == ",", let more = text.tokens[safe: end + 1], more.isContent, index.knows(more), let next = complement(text, end + 1) { end = next }
    return Head(sorts: [.other], end: end, isComplete: true, start: at + 2)
  }

  private func phrase(_ text: GrammarText, _ at: Int) -> Head? {
    for row in Self.phrases {
      if let end = text.matches(row.words, at: at) { return Head(sorts: [row.sort], end: end) }
    }
    if text.word(at) == "capacite", text.word(at + 1) == "en", ["droit", "gerontologie", "geriatrie", "addictologie"].contains(text.word(at + 2)) {
      return Head(sorts: [.specialised, .other], code: text.word(at + 2) == "gerontologie" ? 404100 : nil, end: at + 3, isComplete: true)
    }
    if text.word(at) == "docteur", text.word(at + 1) == "en", text.isCapital(at) || (1...4).contains(where: { ["diplome", "titulaire", "titre"].contains(text.word(at - $0)) }),
      let close = complement(text, at + 1)
    { return Head(sorts: [.doctorate, .state], code: index.code(sorts: [.state], words: text.tokens[at..<close]), end: close, isComplete: true) }
    return nil
  }

  private static let phrases: [(words: [String], sort: DiplomaIndex.Sort)] = [
    (["brevet", "professionnel"], .bp), (["brevet", "de", "technicien", "superieur"], .bts), (["brevet", "des", "colleges"], .other),
    (["brevet", "de", "maitrise"], .brevet), (["brevet", "d", "etudes", "professionnelles"], .bep), (["brevet", "de", "technicien"], .bac),
    (["mention", "complementaire"], .mc), (["certificat", "d", "aptitude", "professionnelle"], .cap), (["certificat", "de", "specialisation"], .mc),
    (["certificat", "de", "qualification", "professionnelle"], .cqp), (["brevet", "federal"], .brevet),
  ]
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
