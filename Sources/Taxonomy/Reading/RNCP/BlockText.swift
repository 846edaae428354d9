/// From the text of a block of competencies, as registers give it, to clean competence sentences.
///
/// One function for all sources. Bullets, numbering and codes (`C1.1`, `A3`, `2/`), HTML, headings and text on how the
/// block is assessed are removed; lists run together in one line are taken apart.
public enum BlockText {
  /// Competence sentences in order, each once; white space single, end punctuation removed, NFC.
  public static func sentences(_ text: String) -> [String] {
    let lines = BlockLines.split(text)
    var result: [String] = []
    var seen = Set<String>()
    var isAssessment = false
    for (index, line) in lines.enumerated() {
      if line.marker == .code { isAssessment = false }
      if AssessmentText.opens(line.text) {
        isAssessment = true
        continue
      }
      if isAssessment || AssessmentText.isLine(line.text) { continue }
      if isHeading(line, next: index + 1 < lines.count ? lines[index + 1] : nil) { continue }
      let sentence = trimmed(AssessmentText.cut(line.text))
      guard hasLetters(sentence, atLeast: 3) else { continue }
      if seen.insert(sentence.lowercased()).inserted { result.append(sentence) }
    }
    return result
  }

  /// A line that only introduces those behind it.
  private static func isHeading(_ line: BlockLines.Line, next: BlockLines.Line?) -> Bool {
    let text = line.text
    if text.utf8.last == UInt8(ascii: ":") { return !Infinitive.stands(in: text) }
    if begins(text, with: blockHeadings) { return true }
    if begins(text, with: headings) { return !Infinitive.stands(in: text) }
    if let next, line.marker == .none, next.marker == .bullet {
      return !Infinitive.opens(text) && text.split(separator: " ").count <= 12
    }
    // A school subject in capitals.
    if text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { return false }
    return text.utf8.count > 3 && text == text.uppercased() && text.contains(where: \.isLetter)
  }

  private static func begins(_ text: String, with phrases: [FrenchPhrase]) -> Bool {
    var text = text
    return text.withUTF8 { bytes in phrases.contains { $0.stands(in: bytes, at: 0) } }
  }

  private static func hasLetters(_ text: String, atLeast least: Int) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      let isLetter =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
      if isLetter {
        letters += 1
        if letters == least { return true }
      }
    }
    return false
  }

  /// How lines begin that name a subject or a level, and no competence.
  private static let headings = [
    "français", "histoire", "mathématiques", "langue vivante", "compétences ", "niveau attendu",
  ].map(FrenchPhrase.init)
  private static let blockHeadings = ["bloc de compétences", "bloc n°"].map(FrenchPhrase.init)

  private static func trimmed(_ text: String) -> String {
    // Most lines end with a letter of ASCII.
    if let last = text.utf8.last, (0x41...0x5A).contains(last & 0xDF) { return text }
    var text = Substring(text)
    while let last = text.last, last.isWhitespace || ";,.:".contains(last) { text.removeLast() }
    return String(text)
  }
}
