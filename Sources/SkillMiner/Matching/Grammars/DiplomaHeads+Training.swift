/// A *formation* that is required of the candidate.
extension DiplomaHeads {
  /// *De formation technique*, *issu d’une formation en chimie*; not *formation interne*, *plan de formation*.
  func training(_ text: GrammarText, _ at: Int) -> Head? {
    let before = text.word(at - 1)
    var next = at + 1
    if ["initiale", "superieure", "de", "type"].contains(text.word(next)), text.word(next + 1) != "base" {
      next += 1
    }
    while ["de", "type", "niveau", "superieure", "minimum", "initiale", ":"].contains(text.word(next)),
      next < at + 5
    { next += 1 }
    let following = text.word(next)
    // A diploma follows: it carries the match.
    if head(text, next, inChain: true) != nil, following != "ingenieur", following != "ingenieurs",
      text.word(at) != "cursus"
    {
      return nil
    }
    if (1...5).contains(where: {
      [
        "plan", "organisme", "centre", "assurer", "dispenser", "animer", "proposons", "proposer", "offrons",
        "parcours", "assurons", "beneficierez", "beneficiez", "suivre", "suivrez", "recevrez", "departement",
        "service", "offre", "apres", "concevoir",
      ].contains(text.word(at - $0))
    }) {
      return nil
    }
    let previous = (1...4).map { text.word(at - $0) }
    var cue = previous.contains {
      [
        "issu", "issue", "issus", "titulaire", "disposez", "justifiez", "avez", "possedez", "ayant", "dote",
        "possedant", "suivi", "diplome", "diplomee", "justifiant", "disposant", "etes", "avec", "etudiant",
        "idealement", "aviez", "possede",
      ].contains($0)
    }
    if before == "de" || before == "d", text.opensClause(at - 1) || cue { cue = true }
    let opens =
      text.opensClause(at)
      || (before == "de" && (text.opensClause(at - 1) || text.isCapital(at - 1) || text.word(at - 2) == ","))
    guard cue || opens || before == "une" || before == "votre" else { return nil }
    if [
      "interne", "assuree", "continue", "possible", "prise", "theorique", "obligatoire", "complete",
      "personnalisee", "aux", "au", "a", "des", "du", "dispensee", "integree", "prealable",
    ].contains(text.word(at + 1)) {
      return nil
    }
    if ["en", "dans"].contains(text.word(next)) || ["en", "dans"].contains(text.word(at + 1)) {
      let from = ["en", "dans"].contains(text.word(at + 1)) ? at + 1 : next
      if [
        "interne", "alternance", "cours", "situation", "continu", "presentiel", "ligne", "entreprise",
        "apprentissage",
      ].contains(text.word(from + 1)) {
        return nil
      }
      guard cue || opens, let close = complement(text, from) else { return nil }
      return Head(sorts: [.other], end: close, isComplete: true)
    }
    guard let position = [at + 1, next].first(where: { DiplomaTable.fields.contains(text.word($0)) }) else {
      return nil
    }
    if text.word(position) == "initiale" || text.word(position) == "qualifiante"
      || text.word(position) == "diplomante" || text.word(position) == "certifiante"
    {
      guard let close = complement(text, position + 1) else { return nil }
      return Head(sorts: [.other], end: close, isComplete: true)
    }
    let engineer = text.word(position).hasPrefix("ingenieur")
    let close = complement(text, position) ?? position + 1
    return Head(
      sorts: engineer ? [.engineer] : [.other], code: engineer ? 403267 : nil, end: max(close, position + 1),
      isComplete: true)
  }
}
