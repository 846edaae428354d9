import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Runs every case below Tests/Cases/extractor through the whole extractor, stance included, with the embedded taxonomy.
@Suite struct ExtractorCaseTests {
  private static let subjects = ["stance", "savoir-etre", "taches", "familles"]

  /// Cases that fail now, with the reason, are listed; the list is exact: a case that starts to pass must leave it.
  @Test func casesFailAsListedAndNoOthers() throws {
    let extractor = try EmbeddedEngine.shared.get().extractor.makeWorker()
    let known = try Self.knownFailures()
    var count = 0
    var unseen = Set(known.keys)
    for subject in Self.subjects {
      for test in try TextCase.all(in: "extractor/\(subject)") {
        count += 1
        let name = "\(subject)/\(test.name)"
        let problems = try Self.problems(test, extractor)
        unseen.remove(name)
        if known[name] == nil {
          #expect(problems.isEmpty, "\(name): \(problems.joined(separator: "; "))")
        } else {
          #expect(!problems.isEmpty, "\(name) passes now: take it out of known-failures.tsv")
        }
      }
    }
    #expect(unseen.isEmpty, "known-failures.tsv lists cases that do not exist: \(unseen.sorted())")
    #expect(count >= 60)
  }

  /// What is wrong with the reading of a case; empty when it is as expected.
  private static func problems(_ test: TextCase, _ worker: Extractor.Worker) throws -> [String] {
    let found = worker.extract(
      title: test.title, description: test.text, occupation: test.rome.flatMap { ROMECode($0) }
    ).filter { $0.field == .description }
    let text = Array(test.text.unicodeScalars)
    var problems: [String] = []
    var cursor = 0
    for expected in test.expected {
      let quote = Array(expected.quote.unicodeScalars)
      guard let start = (cursor..<text.count).first(where: { text[$0...].starts(with: quote) }) else {
        throw TextCase.Malformed(
          description: "\(test.name): '\(expected.quote)' is not in the text, in this order")
      }
      cursor = start + quote.count
      let place = Span(start: start, end: cursor)
      let there = found.filter { $0.overlaps(place) }
      if !there.contains(where: { meets($0, expected) }) {
        let told = there.map {
          "\($0.kind.rawValue) \($0.stance.rawValue) \($0.code?.description ?? "-") \($0.family ?? "-") \($0.origin)"
        }
        problems.append("'\(expected.quote)' read as \(told.isEmpty ? ["nothing"] : told)")
      }
    }
    for quote in test.forbidden {
      let wanted = Array(quote.unicodeScalars)
      let starts = text.indices.filter { text[$0...].starts(with: wanted) }
      if starts.isEmpty {
        throw TextCase.Malformed(description: "\(test.name): '\(quote)' is not in the text")
      }
      for start in starts {
        let place = Span(start: start, end: start + wanted.count)
        if found.contains(where: { $0.stance.isDemand && $0.overlaps(place) }) {
          problems.append("'\(quote)' was read as a demand")
        }
      }
    }
    return problems
  }

  private static func meets(_ mention: Mention, _ expected: TextCase.Expected) -> Bool {
    let kind = expected.kind == "*" || expected.kind == mention.kind.rawValue
    let stance = expected.stance == "*" || expected.stance == mention.stance.rawValue
    let reference =
      expected.reference == "-" || expected.reference == mention.family
      || expected.reference == mention.code?.description
    return kind && stance && reference
  }

  private static func knownFailures() throws -> [String: String] {
    let file = TextCase.folder.appending(path: "extractor/known-failures.tsv")
    var known: [String: String] = [:]
    for (index, line) in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else {
        throw TextCase.Malformed(description: "known-failures.tsv:\(index + 1): expected case, reason")
      }
      known[fields[0]] = fields[1]
    }
    return known
  }

  private struct Span: FieldSpan {
    let field = Mention.Field.description
    let start: Int
    let end: Int
  }
}
