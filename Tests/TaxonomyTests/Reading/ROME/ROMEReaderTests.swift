import Foundation
import Taxonomy
import Testing

@Suite struct ROMEReaderTests {
  @Test func aSmallReleaseIsReadWhole() throws {
    let reading = try SmallROME.reading()
    let release = reading.release
    #expect(reading.findings.isEmpty)
    #expect(release.name == "ROME 4.60")
    #expect(release.occupations.map(\.code.value) == ["N1101", "N1103", "N1110"])
    #expect(release.appellations.map(\.shortLabel).contains("Préparateur / Préparatrice de commandes"))
    #expect(
      release.competencies.map(\.kind) == [.macro, .knowHow, .softSkill] + [
        .knowledge, .knowledge, .knowledge, .knowledge,
      ])
    #expect(release.competencies.suffix(4).map(\.nature) == [.credential, .software, .language, .ordinary])
    #expect(release.competencies[1].macro == OGRCode(number: 100))
    #expect(release.links.count == 7)
    #expect(release.links.filter { $0.weight == .emerging }.count == 1)
    #expect(release.sectors.map(\.division) == ["01", "52"])
    #expect(ROMECode("N1103").map { release.expand($0).map(\.value) } == ["N1103", "N1110"])
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: ReadingError.self) {
      try SmallROME.reading(["referentiel_savoir": nil])
    }
    #expect(error?.finding.code == "ROME-002")
    #expect(error?.finding.message.contains("referentiel_savoir") == true)
  }

  @Test func aFileOneCanDoWithoutIsSaid() throws {
    let reading = try SmallROME.reading(["rubrique_mobilite": nil])
    #expect(reading.findings.map(\.code) == ["ROME-009"])
    #expect(reading.release.mobility.isEmpty)
  }

  @Test func aMissingColumnIsNamed() {
    let error = #expect(throws: ReadingError.self) {
      try SmallROME.reading(["referentiel_appellation": "\"code_ogr\",\"code_rome\"\n"])
    }
    #expect(error?.finding.code == "ROME-003")
    #expect(error?.finding.message.contains("libelle_appellation_long") == true)
  }

  @Test func unknownColumnsAndTablesAreWarnings() throws {
    let reading = try SmallROME.reading([
      "coherence_item": "code_rome,code_ogr,coeur_metier,poids\nN1101,201,,3\n",
      "nouveau": "a,b\n",
    ])
    #expect(reading.findings.map(\.code).sorted() == ["ROME-004", "ROME-005"])
    #expect(reading.release.links.count == 1)
  }

  @Test func rowsThatPointToNothingAreSetAside() throws {
    let reading = try SmallROME.reading([
      "coherence_item":
        "code_rome,code_ogr,coeur_metier\nN1101,201,\nZ99,201,\nN9999,201,\nN1101,777,\nN1101,x,\nN1101,102,Centrale\n"
    ])
    #expect(reading.release.links.count == 1)
    #expect(Set(reading.findings.map(\.code)) == ["ROME-006", "ROME-007", "ROME-008"])
    #expect(Set(reading.findings.compactMap(\.line)) == [3, 4, 5, 6, 7])
    #expect(reading.findings.allSatisfy { $0.severity == .record && !$0.advice.isEmpty })
  }

  @Test func manyDefectsOfOneSortAreSummedUp() throws {
    let links = "code_rome,code_ogr,coeur_metier\n" + (0..<500).map { "N1101,\(7000 + $0),\n" }.joined()
    let reading = try SmallROME.reading(["coherence_item": links])
    #expect(reading.findings.count == 21)
    #expect(reading.findings.last?.message.contains("480") == true)
  }

  @Test func latin1IsReadWithAWarning() throws {
    try Fixtures.withFolder { folder in
      for (name, text) in SmallROME.tables {
        let encoding: String.Encoding = name == "referentiel_savoir" ? .isoLatin1 : .utf8
        let data = try #require(text.replacing("Gerbage", with: "Étiquetage").data(using: encoding))
        try data.write(to: folder.appending(path: "unix_\(name)_v460_utf8.csv"))
      }
      let (release, findings) = try ROMEReader.read(path: folder.path)
      #expect(release.competencies.last?.label == "Étiquetage")
      #expect(findings.map(\.code) == ["CSV-001"])
    }
  }

  @Test func whatIsNoReleaseIsRefused() throws {
    try Fixtures.withFolder { folder in
      try Data("bonjour".utf8).write(to: folder.appending(path: "lettre.txt"))
      let error = #expect(throws: ReadingError.self) { try ROMEReader.read(path: folder.path) }
      #expect(error?.finding.code == "ROME-001")
    }
  }

  @Test func filesOfTwoReleasesAreRefused() {
    let files = ["referentiel_code_rome_v460", "referentiel_appellation_v461"].map {
      (
        name: "unix_\($0)_utf8.csv",
        bytes: Array(
          "code_rome,libelle_rome,code_ogr,libelle_appellation_long,libelle_appellation_court\n".utf8)
      )
    }
    let error = #expect(throws: ReadingError.self) { try ROMEReader.reading(files: files) }
    #expect(error?.finding.code == "ROME-011")
  }
}
