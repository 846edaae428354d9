import SkillMiner
import Taxonomy
import TestSupport
import Testing

@Suite struct GapScoreTests {
  private func gap(_ code: String, _ family: String) throws -> GapScore.Gap {
    GapScore.Gap(certification: try #require(CertificationCode(code)), family: family)
  }

  @Test func countsBothWays() throws {
    // The sample proposes caces-r489 for both certifications and gestion-stocks for the second.
    let truth = try [
      gap("RNCP34860", "caces-r489"), gap("RNCP37098", "gestion-stocks"), gap("RNCP37098", "sst"),
    ]
    let score = GapScore(candidates: try SampleResult.make().candidates, truth: truth)
    #expect(score.found == Array(truth.prefix(2)))
    #expect(score.missed == [truth[2]])
    #expect(try score.unexpected == [gap("RNCP37098", "caces-r489")])
    #expect(score.precision == 2.0 / 3.0)
    #expect(score.recall == 2.0 / 3.0)
  }

  @Test func whatIsNotJudgedCountsNowhere() throws {
    let score = GapScore(
      candidates: try SampleResult.make().candidates, truth: try [gap("RNCP34860", "caces-r489")],
      undecided: try [
        gap("RNCP37098", "gestion-stocks"), gap("RNCP37098", "caces-r489"), gap("RNCP34860", "caces-r489"),
      ])
    #expect(score.precision == 1 && score.recall == 1)
  }

  @Test func nothingToScore() throws {
    let score = GapScore(candidates: [], truth: [])
    #expect(score.precision == nil && score.recall == nil)
  }
}
