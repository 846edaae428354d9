/// Diplomas, levels and required trainings with their speciality: *CAP/BEP cuisine*, *Bac +2 à Bac+5*, *BTS MCO*,
/// *diplôme d’État d’aide-soignant*, *formation en mécanique*.
///
/// Heads in a row (*CAP, BEP ou Bac pro*) are one match. The item is the one whose label names the same sort of diploma
/// and the same speciality; a bare level has none.
struct DiplomaGrammar {
  static let words: [String] =
    DiplomaTable.acronymHeads.keys.sorted() + [
      "bac", "bacs", "bac2", "bac3", "bac5", "baccalauréat", "cap", "caps", "but", "bp", "licence",
      "licences", "master", "masters", "mastère", "m1", "m2", "école", "écoles", "diplôme", "diplômes",
      "diplômé",
      "diplômée", "diplômés", "niveau", "niveaux", "niv", "titre", "titres", "tp", "formation", "formations",
      "brevet", "mention", "certificat", "capacité", "docteur", "thèse", "dei", "cursus",
      "études", "étudiant", "étudiante", "ingénieur", "B.T.S", "B.E.P", "C.A.P", "D.U.T",
    ]

  let index: DiplomaIndex

  func read(_ text: GrammarText, at start: Int) -> GrammarReading? {
    let heads = DiplomaHeads(index: index)
    guard let first = heads.head(text, start, inChain: false) else { return nil }
    var items = [one(text, start, first, heads)]
    // A further diploma behind a whole one is a match of its own: *capacité en gérontologie ou DU médecin coordinateur*.
    while items.count < 6, let next = link(text, items[items.count - 1].tokens.upperBound, heads) {
      items.append(one(text, next.at, next.head, heads))
    }
    return GrammarReading(items: items, end: items[items.count - 1].tokens.upperBound)
  }

  private func one(_ text: GrammarText, _ start: Int, _ first: DiplomaHeads.Head, _ heads: DiplomaHeads)
    -> GrammarReading.Item
  {
    var sorts = first.sorts
    var code = first.code
    var family = first.family
    var last = first
    var end = first.end
    var links = 0
    while !last.isComplete, links < 6, let next = link(text, end, heads)?.head {
      sorts.formUnion(next.sorts)
      code = code ?? next.code
      family = family ?? next.family
      last = next
      end = next.end
      links += 1
    }
    let from = end
    if !last.isComplete, let close = speciality(text, end, heads) { end = close }
    if from < end, let found = item(text, from..<end, sorts) { code = found }
    let isCredential = sorts == [.cqp]
    let begin = first.start ?? start
    return .init(tokens: begin..<end, kind: isCredential ? .credential : .diploma, code: code, family: family)
  }

  /// The item of a speciality, or of the first of its alternatives: *couverture ou étanchéité*, *Électricien / Électrotechnicien*.
  private func item(_ text: GrammarText, _ range: Range<Int>, _ sorts: Set<DiplomaIndex.Sort>) -> Int32? {
    if let whole = index.code(sorts: sorts, words: text.tokens[range]) { return whole }
    var from = range.lowerBound
    for position in range
    where ["ou", "/", "et"].contains(text.word(position)) || position == range.upperBound - 1 {
      let to = position == range.upperBound - 1 ? range.upperBound : position
      if from < to, to - from < range.count,
        let code = index.code(sorts: sorts, words: text.tokens[from..<to])
      {
        return code
      }
      from = position + 1
    }
    return nil
  }

  /// A further head behind a sign or *ou*: *CAP/BEP*, *Bac+3 à Bac+5*.
  private func link(_ text: GrammarText, _ from: Int, _ heads: DiplomaHeads) -> (
    at: Int, head: DiplomaHeads.Head
  )? {
    var position = from
    while position < from + 5,
      ["/", ",", "ou", "et", "a", "-", "–", "un", "une", "d", "type", "de", "&"].contains(text.word(position))
    { position += 1 }
    // *Bac+5 ingénieur*, *Bac+5 en école de commerce*
    if ["en", "ou"].contains(text.word(position)), text.word(position + 1).hasPrefix("ecole") {
      position += 1
    }
    guard position > from || text.word(from).hasPrefix("ingenieur") || text.word(from).hasPrefix("ecole")
    else { return nil }
    return heads.head(text, position, inChain: true).map { (position, $0) }
  }

  /// Where the speciality that opens at an index ends; `nil` when none does.
  func speciality(_ text: GrammarText, _ from: Int, _ heads: DiplomaHeads) -> Int? {
    var position = from
    var introduced = false
    while position < from + 5,
      DiplomaTable.introducers.contains(text.word(position))
        || introduced && ["le", "la", "les", ":"].contains(text.word(position))
    {
      if text.word(position) == "l" && !introduced { return nil }
      if text.word(position) == "avec" {
        // *avec une spécialisation en*, not *avec une solide expérience*.
        let next = text.word(position + 1) == "une" ? position + 2 : position + 1
        guard ["specialisation", "specialite", "option", "mention", "dominante"].contains(text.word(next))
        else { break }
        position = next
        introduced = true
        continue
      }
      introduced = true
      position += 1
    }
    guard position < text.count, text.isWord(position), text.tokens[position].kind == .word else {
      return nil
    }
    if !introduced, !text.tokens[position].isContent || !index.isField(text.tokens[position]) { return nil }
    var end: Int?
    var content = 0
    while position < text.count, content < 8 {
      let word = text.word(position)
      let token = text.tokens[position]
      if token.kind == .punctuation {
        guard word == "-" || word == "/" || word == "&", text.isWord(position + 1),
          text.touches(position) || word == "/" || word == "&"
        else { break }
        position += 1
        continue
      }
      guard token.kind == .word || token.kind == .number && introduced && end != nil && text.touches(position)
      else { break }
      if DiplomaTable.stops.contains(word) || token.flags.contains(.secondPerson) { break }
      if DiplomaTable.connectors.contains(word) {
        if end != nil, DiplomaTable.places.contains(text.word(position + 1)) { break }
        position += 1
        continue
      }
      if token.flags.contains(.function) { break }
      if word != "docteur", heads.head(text, position, inChain: true) != nil { break }
      content += 1
      position += 1
      end = position
    }
    // *dans un domaine connexe*: nothing was named.
    while let last = end,
      [
        "domaine", "domaines", "specialite", "specialisation", "option", "mention", "secteur", "solide",
        "filiere",
      ].contains(text.word(last - 1))
    {
      end = last - 1
      while let shorter = end, shorter > from,
        DiplomaTable.connectors.contains(text.word(shorter - 1)) || text.word(shorter - 1) == "avec"
      { end = shorter - 1 }
      if let shorter = end, shorter <= from { return nil }
    }
    return end
  }
}
