/// Reads `families.txt`.
struct FamilyReader {
  let file: BankFile
  let frame: Frame

  func read() throws -> [FamilyWording] {
    var families: [FamilyWording] = []
    for line in file.lines {
      let text = String(line.text.dropFirst(2))
      if line.text.hasPrefix("= ") {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2 else { throw file.error(line.number, "attendu : « = famille nature »") }
        families.append(
          FamilyWording(id: words[0], kind: words[1], isLinked: !words.contains("unlinked")))
        continue
      }
      guard !families.isEmpty else { throw file.error(line.number, "ligne avant la première famille") }
      try add(text, tag: line.text.prefix(2), to: &families[families.count - 1], line: line.number)
    }
    return families
  }

  private func add(_ text: String, tag: Substring, to family: inout FamilyWording, line: Int) throws {
    switch tag {
    case "t ":
      guard let variants = TaskPhrase.parse(text) else {
        throw file.error(line, "attendu : infinitif / présent / nom :: complément")
      }
      family.tasks.append(variants)
      family.wordings += variants.map { String(decoding: $0.infinitive, as: UTF8.self) }
    case "n ":
      guard let phrases = NounPhrase.parse(text) else {
        throw file.error(
          line, "attendu : article|groupe nominal, l’article parmi le, la, l’, les, un, une, -")
      }
      let templates = try frame.texts("require " + family.kind)
      let wishes = try frame.texts("wish any")
      for phrase in phrases {
        family.required += templates.map { Bytes(phrase.fill($0).utf8) }
        family.wished += wishes.map { Bytes(phrase.fill($0).utf8) }
        family.wordings.append(phrase.bare)
      }
    case "s ":
      // A whole sentence weighs as much as a noun phrase with all its templates.
      let sentences = Choices.expand(text)
      for _ in 0..<8 { family.required += sentences.map { Bytes($0.utf8) } }
      family.wordings += sentences
    case "w ": family.wished += Choices.expand(text).map { Bytes($0.utf8) }
    case "p ": family.provided += Choices.expand(text).map { Bytes($0.utf8) }
    case "x ": family.negated += Choices.expand(text).map { Bytes($0.utf8) }
    case "b ": family.boilerplate += Choices.expand(text).map { Bytes($0.utf8) }
    default: throw file.error(line, "marque inconnue ; attendu : = t n s w p x b")
    }
  }
}
