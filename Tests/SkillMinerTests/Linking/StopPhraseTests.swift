import Taxonomy
import Testing

@testable import SkillMiner

/// A wording that demands nothing is not proposed; what is said beyond it is.
@Suite struct StopPhraseTests {
  /// Everything that is proposed of a line, before any is chosen.
  private func proposals(_ line: String, stop: [String], forms: [SurfaceForm] = []) throws -> [String] {
    let release = TaxonomyRelease(
      name: "ROME d’essai", digest: "d1", occupations: [], appellations: [],
      competencies: [Competency(code: OGRCode(number: 1), label: "Zinguer des oriflammes", kind: .knowHow)],
      links: [])
    let overlays = Overlays(forms: forms, stopPhrases: stop)
    let worker = try Extractor(lexicon: Lexicon(release: release, overlays: overlays)).makeWorker()
    let (units, tokens) = worker.analyse(line)
    let clauses = Clauses.split(tokens)
    worker.offer.load(title: [], text: tokens, occupation: nil)
    var texts: [String] = []
    tokens.withUnsafeBufferPointer { view in
      let sections = [Section](repeating: .mission, count: clauses.count)
      worker.forEachClause(view, clauses, sections, .description, nil) { _, _ in
        for span in worker.proposer.spans {
          let start = Int(tokens[span.tokens.lowerBound].start)
          let end = Int(tokens[span.tokens.upperBound - 1].end)
          texts.append(String(decoding: units[start..<end], as: UTF16.self))
        }
      }
    }
    return texts
  }

  @Test func aStopPhraseIsNotProposed() throws {
    #expect(try proposals("Data engineer", stop: []).contains("Data engineer"))
    #expect(try !proposals("DATA ENGINEER", stop: ["data engineer"]).contains("DATA ENGINEER"))
  }

  @Test func aLongerStretchIsStillProposed() throws {
    let found = try proposals("Maîtrise des oriflammes", stop: ["maîtrise"])
    #expect(found.contains("Maîtrise des oriflammes") && !found.contains("Maîtrise"))
  }

  @Test func aWrittenFormWins() throws {
    let form = SurfaceForm(
      text: "data engineer", code: OGRCode(number: 1), kind: .knowHow, origin: .overlay, guards: .init())
    #expect(
      try proposals("Data engineer", stop: ["data engineer"], forms: [form]).contains("Data engineer"))
  }

  @Test func aStopPhraseChangesTheDigest() {
    var overlays = Overlays.none
    let before = overlays.digest(over: "r")
    overlays.stopPhrases = ["data engineer"]
    #expect(overlays.digest(over: "r") != before)
  }
}
