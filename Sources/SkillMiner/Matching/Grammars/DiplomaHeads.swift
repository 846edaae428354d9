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
}

extension RandomAccessCollection where Index == Int {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
