import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct ESCOReaderTests {
  private let base = "http://data.europa.eu/esco/"

  private var files: [(name: String, bytes: [UInt8])] {
    [
      (
        "skills_fr.csv",
        """
        conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
        KnowledgeSkillCompetence,\(base)skill/a1,skill/competence,cross-sector,souder,"braser
        souder

        assembler",soudage,released,2024-01-01,,Assembler par fusion,,Autre
        KnowledgeSkillCompetence,\(base)skill/a2,knowledge,transversal,métallurgie,,,obsolete,,,,,
        KnowledgeSkillCompetence,ailleurs,knowledge,,perdu,,,released,,,,,
        KnowledgeSkillCompetence,\(base)skill/a3,knowledge,,,,,released,,,,,

        """.bytes
      ),
      (
        "occupations_fr.csv",
        """
        conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,code
        Occupation,\(base)occupation/o1,C7212,soudeur/soudeuse,"soudeur
        soudeuse",released,7212.1

        """.bytes
      ),
      (
        "ISCOGroups_fr.csv",
        "conceptType,conceptUri,code,preferredLabel,altLabels,description\nISCOGroup,\(base)isco/C7212,7212,Soudeurs,,\n"
          .bytes
      ),
      (
        "broaderRelationsOccPillar_fr.csv",
        """
        conceptType,conceptUri,broaderType,broaderUri
        Occupation,\(base)occupation/o1,ISCOGroup,\(base)isco/C7212
        KnowledgeSkillCompetence,\(base)skill/a1,KnowledgeSkillCompetence,\(base)skill/a2
        KnowledgeSkillCompetence,\(base)skill/a2,KnowledgeSkillCompetence,\(base)skill/a1
        KnowledgeSkillCompetence,\(base)skill/a1,KnowledgeSkillCompetence,\(base)skill/zz

        """.bytes
      ),
      (
        "occupationSkillRelations_fr.csv",
        "occupationUri,relationType,skillType,skillUri\n\(base)occupation/o1,essential,skill/competence,\(base)skill/a1\n"
          .bytes
      ),
      ("skills_en.csv", "conceptType,conceptUri,skillType,preferredLabel\n".bytes),
      ("conceptSchemes_fr.csv", "x,y\n1,2\n".bytes), ("nouveau_fr.csv", "x,y\n1,2\n".bytes),
    ]
  }

  @Test func theTablesOfLaterReleasesAreRead() throws {
    let (release, findings) = try ESCOReader.read(files: files, input: "ESCO dataset - v1.2.0 - fr.zip")
    #expect(release.name == "ESCO 1.2.0")
    #expect(release.skills.map(\.label) == ["souder", "métallurgie"])
    #expect(release.skills[0].alternatives == ["braser", "assembler", "soudage"])
    #expect(release.skills[0].kind == .skill && release.skills[1].kind == .knowledge)
    #expect(release.skills[0].description == "Assembler par fusion" && release.skills[1].isObsolete)
    #expect(release.occupations.map(\.iscoGroup) == ["7212"])
    #expect(release.groups.map(\.code) == ["7212"])
    #expect(release.broader.count == 2 && release.demands.map(\.isEssential) == [true])
    #expect(
      findings.map(\.code) == ["ESCO-002", "ESCO-002", "ESCO-005", "ESCO-006", "ESCO-004", "ESCO-003"])
  }

  @Test func withoutSkillsThereIsNoRelease() throws {
    let error = #expect(throws: ReadingError.self) { try ESCOReader.read(files: [files[2]]) }
    #expect(error?.finding.code == "ESCO-001")
  }

  @Test(.enabled(if: SharedData.isPresent)) func theOfficialSetIsReadWithItsCounts() throws {
    let path = SharedData.file("data/esco/esco-v1.0-fr.zip").path
    let (release, findings) = try ESCOReader.read(path: path)
    #expect(release.name == "ESCO 1.0")
    #expect(release.skills.count == 13_485 && release.occupations.count == 2942)
    #expect(release.groups.count == 619 + 17)
    #expect(release.skills.contains { !$0.alternatives.isEmpty })
    #expect(!findings.contains { $0.severity == .record && $0.code != "ESCO-003" })
    #expect(try TaxonomySource.detect(path: path) == .esco)
    #expect(try TaxonomySource.detect(path: SharedData.file("data/rome/rome-v344-xml.zip").path) == .rome)
  }
}
