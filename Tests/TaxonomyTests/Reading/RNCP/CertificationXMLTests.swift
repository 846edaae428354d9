import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct CertificationXMLTests {
  private func fiche(_ number: String, _ inside: String) -> String {
    "<FICHE><ID_FICHE>1</ID_FICHE><NUMERO_FICHE>\(number)</NUMERO_FICHE><INTITULE>Essai \(number)</INTITULE>\(inside)</FICHE>\n"
  }

  private func document(_ fiches: String...) -> [UInt8] {
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FICHES xmlns=\"urn:x\"><VERSION_FLUX>4.1</VERSION_FLUX>\n"
      + fiches.joined() + "</FICHES>").bytes
  }

  private let full = """
    <ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
    <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><INTITULE>Niveau 4</INTITULE></NOMENCLATURE_EUROPE>
    <ACTIVITES_VISEES>&lt;p&gt;Ne compte pas&lt;/p&gt;</ACTIVITES_VISEES>
    <CODES_ROME><ROME><CODE>N1103</CODE><LIBELLE>Préparation</LIBELLE></ROME><ROME><CODE>N11</CODE></ROME></CODES_ROME>
    <CODES_NSF><NSF><CODE>311</CODE><INTITULE>311 : Transport</INTITULE></NSF></CODES_NSF>
    <FORMACODES><FORMACODE><CODE>31845</CODE><LIBELLE>31845 : Logistique</LIBELLE></FORMACODE></FORMACODES>
    <CERTIFICATEURS><CERTIFICATEUR><SIRET_CERTIFICATEUR>\t1</SIRET_CERTIFICATEUR><NOM_CERTIFICATEUR>MINISTÈRE D''ESSAI</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
    <BLOCS_COMPETENCES>
    <BLOC_COMPETENCES><CODE>RNCP1BC01</CODE><LIBELLE>Préparer</LIBELLE>
    <LISTE_COMPETENCES>&lt;p&gt;C2.B1 Prélever les articles&lt;/p&gt;&lt;br&gt;&lt;p&gt;C2.B2 Contrôler l&amp;rsquo;état du colis&lt;/p&gt;</LISTE_COMPETENCES>
    <MODALITES_EVALUATION>Mise en situation devant un jury</MODALITES_EVALUATION></BLOC_COMPETENCES>
    <BLOC><LIBELLE>Charger</LIBELLE><LISTE_COMPETENCES><![CDATA[- Charger un véhicule
    - Filmer une palette
    Evaluation : épreuve pratique]]></LISTE_COMPETENCES></BLOC>
    </BLOCS_COMPETENCES>
    <PREREQUIS_ENTREE_FORMATION>Savoir lire</PREREQUIS_ENTREE_FORMATION>
    <DATE_FIN_ENREGISTREMENT>28/07/2027</DATE_FIN_ENREGISTREMENT>
    <NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP9</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>
    <ACTIF>Oui</ACTIF>
    """

  @Test func aFicheIsReadWithItsBlocks() throws {
    let (certifications, findings) = try CertificationReader.read(
      files: [("export-fiches-rncp-v4-1.xml", document(fiche("RNCP1", full)))])
    let one = try #require(certifications.first)
    #expect(one.title == "Essai RNCP1" && one.level == 4 && one.type == "Titre professionnel")
    #expect(one.isActive == true && one.expiry?.description == "2027-07-28")
    #expect(one.occupations.map(\.value) == ["N1103"] && one.nsf == ["311"] && one.formacodes == ["31845"])
    #expect(one.certifiers == ["MINISTÈRE D'ESSAI"] && one.prerequisites == "Savoir lire")
    #expect(one.blocks.map(\.code) == ["RNCP1BC01", "RNCP1BC02"])
    #expect(
      one.blocks.map(\.sentences) == [
        ["Prélever les articles", "Contrôler l’état du colis"],
        ["Charger un véhicule", "Filmer une palette"],
      ])
    #expect(one.successors.map(\.description) == ["RNCP9"])
    #expect(findings.map(\.code) == ["CERTIF-006"])
  }

  @Test func activitiesStandInForBlocksWithoutText() throws {
    let inside = """
      <NOMENCLATURE_EUROPE><NIVEAU>III</NIVEAU></NOMENCLATURE_EUROPE>
      <ACTIVITES_VISEES><p>Accueillir le client</p><p>Encaisser</p></ACTIVITES_VISEES>
      <CAPACITES_ATTESTEES>- Tenir une caisse</CAPACITES_ATTESTEES>
      <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RS2BC01</CODE><LIBELLE>Vendre</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>
      <ACTIF>Non</ACTIF>
      """
    let (certifications, findings) = try CertificationReader.read(
      files: [("export-fiches-rs.xml", document(fiche("RS2", inside)))])
    #expect(certifications.first?.level == 5 && certifications.first?.isActive == false)
    #expect(certifications.first?.blocks.map(\.code) == ["RS2BC01", "RS2-ACTIVITES", "RS2-CAPACITES"])
    #expect(
      certifications.first?.blocks.map(\.sentences) == [
        [], ["Accueillir le client", "Encaisser"], ["Tenir une caisse"],
      ])
    #expect(findings.map(\.code) == ["CERTIF-011"])
  }

  @Test func theChainIsReadFromEitherEndAndAcrossBatches() throws {
    let old = """
      <ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION>RNCP1</ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
      """
    let bytes = document(fiche("RNCP1", ""), fiche("RNCP2", old), fiche("RNCP3", ""))
    let whole = try CertificationReader.read(files: [("f.xml", bytes)]).certifications
    #expect(whole[0].successors.map(\.description) == ["RNCP2"])
    try Fixtures.withFolder { folder in
      let file = folder.appending(path: "f.xml")
      try Data(bytes).write(to: file)
      var sizes: [Int] = []
      let result = try CertificationReader.read(path: file.path, batch: 1) { sizes.append($0.count) }
      #expect(sizes == [1, 1, 1, 0])
      #expect(result.succession.map { "\($0.old)>\($0.new)" } == ["RNCP1>RNCP2"])
    }
  }

  @Test func badFichesAreSetAsideWithTheirLine() throws {
    let bytes = document(
      fiche("RNCP1", full), fiche("XYZ", ""), fiche("RNCP1", ""),
      "<FICHE><NUMERO_FICHE>RNCP4</INTITULE></FICHE>\n",
      fiche("RNCP5", "<DATE_FIN_ENREGISTREMENT>hier</DATE_FIN_ENREGISTREMENT>"),
      "<FICHE><NUMERO_FICHE>RNCP6")
    let (certifications, findings) = try CertificationReader.read(files: [("f.xml", bytes)])
    #expect(certifications.map(\.code.number) == [1, 5])
    let records = findings.filter { $0.severity == .record && $0.code != "CERTIF-006" }
    #expect(records.map(\.code) == ["CERTIF-005", "CERTIF-008", "XML-005", "XML-005"])
    #expect(findings.contains { $0.code == "CERTIF-010" })
    #expect(records.allSatisfy { ($0.line ?? 0) > 1 })
  }

  @Test func declaredEntitiesAreRefused() throws {
    let text = "<!DOCTYPE FICHES [<!ENTITY a \"b\">]><FICHES>" + fiche("RNCP1", "") + "</FICHES>"
    let error = #expect(throws: ReadingError.self) {
      try CertificationReader.read(files: [("f.xml", text.bytes)])
    }
    #expect(error?.finding.code == "XML-001")
  }
}
