/// Driving licences (*permis B*, *permis VL/PL/SPL*, *permis de conduire*) and boat licences.
///
/// A *permis de construire* is no licence, and the participle (*ont permis de*) is no noun.
struct LicenceGrammar {
  static let words = ["permis"]

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    var position = index + 1
    if let other = other(text, position) {
      return GrammarReading(
        items: [.init(tokens: index..<other.end, code: other.code, family: other.family)], end: other.end)
    }
    var drives = false
    if text.word(position) == "de" || text.word(position) == "d",
      ["conduire", "conduite"].contains(text.word(position + 1))
    {
      drives = true
      position += 2
    }
    let head = position
    var items: [GrammarReading.Item] = []
    var fillers = 0
    var coordinated = false
    while position < text.count, fillers <= 4 {
      if let category = category(text, position, first: items.isEmpty, coordinated: coordinated) {
        var item = GrammarReading.Item(
          tokens: position..<category.end, code: category.licence.code, family: category.licence.family)
        if text.word(position).count == 1, let bracket = text.bracketLetter(position), bracket.letter == 0x45,
          let trailer = Self.licences[text.word(position) + "e"]
        {
          item.code = trailer.code
          item.family = trailer.family
          item.units = Int(text.tokens[position].start)..<bracket.end
        }
        items.append(item)
        position = category.end
        fillers = 0
        coordinated = false
        continue
      }
      let word = text.word(position)
      // *Permis : permis B*, *permis A ou permis B*: the second word reads on for itself.
      if word == "permis" {
        if items.isEmpty { return nil }
        break
      }
      guard Self.fillers.contains(word) else { break }
      if Self.joiners.contains(word) { coordinated = true }
      // After a category only a list goes on.
      if !items.isEmpty, !Self.joiners.contains(word), !Self.categoryWords.contains(word) { break }
      fillers += 1
      position += 1
    }
    if items.isEmpty {
      guard drives || isNoun(text, index) else { return nil }
      let b = Self.licences["b"]
      return GrammarReading(items: [.init(tokens: index..<head, code: b?.code, family: b?.family)], end: head)
    }
    items[0].tokens = index..<items[0].tokens.upperBound
    if let units = items[0].units { items[0].units = Int(text.tokens[index].start)..<units.upperBound }
    let end = items.last?.tokens.upperBound ?? head
    return GrammarReading(items: items, end: end)
  }

  private struct Licence {
    let code: Int32?
    let family: String
  }

  private func category(_ text: GrammarText, _ index: Int, first: Bool, coordinated: Bool) -> (
    licence: Licence, end: Int
  )? {
    guard first || coordinated else { return nil }
    let word = text.word(index)
    if let two = Self.pairs[word + " " + text.word(index + 1)], let licence = Self.licences[two] {
      return (licence, index + 2)
    }
    // *B(E)*, *C+E*, *C 1*
    let next = text.word(index + 1)
    if word.count == 1, next == "(" || next == "+", text.word(index + 2) == "e", text.touches(index + 2),
      text.isCapital(index + 2),
      let licence = Self.licences[word + "e"]
    {
      return (licence, next == "(" && text.word(index + 3) == ")" ? index + 4 : index + 3)
    }
    guard let licence = Self.licences[word] else { return nil }
    // *permis B + voiture*: the car, not the licence.
    if !first, ["voiture", "auto", "moto"].contains(word), text.word(index - 1) != "permis" { return nil }
    // A single letter counts in capitals, or right behind the word, never elided (*d’exploitation*) nor *à*.
    if word.count == 1 {
      guard text.surface(index).count == 1 else { return nil }
      let capital = text.isCapital(index)
      if word == "a" || word == "e" || word == "d" || word == "c" {
        guard capital || (word != "a" && first) else { return nil }
        if word == "a", ["jour", "definir", "minima"].contains(next) { return nil }
        if word == "c", next == "est" { return nil }
      }
      guard capital || first || coordinated else { return nil }
      if !first, !capital { return nil }
    }
    return (licence, index + 1)
  }

  /// Permits that are no driving licence of the road.
  private func other(_ text: GrammarText, _ index: Int) -> (end: Int, code: Int32?, family: String?)? {
    for row in Self.others {
      if let end = text.matches(row.words, at: index) { return (end, row.code, row.family) }
    }
    return nil
  }

  /// *le permis*, *Permis obligatoire*; not *a permis de*.
  private func isNoun(_ text: GrammarText, _ index: Int) -> Bool {
    let next = text.word(index + 1)
    if next == "de" || next == "d" || next == "feu" || next == "feux" || next == "a" || next == "un"
      || next == "une" || next == "aux"
    {
      return next == "a" && text.word(index + 2) == "jour"
    }
    let before = text.word(index - 1)
    if Self.auxiliaries.contains(before) { return false }
    if Self.determiners.contains(before) || Self.demands.contains(next) { return true }
    return text.isCapital(index) && text.opensClause(index)
  }

  private static let fillers: Set<String> = [
    ":", "(", ")", ",", "/", "-", "–", "+", "&", "et", "ou", "categorie", "categories", "cat", "type", "les",
    "le", "un", "des", "vehicule", "vehicules",
    "classe", "permis", "\"", "«", "»", "'", "de", ".", "puis",
  ]
  private static let joiners: Set<String> = [",", "/", "-", "–", "+", "&", "et", "ou", "(", "puis"]
  private static let categoryWords: Set<String> = [
    "categorie", "categories", "cat", "permis", "le", "les", "un", ".",
  ]
  private static let auxiliaries: Set<String> = [
    "a", "ont", "ayant", "avoir", "avons", "aura", "auront", "avait", "est", "etait", "soit", "n", "nous",
    "vous", "sera",
  ]
  private static let determiners: Set<String> = [
    "le", "du", "un", "votre", "son", "titulaire", "avec", "sans", "ton", "leur", "/", "+", "d",
  ]
  private static let demands: Set<String> = [
    "obligatoire", "exige", "requis", "indispensable", "imperatif", "valide", "souhaite", "necessaire",
    "demande", "apprecie", "et", "+", "en", "(",
    "serait", "est", "recent", "vehicule",
  ]

  private static let pairs: [String: String] = [
    "poids lourd": "pl", "poids lourds": "pl", "super lourd": "spl", "super lourds": "spl",
    "vehicule leger": "vl", "vehicules legers": "vl",
    "poids leger": "vl", "transport commun": "d", "voiture moto": "b", "remorque b": "be",
  ]

  private static let licences: [String: Licence] = {
    func licence(_ code: Int32?, _ family: String) -> Licence { Licence(code: code, family: family) }
    let car = licence(123456, "permis-b")
    let lorry = licence(491634, "permis-c")
    let train = licence(126455, "permis-ce")
    return [
      "b": car, "vl": car, "voiture": car, "auto": car, "b1": licence(491639, "permis-b"),
      "b96": licence(126452, "permis-be"),
      "be": licence(126452, "permis-be"), "eb": licence(126452, "permis-be"),
      "e": licence(123458, "permis-be"),
      "c": lorry, "pl": lorry, "c1": licence(126453, "permis-c"), "c1e": licence(126454, "permis-ce"),
      "ce": train, "ec": train, "spl": train, "c+e": train,
      "d": licence(123457, "permis-d"), "d1": licence(126456, "permis-d"), "d1e": licence(126457, "permis-d"),
      "de": licence(126458, "permis-d"),
      "tc": licence(123457, "permis-d"),
      "a": licence(123455, "permis-a"), "a1": licence(491636, "permis-a"), "a2": licence(512463, "permis-a"),
      "moto": licence(123455, "permis-a"),
      "am": licence(491637, "permis-am"), "bsr": licence(491637, "permis-am"),
    ].filter { $0.key != "de" }
  }()

  private static let others: [(words: [String], code: Int32?, family: String?)] = [
    (["cotier"], 106970, "permis-bateau"), (["mer", "cotier"], 106970, "permis-bateau"),
    (["hauturier"], 106971, "permis-bateau"),
    (["fluvial"], 107082, "permis-bateau"), (["riviere"], 107083, "permis-bateau"),
    (["bateau", "cotier"], 106970, "permis-bateau"),
    (["bateau", "fluvial"], 107082, "permis-bateau"), (["bateau"], 123449, "permis-bateau"),
    (["mer"], 123453, "permis-bateau"),
    (["plaisance"], 123449, "permis-bateau"), (["d", "exploitation"], nil, "permis-exploitation"),
    (["de", "chasser"], nil, "permis-chasser"), (["de", "chasse"], nil, "permis-chasser"),
    (["piste"], nil, "permis-piste"),
    (["t"], nil, "permis-piste"), (["remorque"], 126452, "permis-be"), (["d", "armes"], nil, nil),
    (["tronconneuse"], nil, nil), (["cariste"], 200067, "caces-r489"),
  ]
}
