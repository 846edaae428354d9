import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ReleaseSetTests {
  @Test func equalReleasesDifferInNothing() {
    #expect(SampleResult.releases().differences(from: SampleResult.releases()).isEmpty)
  }

  @Test func everyPartIsNamed() {
    let first = SampleResult.releases()
    func clauses(_ later: ReleaseSet) -> [String] { first.differences(from: later) }
    #expect(clauses(SampleResult.releases("ROME 4.61")) == ["ROME 4.60, puis ROME 4.61"])
    #expect(clauses(SampleResult.releases(lexicon: "feed")) == ["lexique [beef, puis feed]"])
    #expect(
      clauses(SampleResult.releases(referential: "abba"))
        == ["référentiel de 3\u{A0}certifications [cafe], puis de 3\u{A0}certifications [abba]"])
    #expect(clauses(SampleResult.releases(program: "0.2.0")) == ["SkillMiner 0.1.0, puis 0.2.0"])
    let renewed = ReleaseSet(
      taxonomy: "ROME 4.60", taxonomyDigest: "0123456789abcdef", lexicon: "beef", program: "0.1.0",
      certifications: 3, referential: "cafe")
    #expect(
      clauses(renewed) == ["deux contenus de ROME 4.60 [digest of RO, puis 0123456789ab]"])
    // Signals rest on no certification: nothing is said of those of an analysis.
    let signals = ReleaseSet(
      taxonomy: "ROME 4.60", taxonomyDigest: "digest of ROME 4.60", lexicon: "beef", program: "0.1.0")
    #expect(clauses(signals).isEmpty)
    #expect(signals.text == "ROME 4.60 [digest of RO]\u{A0}; lexique [beef]\u{A0}; SkillMiner 0.1.0")
  }

  @Test func itIsKeptInTheLog() throws {
    let releases = SampleResult.releases()
    #expect(try AuditJSON.value(ReleaseSet.self, from: AuditJSON.text(releases)) == releases)
  }

  @Test func everyTableNamesItsReleases() throws {
    let result = try SampleResult.make()
    for text in [CandidatesCSV.text(result), CoverageCSV.text(result), CandidatesTable.text(result)] {
      #expect(text.contains("ROME 4.60 [digest of RO]"))
    }
    for text in [CandidatesJSON.text(result), CoverageJSON.text(result)] {
      #expect(text.contains("\"taxonomy_digest\": \"digest of ROME 4.60\""))
    }
  }
}
