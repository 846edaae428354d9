import Taxonomy
import TestSupport
import Testing

@Suite struct ReleaseValidationTests {
  private func codes(_ changes: [String: String]) throws -> [String] {
    ReleaseValidation.findings(in: try SmallROME.reading(changes).release).map(\.code)
  }

  @Test func aSoundReleasePasses() throws {
    #expect(try codes([:]).isEmpty)
  }

  @Test func linksToNothing() throws {
    let rome = try #require(ROMECode("N1101"))
    let release = TaxonomyRelease(
      name: "essai", digest: "", occupations: [], appellations: [], competencies: [],
      links: [CompetencyLink(occupation: rome, competency: OGRCode(number: 1), weight: .ordinary)])
    let findings = ReleaseValidation.findings(in: release)
    #expect(findings.map(\.code) == ["VALID-001"])
    #expect(findings.first?.message.contains("N1101–1") == true)
  }

  @Test func whatNoOccupationAsksFor() throws {
    let links = SmallROME.links.replacing("\"N1103\",\"204\",\"\"\n", with: "")
    #expect(try codes(["coherence_item": links]) == ["VALID-002"])
  }

  @Test func twinsOfOneWording() throws {
    let knowledge = SmallROME.knowledge.replacing("Gerbage", with: "préparer une commande")
    #expect(try codes(["referentiel_savoir": knowledge]) == ["VALID-003"])
  }

  @Test func occupationsWithoutNamesOrCompetencies() throws {
    let occupations = SmallROME.occupations + "\"N4101\",\"4\",\"14\",\"Chauffeur\",\"N4101\"\n"
    #expect(try codes(["referentiel_code_rome": occupations]) == ["VALID-004", "VALID-005"])
  }

  @Test func unknownParents() throws {
    let competencies = SmallROME.competencies.replacing(
      "\"100\",\"Savoir-faire\"", with: "\"999\",\"Savoir-faire\"")
    #expect(try codes(["referentiel_competence": competencies]) == ["VALID-006"])
  }

  @Test func linksThatStandTwice() throws {
    #expect(try codes(["coherence_item": SmallROME.links + "\"N1101\",\"201\",\"\"\n"]) == ["VALID-007"])
  }
}
