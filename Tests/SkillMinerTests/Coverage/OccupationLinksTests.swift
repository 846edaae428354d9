import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct OccupationLinksTests {
  private func release() throws -> TaxonomyRelease {
    let n1103 = try #require(ROMECode("N1103"))
    let n1110 = try #require(ROMECode("N1110"))
    return TaxonomyRelease(
      name: "essai", digest: "0",
      occupations: [
        Occupation(code: n1103, label: "Préparateur de commandes", parent: n1103),
        Occupation(code: n1110, label: "Magasinier", parent: n1103),
      ], appellations: [], competencies: [], links: [])
  }

  private func resolve(_ occupations: [String]) throws -> OccupationLinks {
    let release = try release()
    let certification = Certification(
      code: try #require(CertificationCode("RNCP1")), title: "Sans rapport aucun",
      occupations: occupations.compactMap { ROMECode($0) })
    let lexicon = try Lexicon(release: release, overlays: .none)
    return OccupationLinks.resolve(
      certification, release: release, proposer: try OccupationProposer(lexicon: lexicon))
  }

  @Test func aVersion3CodeStandsForAllItsChildren() throws {
    let links = try resolve(["N1103"])
    #expect(links.origin == .official)
    #expect(links.occupations.map(\.description) == ["N1103", "N1110"])
  }

  @Test func unknownCodesAreKeptAside() throws {
    let links = try resolve(["Z9999", "K9999", "N1103"])
    #expect(links.origin == .official)
    #expect(links.unknown.map(\.description) == ["K9999"])
  }

  @Test func withoutAKnownCodeNothingIsOfficial() throws {
    #expect(try resolve(["K9999"]).origin == .proposed)
    #expect(try resolve([]).origin == .proposed)
  }
}
