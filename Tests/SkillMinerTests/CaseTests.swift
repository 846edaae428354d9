import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Runs every `.case` file of Tests/Cases: credentials, diplomas and languages against the grammars.
@Suite struct CaseTests {
  private static let cases = Result { try TextCase.subjects().flatMap { try TextCase.all(in: $0) } }

  @Test func casesAreReadable() throws {
    let cases = try Self.cases.get()
    #expect(cases.count >= 220)
    #expect(cases.allSatisfy { !$0.expected.isEmpty || !$0.forbidden.isEmpty })
  }

  @Test(arguments: (try? cases.get()) ?? [])
  func grammarKinds(_ test: TextCase) throws {
    let kinds: Set<String> = ["credential", "diploma", "language"]
    let found = try GrammarFixture.shared.get().matches(test.text)
    let expected = test.expected.filter { kinds.contains($0.kind) }
    #expect(
      found.map { "\($0.match.kind.rawValue) \($0.quote)" } == expected.map { "\($0.kind) \($0.quote)" },
      "\(test.name)")
    for (match, line) in zip(found.map(\.match), expected) where line.reference != "-" {
      if OGRCode(line.reference) != nil {
        #expect(match.code?.description == line.reference, "\(test.name): \(line.quote)")
      } else {
        #expect(match.family == line.reference, "\(test.name): \(line.quote)")
      }
    }
    let units = Array(test.text.utf16)
    for quote in test.forbidden {
      let wanted = Array(quote.utf16)
      let starts = units.indices.filter { units[$0...].starts(with: wanted) }
      #expect(!starts.isEmpty, "\(test.name): '\(quote)' is not in the text")
      for start in starts {
        #expect(
          !found.contains { $0.match.units.overlaps(start..<start + wanted.count) },
          "\(test.name): '\(quote)' was found")
      }
    }
  }
}
