/// *Habilitations électriques* by the symbols of NF C 18-510: *H0B0*, *B1V*, *habilitation électrique BR/BC*.
///
/// Symbols nobody else uses (*B2V*, *H0V*) count alone; the others (*BR*, *BE*, *B2*) only behind the word
/// *habilitation* or beside a symbol.
struct ElectricalGrammar {
  static let words: [String] =
    ["habilitation", "habilitations", "habilité", "habilitée", "habilités", "habilite", "habilites", "UTE"]
    + codes.keys.sorted().filter { lone.contains($0) }

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    var head = index
    var isElectrical = false
    if text.word(index).hasPrefix("habilit") {
      var position = index + 1
      var steps = 0
      head = position
      while steps < 6, let word = Self.headWords.contains(text.word(position)) ? text.word(position) : nil {
        if Self.electrical.contains(word) || Self.electrical.contains(text.word(position)) {
          isElectrical = true
          head = position + 1
          if word == "basse" || word == "haute" { head = position + 2 }
        }
        position += 1
        steps += 1
      }
    } else if text.word(index) == "ute" {
      guard text.isAllCaps(index) else { return nil }
      head = index + 1
    }
    let openers = text.word(index).hasPrefix("habilit") || text.word(index) == "ute"
    let items = symbols(text, from: openers ? head : index, behindWord: openers)
    if items.isEmpty {
      guard isElectrical else { return nil }
      return GrammarReading(
        items: [.init(tokens: index..<head, code: 512501, family: Self.family)], end: head)
    }
    var found = items
    if openers { found[0].tokens = index..<found[0].tokens.upperBound }
    return GrammarReading(items: found, end: found[found.count - 1].tokens.upperBound)
  }

  /// Symbols in a row, joined by signs and *et*, *ou*; nothing when the first is not one.
  private func symbols(_ text: GrammarText, from start: Int, behindWord: Bool) -> [GrammarReading.Item] {
    var items: [GrammarReading.Item] = []
    var position = start
    var fillers = 0
    while position < text.count, fillers <= (items.isEmpty ? 8 : 3) {
      let word = text.word(position)
      if let code = Self.codes[word], isSymbol(text, position, word, behindWord: behindWord || !items.isEmpty)
      {
        var end = position + 1
        var code = code
        if word == "be" || word == "b2v",
          ["manoeuvre", "manoeuvres", "essai", "essais", "mesure", "mesurage", "verification"].contains(
            text.word(end))
        {
          if word == "b2v" { code = 403991 }
          end += 1
        }
        items.append(.init(tokens: position..<end, code: code, family: Self.family))
        position = end
        fillers = 0
      } else if Self.fillers.contains(word) || items.isEmpty && behindWord && Self.introducers.contains(word)
      {
        fillers += 1
        position += 1
      } else {
        break
      }
    }
    return items
  }

  private func isSymbol(_ text: GrammarText, _ index: Int, _ word: String, behindWord: Bool) -> Bool {
    if Self.lone.contains(word) { return text.isCapital(index) || behindWord }
    guard behindWord else { return false }
    return text.isAllCaps(index) || word.last?.isNumber == true && text.isCapital(index)
  }

  static let family = "habilitation-electrique"

  private static let electrical: Set<String> = [
    "electrique", "electriques", "electricite", "basse", "bt", "ht", "haute", "bt/ht", "elec", "electricien",
    "hta",
  ]
  private static let headWords: Set<String> = electrical.union([
    "en", "de", "d", "l", "tension", "travaux", "sous", "(", "et", "aux", "risques", "a", "hors", "voisinage",
    "s", "professionnelle", "type",
  ])
  private static let fillers: Set<String> = [",", "/", "-", "–", "+", "&", "et", "ou", "(", ")", ":", "."]
  private static let introducers: Set<String> = [
    "type", "niveau", "niveaux", "de", "du", "indice", "indices", "basse", "haute", "tension", "tensions",
    "bt", "ht", "a", "jour", "minimum", "travaux", "sous",
    "hors", "au", "voisinage", "les", "suivantes", "en", "symbole", "categorie", "valide", "valides",
    "obligatoire", "obligatoires", "electrique", "electriques", "c", "18", "510", "nf", "n", "des",
  ]

  /// Folded symbol → the item that names it, else the general one.
  private static let codes: [String: Int32] = {
    var table: [String: Int32] = [:]
    func put(_ symbols: String, _ code: Int32) {
      for symbol in symbols.split(separator: " ") { table[String(symbol)] = code }
    }
    put("b0 b0v h0b0 b0h0 boho hobo h0b0v b0h0v bohov hobov ho bo hov bov h0bo b0ho", 403171)
    put("h0 h0v", 491119)
    put("b1 b1v b2 bc br hc he hr bp bf hf bcv b1n b2n brv hcv", 512501)
    put("be bes", 403186)
    put("bs", 512502)
    put("b2v", 403992)
    put("b1t", 124201)
    put("b2t", 491118)
    put("h1", 491120)
    put("h1n", 491121)
    put("h1t", 491122)
    put("h1v", 491123)
    put("h2", 491124)
    put("h2n", 491125)
    put("h2t", 491126)
    put("h2v", 491127)
    put("b0l b1l b2l bcl brl b1vl b2vl b1xl", 489649)
    put("b2tl b1tl", 512500)
    put("b2xl", 489646)
    return table
  }()

  /// Symbols that mean nothing else.
  private static let lone: Set<String> = [
    "b0v", "h0b0", "b0h0", "h0b0v", "b0h0v", "b1v", "b2v", "h0v", "h1v", "h2v", "b1t", "b2t", "h1t", "h2t",
    "b1n", "h1n", "h2n", "b2vl", "b1vl", "b2tl", "b2xl", "bcl", "h0bo", "b0ho", "hobo", "boho", "bohov", "h0",
    "b0",
  ]
}
