import Foundation
import SkillMiner
import Taxonomy

/// Texts in, boundaries out, line by line.
struct TokensFilter {
  private static let buffered = 1 << 16

  private struct Line: Decodable {
    let text: String
  }

  private let boundaries: TextBoundaries
  private var output = ""
  /// Lines that could not be used.
  private(set) var rejected = 0

  init(boundaries: TextBoundaries) { self.boundaries = boundaries }

  /// Answers every line of an input.
  mutating func read(_ member: InputMember) throws {
    let lines = LineReader(member)
    let file = member.name == "-" ? "entrée standard" : member.name
    while let line = try lines.next() {
      switch line {
      case .text(let number, let bytes):
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
        do {
          answer(try JSONDecoder().decode(Line.self, from: Data(bytes)).text)
        } catch {
          reject(
            Finding(
              severity: .record, code: "TOKENS-001", file: file, line: number,
              message: "ce n’est pas un objet JSON en UTF-8 avec un champ «\u{A0}text\u{A0}».",
              advice: "Écrivez un texte par ligne\u{A0}: {\"text\": \"…\"}."))
        }
      case .tooLong(let number, _):
        reject(
          Finding(
            severity: .record, code: "TOKENS-002", file: file, line: number, message: "ligne démesurée.",
            advice: "Vérifiez qu’il y a un texte par ligne."))
      }
    }
  }

  private mutating func answer(_ text: String) {
    output += "{\"boundaries\":["
    output += boundaries.boundaries(of: text).map(String.init).joined(separator: ",")
    output += "]}\n"
    if output.utf8.count >= Self.buffered { flush() }
  }

  /// Says that a line, or what is left of an input, was not used; answers that are ready come before.
  mutating func reject(_ finding: Finding) {
    flush()
    rejected += 1
    Console.message("\(finding)")
  }

  /// Writes the answers that wait.
  mutating func flush() {
    Console.output(output)
    output = ""
  }
}
