import Taxonomy
import Testing

@Suite struct ReferentialValidationTests {
  private func code(_ n: Int) throws -> CertificationCode { try #require(CertificationCode("RNCP\(n)")) }

  private func certification(
    _ n: Int, blocks: [[String]] = [["Faire"]], expiry: String? = "2030-01-01", successors: [Int] = [],
    occupations: [String] = []
  ) throws -> Certification {
    Certification(
      code: try code(n), title: "Essai \(n)", expiry: expiry.flatMap { CalendarDate($0) },
      occupations: occupations.compactMap { ROMECode($0) },
      blocks: blocks.enumerated().map { CompetencyBlock(code: "B\($0)", title: "", sentences: $1) },
      successors: try successors.map { try code($0) })
  }

  private func findings(_ certifications: [Certification]) throws -> [Finding] {
    let today = try #require(CalendarDate("2026-01-01"))
    let referential = Referential(
      name: "essai", certifications: certifications, release: try SmallROME.reading().release, today: today)
    return ReferentialValidation.findings(in: referential)
  }

  @Test func eachRuleFindsItsFaultAndNothingElse() throws {
    #expect(try findings([certification(1, occupations: ["N1103", "N1101"])]).isEmpty)
    #expect(try findings([certification(1, blocks: [[]])]).map(\.code) == ["VALID-101"])
    #expect(try findings([certification(1, expiry: "2020-01-01")]).map(\.code) == ["VALID-102"])
    #expect(try findings([certification(1, successors: [2])]).map(\.code) == ["VALID-103"])
    #expect(
      try findings([certification(1, successors: [2]), certification(2, successors: [1])]).map(\.code) == [
        "VALID-104"
      ])
    #expect(try findings([certification(1, occupations: ["A1101"])]).map(\.code) == ["VALID-105"])
    #expect(try findings([certification(1, blocks: [["a"], ["a"]])]).map(\.code) == ["VALID-106"])
    #expect(Set(ReferentialValidation.rules.map { type(of: $0).code }).count == 6)
  }

  @Test func aChainIsFollowedToItsEnd() throws {
    let chain = SuccessionChain([
      try certification(1, successors: [2]), try certification(2, successors: [3, 4]),
      try certification(5, successors: [6]), try certification(6, successors: [5]),
    ])
    #expect(chain.current(of: try code(1)) == [try code(3), try code(4)])
    #expect(chain.current(of: try code(9)) == [try code(9)])
    #expect(chain.current(of: try code(5)) == [try code(6)])
  }
}
