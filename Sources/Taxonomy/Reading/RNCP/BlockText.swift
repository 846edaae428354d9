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
      guard sentence.unicodeScalars.filter({ $0.properties.isAlphabetic }).count >= 3 else { continue }
      if seen.insert(sentence.lowercased()).inserted { result.append(sentence) }
    }
    return result
  }

  /// A line that only introduces those behind it.
  private static func isHeading(_ line: BlockLines.Line, next: BlockLines.Line?) -> Bool {
    let text = line.text
    if text.hasSuffix(":") { return !Infinitive.stands(in: text) }
    let folded = text.lowercased()
    if folded.hasPrefix("bloc de compétences") || folded.hasPrefix("bloc n°") { return true }
    if headings.contains(where: folded.hasPrefix) { return !Infinitive.stands(in: text) }
    if let next, line.marker == .none, next.marker == .bullet {
      return !Infinitive.opens(text) && text.split(separator: " ").count <= 12
    }
    // A school subject in capitals.
    return text.utf8.count > 3 && text == text.uppercased() && text.contains(where: \.isLetter)
  }

  /// How lines begin that name a subject or a level, and no competence.
  private static let headings = [
    "français", "histoire", "mathématiques", "langue vivante", "compétences ", "niveau attendu",
  ]

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last.isWhitespace || ";,.:".contains(last) { text.removeLast() }
    return String(text)
  }
}
