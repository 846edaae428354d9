/// Professional driver qualifications: FIMO, FCO, ADR, CQC, driver card.
struct TransportGrammar {
  static let words = ["FIMO", "FCO", "FCOS", "ADR", "CQC", "carte", "qualification", "formation", "matières"]

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    switch text.word(index) {
    case "fimo": return course(text, index, code: 120409)
    case "fco", "fcos": return course(text, index, code: 123723)
    case "adr": return dangerousGoods(text, index)
    case "cqc":
      return GrammarReading(
        items: [.init(tokens: index..<index + 1, code: nil, family: "fimo-fco")], end: index + 1)
    default: break
    }
    for row in Self.phrases {
      if let end = text.matches(row.words, at: index) {
        return GrammarReading(
          items: [.init(tokens: index..<end, code: row.code, family: row.family)], end: end)
      }
    }
    return nil
  }

  private func course(_ text: GrammarText, _ index: Int, code: Int32) -> GrammarReading {
    var end = index + 1
    var code = code
    var next = end
    while ["transport", "de", "des", "(", "-"].contains(text.word(next)), next < end + 4 { next += 1 }
    switch text.word(next) {
    case "marchandise", "marchandises": end = next + 1
    case "voyageur", "voyageurs", "personnes":
      code = 512503
      end = next + 1
    default: break
    }
    return GrammarReading(items: [.init(tokens: index..<end, code: code, family: "fimo-fco")], end: end)
  }

  private func dangerousGoods(_ text: GrammarText, _ index: Int) -> GrammarReading? {
    guard
      text.isAllCaps(index) || text.surface(index) == "Adr"
        || ["certificat", "formation", "permis"].contains(text.word(index - 1))
    else { return nil }
    // Other trades write ADR too (architecture records, risk analyses): the neighbourhood must speak of driving.
    guard (-25...25).contains(where: { $0 != 0 && Self.road.contains(text.word(index + $0)) }) else {
      return nil
    }
    var end = index + 1
    var code: Int32 = 491616
    var next = end
    while ["de", "formation", "specialisation", "-", "(", "base", "+", "et"].contains(text.word(next)),
      next < index + 6
    {
      if text.word(next) == "base" { end = next + 1 }
      next += 1
    }
    switch text.word(next) {
    case "citerne", "citernes":
      code = 491605
      end = next + 1
    case "colis": end = next + 1
    case "gpl", "gaz":
      code = 491606
      end = next + 1
    case "classe":
      let number = text.word(next + 1)
      if number == "1" || number == "7" {
        code = number == "1" ? 491608 : 491633
        end = next + 2
      }
    default: break
    }
    return GrammarReading(items: [.init(tokens: index..<end, code: code, family: "adr")], end: end)
  }

  private static let road: Set<String> = [
    "permis", "fimo", "fco", "citerne", "citernes", "base", "matieres", "dangereuses", "colis", "transport",
    "transports", "conducteur", "conductrice", "chauffeur", "chauffeurs", "spl",
    "pl", "routier", "poids", "conduite", "livraison", "gpl", "gaz", "hydrocarbures", "cariste", "caces",
    "classe",
  ]

  private static let phrases: [(words: [String], code: Int32?, family: String)] = [
    (["carte", "de", "qualification", "conducteur"], nil, "fimo-fco"),
    (["carte", "de", "qualification", "de", "conducteur"], nil, "fimo-fco"),
    (["carte", "qualification", "conducteur"], nil, "fimo-fco"),
    (["carte", "conducteur"], nil, "carte-conducteur"),
    (["carte", "de", "conducteur"], nil, "carte-conducteur"),
    (["carte", "chronotachygraphe"], nil, "carte-conducteur"),
    (["carte", "numerique", "conducteur"], nil, "carte-conducteur"),
    (["carte", "tachygraphe"], nil, "carte-conducteur"),
    (["carte", "conducteur", "numerique"], nil, "carte-conducteur"),
    (["carte", "de", "tachygraphe"], nil, "carte-conducteur"),
    (["formation", "initiale", "minimale", "obligatoire"], 120409, "fimo-fco"),
    (["formation", "initiale", "minimum", "obligatoire"], 120409, "fimo-fco"),
    (["formation", "continue", "obligatoire"], 123723, "fimo-fco"),
  ]
}
