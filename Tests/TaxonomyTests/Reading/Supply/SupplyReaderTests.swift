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

  @Test func formacodesOccupationsAndCodesOfSpreadsheetsAreRead() throws {
    let text = """
      nom_of,code_rncp,intitule_formation,code_insee,nom_departement,code_formacode_1,code_formacode_2,code_rome_1,code_rome_2,code_nsf_1
      A,34860,Titre,1004.0,1,31768,31768,N1103,-1,311
      """
    let offer = try #require(try SupplyReader(bytes: Array(text.utf8), name: "mcf.csv").offers.first)
    #expect(offer.formacodes == ["31768"] && offer.occupations.map(\.value) == ["N1103"])
    #expect(offer.place.commune == "01004" && offer.place.department == "01")
  }

  @Test func lheoIsReadByPlaceAndSession() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <lheo xmlns="http://lheo.gouv.fr/2.3"><offres>
      <formation numero="F1"><domaine-formation><code-FORMACODE ref="V14">31768</code-FORMACODE><code-ROME>N1103</code-ROME>
      </domaine-formation><intitule-formation>Préparer les commandes &amp; charger</intitule-formation>
      <contact-formation><coordonnees><nom>DUPONT</nom></coordonnees></contact-formation>
      <certification><code-RNCP>34860</code-RNCP></certification>
      <action numero="A1"><lieu-de-formation><coordonnees><nom>MARTIN</nom><adresse><codepostal>67000</codepostal>
      <ville>STRASBOURG</ville><code-INSEE-commune>67482</code-INSEE-commune></adresse></coordonnees></lieu-de-formation>
      <session><periode><debut>20261201</debut><fin>20270131</fin></periode></session>
      <session><periode><debut>20270301</debut><fin>99999999</fin></periode></session>
      <organisme-formateur><SIRET-formateur><SIRET>12345678901234</SIRET></SIRET-formateur>
      <raison-sociale-formateur>Centre d’essai</raison-sociale-formateur></organisme-formateur></action>
      <action><lieu-de-formation><adresse><codepostal>20200</codepostal><ville>BASTIA</ville></adresse></lieu-de-formation>
      <session><periode><debut>demain</debut></periode></session></action>
      <organisme-formation-responsable><raison-sociale>Responsable</raison-sociale></organisme-formation-responsable>
      </formation>
      <formation><intitule-formation>Sans organisme</intitule-formation></formation>
      <formation><certification><code-RS>abc</code-RS></certification></formation>
      </offres></lheo>
      """
    let reader = try SupplyReader(bytes: Array(text.utf8), name: "lheo.xml")
    try #require(reader.offers.count == 3)
    let first = reader.offers[0]
    #expect(first.body == "Centre d’essai" && first.siret == "12345678901234")
    #expect(first.certification == CertificationCode("RNCP34860") && first.formacodes == ["31768"])
    #expect(first.title == "Préparer les commandes & charger" && first.place.text == "67482, 67")
    #expect(first.start == CalendarDate("2026-12-01") && first.end == CalendarDate("2027-01-31"))
    #expect(reader.offers[1].end == nil && reader.offers[2].body == "Responsable")
    #expect(reader.offers[2].place.text == "BASTIA, 2B" && reader.offers[2].start == nil)
    #expect(
      reader.findings.map(\.code) == [
        "FORMATION-004", "FORMATION-002", "FORMATION-003", "FORMATION-002",
      ])
    #expect(reader.findings.map(\.line) == [14, 17, 18, 18])
    #expect(reader.lines == 5 && reader.rejected == 2)
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
