import Taxonomy
import Testing

@testable import SkillMiner

/// A wording that demands nothing is not proposed; what is said beyond it is.
@Suite struct StopPhraseTests {
  private func texts(_ description: String, stop: [String], forms: [SurfaceForm] = []) throws -> [String] {
    let release = TaxonomyRelease(
      name: "ROME d’essai", digest: "d1", occupations: [], appellations: [],
      competencies: [Competency(code: OGRCode(number: 1), label: "Zinguer des oriflammes", kind: .knowHow)],
      links: [])
    // A model that keeps every span: only what is never proposed is missing.
    let open = LinkerModel(
      spans: [Float](repeating: 0, count: SpanFeature.count),
      items: [Float](repeating: 0, count: RankFeature.count),
      accept: [Float](repeating: 0, count: RankFeature.count + 3), spanThreshold: 0.1, itemThreshold: 2,
      countThreshold: 2)
    let overlays = Overlays(forms: forms, stopPhrases: stop, model: open)
    let worker = try Extractor(lexicon: Lexicon(release: release, overlays: overlays)).makeWorker()
    let scalars = Array(description.unicodeScalars)
    return worker.extract(title: "", description: description, occupation: nil).map {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[$0.start..<$0.end])
      return String(text)
    }
  }

  @Test func aStopPhraseIsNotProposed() throws {
    #expect(try texts("Bonne maîtrise", stop: []) == ["Bonne maîtrise"])
    #expect(try texts("BONNE MAITRISE", stop: ["bonne maîtrise"]).isEmpty)
  }

  @Test func aLongerStretchIsStillProposed() throws {
    let found = try texts("Bonne maîtrise des oriflammes", stop: ["bonne maîtrise"])
    #expect(found.contains { $0.hasSuffix("oriflammes") })
  }

  @Test func aWrittenFormWins() throws {
    let form = SurfaceForm(
      text: "bonne maîtrise", code: OGRCode(number: 1), kind: .knowHow, origin: .overlay, guards: .init())
    #expect(try texts("Bonne maîtrise", stop: ["bonne maîtrise"], forms: [form]) == ["Bonne maîtrise"])
  }

  @Test func aStopPhraseChangesTheDigest() {
    var overlays = Overlays.none
    let before = overlays.digest(over: "r")
    overlays.stopPhrases = ["bonne maîtrise"]
    #expect(overlays.digest(over: "r") != before)
  }
}
