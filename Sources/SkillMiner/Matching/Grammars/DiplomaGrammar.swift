/// Diplomas, levels and required trainings with their speciality: *CAP/BEP cuisine*, *Bac +2 à Bac+5*, *BTS MCO*,
/// *diplôme d’État d’aide-soignant*, *formation en mécanique*.
///
/// Heads in a row (*CAP, BEP ou Bac pro*) are one match. The item is the one whose label names the same sort of diploma
/// and the same speciality; a bare level has none.
struct DiplomaGrammar {
  static let words: [String] =
    DiplomaTable.acronymHeads.keys.sorted() + [
      "bac", "bacs", "bac2", "bac3", "bac5", "baccalauréat", "cap", "caps", "but", "bp", "licence", "licences", "master", "masters", "mastère", "m1", "m2", "école", "écoles", "diplôme", "diplômes", "diplômé",
      "diplômée", "diplômés", "niveau", "niveaux", "niv", "titre", "titres", "tp", "formation", "formations", "brevet", "mention", "certificat", "capacité", "docteur", "thèse", "du", "des", "de", "dei", "cursus",
      "études", "étudiant", "étudiante", "ingénieur", "B.T.S", "B.E.P", "C.A.P", "D.U.T", "de",
    ].filter { $0 != "de" && $0 != "des" }

  let index: DiplomaIndex

  func read(_ text: GrammarText, at start: Int) -> GrammarReading? {
    let heads = DiplomaHeads(index: index)
    guard let first = heads.head(text, start, inChain: false) else { return nil }
    var sorts = first.sorts
    var code = first.code
    var family = first.family
    var end = first.end
    var links = 0
    while links < 6, let next = link(text, end, heads) {
      sorts.formUnion(next.head.sorts)
      code = code ?? next.head.code
      family = family ?? next.head.family
      end = next.head.end
      links += 1
    }
    var from = end
    if !first.isComplete, let close = speciality(text, end, heads) {
      end = close
    } else if first.isComplete {
      from = first.specialityStart ?? end
    }
    if from < end, let found = index.code(sorts: sorts, words: text.tokens[from..<end]) { code = found }
    let isCredential = sorts == [.cqp]
    return GrammarReading(
      items: [.init(tokens: start..<end, kind: isCredential ? .credential : .diploma, code: code, family: family)], end: end)
  }

  /// A further head behind a sign or *ou*: *CAP/BEP*, *Bac+3 à Bac+5*.
  private func link(_ text: GrammarText, _ from: Int, _ heads: DiplomaHeads) -> (head: DiplomaHeads.Head, Void)? {
    var position = from
    while position < from + 5, ["/", ",", "ou", "et", "a", "-", "–", "un", "une", "d", "type", "de", "&"].contains(text.word(position)) { position += 1 }
    guard position > from, let head = heads.head(text, position, inChain: true) else { return nil }
    return (head, ())
  }

  /// Where the speciality that opens at an index ends; `nil` when none does.
  func speciality(_ text: GrammarText, _ from: Int, _ heads: DiplomaHeads) -> Int? {
    var position = from
    var introduced = false
    while position < from + 5, DiplomaTable.introducers.contains(text.word(position)) || introduced && ["le", "la", "les", ":"].contains(text.word(position)) {
      if text.word(position) == "l" && !introduced { return nil }
      introduced = true
      position += 1
    }
    guard position < text.count, text.isWord(position), text.tokens[position].kind == .word else { return nil }
    if !introduced, !text.tokens[position].isContent || !index.knows(text.tokens[position]) { return nil }
    var end: Int?
    var content = 0
    while position < text.count, content < 8 {
      let word = text.word(position)
      let token = text.tokens[position]
      if token.kind == .punctuation {
        guard word == "-" || word == "/" || word == "&", text.isWord(position + 1), text.touches(position) || word == "/" || word == "&" else { break }
        position += 1
        continue
      }
      guard token.kind == .word || token.kind == .number && introduced && end != nil && text.touches(position) else { break }
      if DiplomaTable.stops.contains(word) || token.flags.contains(.secondPerson) { break }
      if DiplomaTable.connectors.contains(word) {
        position += 1
        continue
      }
      if token.flags.contains(.function) { break }
      if heads.head(text, position, inChain: true) != nil { break }
      content += 1
      position += 1
      end = position
    }
    return end
  }
}
