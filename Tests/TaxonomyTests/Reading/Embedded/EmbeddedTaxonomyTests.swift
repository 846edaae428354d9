import Taxonomy
import Testing

@Suite struct EmbeddedTaxonomyTests {
  @Test func theStarterReleaseIsWholeInItself() throws {
    let reading = try ROMEReader.reading(files: EmbeddedFiles.files(in: "rome/"))
    #expect(reading.findings.isEmpty)
    let release = try EmbeddedTaxonomy.release()
    #expect(release.name == "ROME 4.60 (extrait)")
    #expect(release.digest == reading.release.digest)
    #expect(release.occupations.count == 86)
    #expect(release.competencies.count >= 900)
    #expect(release.competencies.filter { $0.kind == .softSkill }.count == 16)
    #expect(Set(release.appellations.map(\.occupation)).count == 86)
    for occupation in release.occupations {
      #expect(release.links.filter { $0.occupation == occupation.code }.count >= 15, "\(occupation.code)")
    }
    let codes = Set(ReleaseValidation.findings(in: release).map(\.code))
    #expect(codes.isSubset(of: ["VALID-002", "VALID-003"]))
  }

  @Test func commonCertificatesAreThere() throws {
    let labels = try EmbeddedTaxonomy.release().competencies.filter { $0.nature == .credential }.map(\.label)
    for word in ["R489", "R482", "Permis B", "FIMO", "SSIAP", "AIPR", "électrique"] {
      #expect(labels.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func placesOfTheStarter() throws {
    let tables = try EmbeddedTaxonomy.territories()
    #expect(tables.communes.count >= 400)
    #expect(tables.territories.filter { $0.level == .region }.count == 18)
    #expect(tables.territories.filter { $0.level == .department }.count == 101)
    let gazetteer = tables.gazetteer
    #expect(gazetteer.resolve(communeCode: "75110").commune?.name == "Paris")
    #expect(gazetteer.resolve(label: "67 - STRASBOURG").territories.map(\.level) == Territory.Level.allCases)
    #expect(gazetteer.resolve(label: "32 - GIMONT").resolution == .department)
    #expect(try EmbeddedTaxonomy.naf().divisions.count == 88)
    // The tables say nothing of two territories of one level and code.
    #expect(tables.territories.allSatisfy { !$0.name.isEmpty })
  }

  @Test func theDigestIsStable() {
    #expect(EmbeddedTaxonomy.digest() == EmbeddedTaxonomy.digest())
    #expect(EmbeddedTaxonomy.digest().utf8.count == 64)
  }
}
