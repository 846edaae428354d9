/// Reads one file of `filieres/`.
struct OccupationReader {
  let file: BankFile
  let filiere: String
  let frame: Frame

  func read() throws -> [OccupationProfile] {
    var occupations: [OccupationProfile] = []
    for line in file.lines {
      let words = line.text.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { throw file.error(line.number, "ligne incomplète") }
      if words[0] == "=" {
        occupations.append(try header(words[1], line: line.number))
      } else {
        guard !occupations.isEmpty else { throw file.error(line.number, "ligne avant le premier métier") }
        try add(words[0], words[1], to: &occupations[occupations.count - 1], line: line.number)
      }
    }
    for occupation in occupations where occupation.titles.isEmpty || occupation.tasks.count < 4 {
      throw file.error(0, "métier \(occupation.rome) : au moins un titre et quatre tâches attendus")
    }
    return occupations
  }

  private func header(_ text: String, line: Int) throws -> OccupationProfile {
    let words = text.split(separator: " ")
    var values: [String: String] = [:]
    for word in words.dropFirst() {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { values[pair[0]] = pair[1] }
    }
    guard let code = words.first, let naf = values["naf"], let weight = values["weight"].flatMap(Double.init)
    else { throw file.error(line, "attendu : = CODE naf=… weight=… [mix=…]") }
    return OccupationProfile(
      rome: String(code), filiere: filiere, naf: naf, weight: weight,
      mix: values["mix"].flatMap(Double.init) ?? 1)
  }

  private func add(_ tag: String, _ text: String, to occupation: inout OccupationProfile, line: Int) throws {
    let parts = text.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
    switch tag {
    case "title": occupation.titles += parts.map { Bytes($0.utf8) }
    case "place": occupation.places += parts.map { Bytes($0.utf8) }
    case "diploma":
      let templates = try frame.texts("diploma")
      for part in parts {
        let phrase = Self.phrase(part)
        occupation.diplomas.append(phrase)
        occupation.diplomaSentences += templates.map { Bytes(phrase.fill($0).utf8) }
      }
    case "t":
      guard let variants = TaskPhrase.parse(text) else {
        throw file.error(line, "attendu : infinitif / présent / nom :: complément")
      }
      occupation.tasks.append(variants)
    default: throw file.error(line, "marque inconnue ; attendu : = title place diploma t")
    }
  }

  private static func phrase(_ text: String) -> NounPhrase {
    for article in ["un", "une", "le", "la", "les"] where text.hasPrefix(article + " ") {
      return NounPhrase(article: article, bare: String(text.dropFirst(article.count + 1)))
    }
    return NounPhrase(article: "-", bare: text)
  }
}
