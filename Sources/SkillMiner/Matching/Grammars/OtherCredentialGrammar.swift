/// Certificates with a name of their own, by a table of phrases: first aid, fire safety, works near networks,
/// nuclear, welding, security, sport, IT.
struct OtherCredentialGrammar {
  static let words: [String] = {
    var words = Set(CredentialPhrases.rows.compactMap(\.words.first))
    for row in CredentialPhrases.rows where row.words[0] == "d" { words.remove("d") }
    return words.sorted() + [
      "CQP", "CQPM", "CQPI", "TFP", "SSIAP", "SSIAP1", "SSIAP2", "SSIAP3", "SCN1", "SCN2", "SCN3", "agrément",
    ]
  }()

  func read(_ text: GrammarText, at index: Int) -> GrammarReading? {
    let word = text.word(index)
    if word.hasPrefix("ssiap") { return fireSafety(text, index, word) }
    if word == "sst", !text.isAllCaps(index) { return nil }
    var best: (end: Int, row: CredentialPhrases.Row)?
    let rows = CredentialPhrases.byFirst[word] ?? []
    for place in rows.indices {
      guard let end = text.matches(rows[place].words, at: index), end > best?.end ?? index else { continue }
      let row = rows[place]
      if row.capitals, !text.isAllCaps(index) { continue }
      if row.capital, !text.isCapital(index) { continue }
      if row.needsCue, !hasCue(text, index, end) { continue }
      best = (end, row)
    }
    guard let best else { return nil }
    var end = best.end
    // The number or letter of a certificate belongs to it: *AWS Certified*, *qualification 111*.
    if best.row.takesNumber {
      var next = end
      while ["niveau", "n", "°", "-", "degre", "de"].contains(text.word(next)), next < end + 3 { next += 1 }
      if ["1", "2", "3", "i", "ii"].contains(text.word(next)),
        !CACESTable.quantities.contains(text.word(next + 1))
      {
        end = next + 1
      }
    }
    return GrammarReading(
      items: [.init(tokens: index..<end, code: best.row.code, family: best.row.family)], end: end)
  }

  /// A word that makes a certificate of an acronym or an ordinary word stands close.
  private func hasCue(_ text: GrammarText, _ start: Int, _ end: Int) -> Bool {
    (1...5).contains { CredentialPhrases.cues.contains(text.word(start - $0)) }
      || (0...1).contains { CredentialPhrases.cues.contains(text.word(end + $0)) }
  }

  /// *SSIAP 1*, *SSIAP niveau 2*, *SSIAP1/2*, *SSIAP 1 et 2*.
  private func fireSafety(_ text: GrammarText, _ index: Int, _ word: String) -> GrammarReading? {
    let codes: [String: Int32] = [
      "1": 121837, "2": 121838, "3": 123804, "i": 121837, "ii": 121838, "iii": 123804,
    ]
    var items: [GrammarReading.Item] = []
    var position = index + 1
    if let code = codes[String(word.dropFirst(5))] {
      items.append(.init(tokens: index..<index + 1, code: code, family: "ssiap"))
    } else if word != "ssiap" {
      return nil
    }
    var fillers = 0
    while fillers <= 3 {
      let next = text.word(position)
      if let code = codes[next], next.count == 1, !CACESTable.quantities.contains(text.word(position + 1)) {
        items.append(
          .init(tokens: (items.isEmpty ? index : position)..<position + 1, code: code, family: "ssiap"))
        fillers = 0
      } else if ["niveau", "de", "-", "/", "et", "ou", ",", "(", "niv"].contains(next) {
        fillers += 1
      } else {
        break
      }
      position += 1
    }
    if items.isEmpty { items = [.init(tokens: index..<index + 1, code: 121837, family: "ssiap")] }
    return GrammarReading(items: items, end: items[items.count - 1].tokens.upperBound)
  }
}
