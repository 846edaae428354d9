import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ParetoRankingTests {
  @Test func fronts() {
    #expect(ParetoRanking.fronts([[1, 1], [2, 0], [0, 0], [2, 2], [2, 2]]) == [2, 2, 3, 1, 1])
    #expect(ParetoRanking.fronts([]).isEmpty)
  }

  @Test func aDominatedCandidateNeverComesFirst() throws {
    let candidates = try SampleResult.make().candidates
    let ranked = ParetoRanking.ranked(candidates.reversed(), weights: .init())
    #expect(ranked.map(\.certification.code) == candidates.map(\.certification.code))
    #expect(ranked.map(\.front) == [1, 2])
    #expect(ranked[0].score > ranked[1].score)
  }

  @Test func tiesFollowTheCode() throws {
    let first = try SampleResult.make().candidates[0]
    let other = ModuleCandidate(
      certification: try SampleResult.make().candidates[1].certification, links: first.links,
      families: first.families, name: first.name, demand: first.demand, criteria: first.criteria, flags: [],
      evidence: [])
    let ranked = ParetoRanking.ranked([other, first], weights: .init())
    #expect(ranked.map(\.certification.code.description) == ["RNCP34860", "RNCP37098"])
  }
}
