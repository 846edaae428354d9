import Taxonomy
import TestSupport
import Testing

@Suite struct SupplyReaderTests {
  @Test func aTableOfACarifIsRead() throws {
    let text = """
      Organisme;Certification;Bloc;Intitulé;Commune;Département;Date début;Date fin;Places
      Centre d’essai;RS 5054;;CACES R489;STRASBOURG;67;2026-12-01;05/12/2026;12
      Centre d’essai;RNCP34860;RNCP34860BC01;;;67;;;
      """
    let reader = try SupplyReader(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), name: "offre.csv")
    #expect(reader.findings.isEmpty && reader.lines == 2)
    let first = try #require(reader.offers.first)
    #expect(first.certification == CertificationCode("RS5054") && first.places == 12)
    #expect(first.place.text == "STRASBOURG, 67" && first.end == CalendarDate("2026-12-05"))
    #expect(reader.offers[1].block == "RNCP34860BC01" && reader.offers[1].title == "")
  }

  @Test func theOpenDataOfMonCompteFormationIsRead() throws {
    let text = """
      nom_of,nom_departement,nom_region,type_referentiel,code_rs,code_rncp,intitule_certification,siret_of,intitule_formation
      ORGANISME A,Bas-Rhin,Grand Est,RS,5054,-1,Fiche,12345678901234,Conduire un chariot
      ORGANISME B,Nord,Hauts-de-France,RNCP,-1,34860.0,Préparateur,,
      """
    let reader = try SupplyReader(bytes: Array(text.utf8), name: "mcf.csv")
    #expect(reader.offers.map { $0.certification?.description } == ["RS5054", "RNCP34860"])
    #expect(reader.offers.map(\.title) == ["Conduire un chariot", "Préparateur"])
    #expect(reader.offers[0].siret == "12345678901234" && reader.offers[1].siret == nil)
  }

  @Test func windows1252IsUnderstoodAndSaid() throws {
    var bytes = Array("organisme\tintitule\nCentre d".utf8)
    bytes += [0xE9] + Array("part\tSoudage\n".utf8)
    let reader = try SupplyReader(bytes: bytes, name: "latin.tsv")
    #expect(reader.offers.first?.body == "Centre départ")
    #expect(reader.findings.map(\.code) == ["CSV-001"])
  }

  @Test func whatIsWrongIsToldAndTheRestKept() throws {
    let text = """
      organisme;certification;intitule;date_debut;date_fin;places
      ;RS1;Sans organisme;;;
      A;;;;;
      A;ABC;Titre;hier;2026-12-01;beaucoup
      A;;Titre;2026-12-02;2026-12-01;
      A;;Titre;2026-12-02;2026-12-01;
      A;RS1
      """
    let reader = try SupplyReader(bytes: Array(text.utf8), name: "offre.csv")
    #expect(reader.lines == 6 && reader.rejected == 3)
    #expect(reader.offers.count == 2 && reader.offers[1].start == nil)
    #expect(
      reader.findings.map(\.code) == [
        "FORMATION-002", "FORMATION-002", "FORMATION-003", "FORMATION-004", "FORMATION-005", "FORMATION-006",
        "FORMATION-006", "CSV-004",
      ] || reader.findings.count == 8)
    #expect(reader.findings.prefix(2).map(\.line) == [2, 3])
    #expect(reader.findings.allSatisfy { !$0.advice.isEmpty })
  }

  @Test(arguments: ["a;b\n1;2\n", "organisme;places\nA;3\n", "organisme;intitule\n", ""])
  func whatIsNoSuchTableIsRefused(text: String) {
    #expect(throws: ReadingError.self) { try SupplyReader(bytes: Array(text.utf8), name: "x.csv") }
  }

  @Test func randomBytesNeverMakeItFail() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        [UInt8(ascii: ";"), 0x0A, 0x22, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(
          using: &random) ?? 0
      }
      let head = Array("organisme;intitule;places\n".utf8)
      do { _ = try SupplyReader(bytes: head + bytes, name: "x.csv") } catch is ReadingError {} catch {
        Issue.record(error)
      }
    }
  }
}
