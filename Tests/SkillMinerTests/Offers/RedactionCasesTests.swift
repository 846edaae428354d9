import Foundation
import SkillMiner
import TestSupport
import Testing

/// The written test set of contact data, `Tests/Cases/redaction/contacts.txt`: exact ranges, by kind.
@Suite struct RedactionCasesTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let expected: [String]

    var testDescription: String { text }
  }

  static let cases: [Case] = {
    let file = TextCase.folder.appending(path: "redaction/contacts.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      var text = ""
      var expected: [String] = []
      var rest = line.replacing("⏎", with: "\n")[...]
      while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
        text += rest[..<open]
        let parts = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1)
        expected.append("[\(parts[0])] \(parts[1])")
        text += parts[1]
        rest = rest[rest.index(after: close)...]
      }
      return Case(text: text + rest, expected: expected)
    }
  }()

  private static func found(_ text: String) -> [String] {
    ContactRedaction.hits(in: text).map { hit in
      let bytes = Array(text.utf8)[hit.range]
      return "\(hit.kind.rawValue) \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test func thereAreEnoughCases() {
    #expect(Self.cases.count >= 150)
    #expect(Self.cases.count { $0.expected.isEmpty } >= 60)
  }

  @Test(arguments: cases)
  func findsWhatIsMarked(_ item: Case) {
    #expect(Self.found(item.text) == item.expected)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["contact 1 rue A ", "domicile 12, ", "a/b://", "www.a/?", "Mme A 1 rue "])
  func longTextsTakeLinearTime(piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    #expect(!ContactRedaction.redact(text).isEmpty)
  }
}
