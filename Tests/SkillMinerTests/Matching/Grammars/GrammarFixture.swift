import Foundation
import Taxonomy
import TestSupport

@testable import SkillMiner

/// A grammar matcher over the items of `Tests/Cases/items.tsv`, built once.
struct GrammarFixture: Sendable {
  let matcher: GrammarMatcher
  let vocabulary: Analyzer.Vocabulary
  let items: Int

  static let shared = Result { try GrammarFixture(items: Self.readItems()) }

  init(items: [Competency]) throws {
    let analyzer = try Analyzer(synonyms: [])
    let release = TaxonomyRelease(
      name: "cases", digest: "", occupations: [], appellations: [], competencies: items, links: [])
    for item in items { _ = analyzer.tokens(of: item.label) }
    matcher = GrammarMatcher(release: release, tokens: { analyzer.tokens(of: $0) })
      .frozen(spellings: analyzer.vocabulary.forms.names)
    vocabulary = analyzer.vocabulary
    self.items = items.count
  }

  static func readItems() throws -> [Competency] {
    let file = TextCase.folder.appending(path: "items.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var items: [Competency] = []
    for (index, line) in lines.enumerated() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4, let code = OGRCode(fields[0]), let kind = Competency.Kind(rawValue: fields[1]),
        let nature = Competency.Nature(rawValue: fields[2])
      else {
        throw TextCase.Malformed(description: "items.tsv:\(index + 1): expected code, kind, nature, label")
      }
      items.append(Competency(code: code, label: fields[3], kind: kind, nature: nature))
    }
    return items
  }

  /// Matches of a text and what each quotes, in order.
  func matches(_ text: String) throws -> [(quote: String, match: GrammarMatch)] {
    matches(text, try Analyzer(vocabulary: vocabulary))
  }

  func matches(_ text: String, _ analyzer: Analyzer) -> [(quote: String, match: GrammarMatch)] {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { buffer in
      let tokens = analyzer.tokens(of: buffer)
      return matcher.matches(tokens, 0..<tokens.count, buffer).map {
        (String(decoding: buffer[$0.units], as: UTF16.self), $0)
      }
    }
  }
}
