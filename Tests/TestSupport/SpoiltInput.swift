/// One way of spoiling an input: what every reader has to bear, whatever it reads.
public enum SpoiltInput: String, CaseIterable, Sendable {
  case empty, binary, truncated, mixedEncodings, windows1252, utf16, overlongField, manyColumns, unclosedQuote
  case nulBytes, deepNesting, entityExpansion, externalEntity, unknownLayout, repeated

  /// What an input is written in.
  public enum Language: Sendable { case csv, xml, json, yaml, sas, html }

  /// The spoilt text; `nil` where the language has no such thing.
  ///
  /// - Parameters:
  ///   - word: a word of a field; fields are made too long or too deep there. When `nil`, at the end and the beginning of
  ///     the whole.
  ///   - length: of a field that is too long, in bytes.
  ///   - letter: NUL bytes stand behind each of it, Windows-1252 behind each capital `C`.
  public func apply(
    _ text: String, _ language: Language, at word: String? = nil, length: Int? = nil, letter: Character = "e"
  ) -> [UInt8]? {
    let bytes = Array(text.utf8)
    // CRLF is one character.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    switch self {
    case .empty: return []
    case .binary:
      var random = SeededGenerator(seed: 11)
      return (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
    case .truncated: return Array(bytes.prefix(bytes.count * 2 / 3))
    case .mixedEncodings: return bytes + [0xE9, 0xE8, 0x22, 0x3C, 0x0A] + bytes
    case .windows1252: return bytes.flatMap { $0 == UInt8(ascii: "C") ? [$0, 0xE9] : [$0] }
    case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .overlongField:
      let long = String(repeating: "x", count: length ?? (language == .xml ? 17 << 20 : 3 << 20))
      if let word { return Array(text.replacing(word, with: word + long).utf8) }
      guard let at = text.lastIndex(where: { "\",;>:=".contains($0) }) else { return nil }
      return Array((text[...at] + long + text[text.index(after: at)...]).utf8)
    case .manyColumns:
      guard language == .csv else { return nil }
      return Array(
        (lines[0] + String(repeating: ",x;y", count: 500_000) + end + (lines.dropFirst().first ?? "") + end)
          .utf8)
    case .unclosedQuote: return bytes + Array("\"ouvert,".utf8)
    case .nulBytes: return bytes.flatMap { $0 == letter.asciiValue ? [$0, 0] : [$0] }
    case .deepNesting:
      switch language {
      case .xml:
        let deep = String(repeating: "<a>", count: 200_000)
        return Array((word.map { text.replacing($0, with: deep) } ?? lines.prefix(2).joined() + deep).utf8)
      case .json:
        let deep = String(repeating: "[", count: 200_000)
        return Array((word.map { text.replacing("\"\($0)\"", with: deep) } ?? "[{\"a\":" + deep).utf8)
      case .yaml: return Array((lines[0] + " " + String(repeating: "[", count: 200_000)).utf8)
      case .csv, .sas, .html: return nil
      }
    case .entityExpansion:
      return declared(
        "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">", lines, language, word)
    case .externalEntity: return declared("<!ENTITY c SYSTEM \"file:///etc/passwd\">", lines, language, word)
    case .unknownLayout: return Array("une page quelconque\nsans colonnes\n".utf8)
    case .repeated: return Array(repeating: bytes, count: 50).flatMap { $0 }
    }
  }

  private func declared(
    _ declarations: String, _ lines: [String], _ language: Language, _ word: String?
  ) -> [UInt8]? {
    guard language == .xml else { return nil }
    let text = ([lines[0], "<!DOCTYPE x [\(declarations)]>"] + lines.dropFirst()).joined(separator: "\n")
    let words = word.map { [$0] } ?? ["Essai", "Conduite"]
    return Array(words.reduce(text) { $0.replacing($1, with: "&c;") }.utf8)
  }
}
