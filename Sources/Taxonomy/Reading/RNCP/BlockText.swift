import Foundation

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
    if text.hasSuffix(":") { return !hasInfinitive(text, firstOnly: false) }
    let folded = text.lowercased()
    if folded.hasPrefix("bloc de compétences") || folded.hasPrefix("bloc n°") { return true }
    if let next, line.marker == .none, next.marker == .bullet {
      return !hasInfinitive(text, firstOnly: true) && text.split(separator: " ").count <= 12
    }
    // A school subject in capitals.
    return text.count > 3 && text == text.uppercased() && text.contains(where: \.isLetter)
  }

  private static func hasInfinitive(_ text: String, firstOnly: Bool) -> Bool {
    let words = text.lowercased().split(whereSeparator: { !$0.isLetter })
    // "S'exprimer", "Se déplacer": the verb is the second word.
    let looked = firstOnly ? words.prefix(2) : words[...]
    return looked.contains { word in
      word.count > 3
        && (word.hasSuffix("er") || word.hasSuffix("ir") || word.hasSuffix("dre") || word.hasSuffix("ire")
          || word.hasSuffix("tre"))
        && !["aire", "oire", "ière", "autre"].contains { word.hasSuffix($0) }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last.isWhitespace || ";,.:".contains(last) { text.removeLast() }
    return String(text)
  }
}
