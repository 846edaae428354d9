import Foundation
import Taxonomy
import Testing

@Suite struct CertificationReaderTests {
  private let standard = """
    "Id_Fiche";"Numero_Fiche";"Intitule";"Abrege_Libelle";"Abrege_Intitule";"Nomenclature_Europe_Niveau";"Date_Fin_Enregistrement";"Actif"
    "1";"RNCP100";"Monteur d''essai";"TP";"Titre professionnel";"NIV4";"28/07/2025";"ACTIVE"
    "2";"RS200";"Habilitation d’essai";"";"";"";"31/02/2025";"INACTIVE"
    "3";"XYZ";"Sans code";"";"";"";"";""

    """
  private let blocks = """
    "Numero_Fiche";"Bloc_Competences_Code";"Bloc_Competences_Libelle"
    "RNCP100";"RNCP100BC01";"Monter"
    "RNCP999";"RNCP999BC01";"Perdu"

    """
  private let rome = """
    "Numero_Fiche";"Codes_Rome_Code";"Codes_Rome_Libelle"
    "RNCP100";"H2909";"Montage d''appareils"
    "RNCP100";"H29";"Un domaine"

    """
  private let others = [
    "certificateurs":
      "\"Numero_Fiche\";\"Siret_Certificateur\";\"Nom_Certificateur\"\n\"RNCP100\";\"\t123\";\"ESSAI SA\"\n",
    "nsf": "\"Numero_Fiche\";\"Nsf_Code\";\"Nsf_Intitule\"\n\"RNCP100\";\"251\";\"251 : Mécanique\"\n",
    "formacode":
      "\"Numero_Fiche\";\"Formacode_Code\";\"Formacode_Libelle\"\n\"RNCP100\";\"23554\";\"23554 : Essai\"\n",
    "chaine":
      "\"Numero_Fiche\";\"Ancienne_Certification\";\"Nouvelle_Certification\"\n\"RNCP100\";;\"RNCP300\"\n",
    "ccn": "\"Numero_Fiche\";\"Ccn_1_Numero\"\n\"RNCP100\";\"3117\"\n",
  ]

  private func files(_ tables: [String: String]) -> [(name: String, bytes: [UInt8])] {
    tables.sorted { $0.key < $1.key }.map {
      ("export_fiches_CSV_\($0.key).csv", $0.value.replacing("\n", with: "\r\n").bytes)
    }
  }

  @Test func theExportIsPutTogether() throws {
    var tables = others
    tables["Standard"] = standard
    tables["Blocs_De_Compe\u{301}tences"] = blocks
    tables["Rome"] = rome
    let (certifications, findings) = try CertificationReader.read(files: files(tables))
    #expect(certifications.map(\.code.description) == ["RNCP100", "RS200"])
    let first = try #require(certifications.first)
    #expect(first.title == "Monteur d'essai")
    #expect(first.level == 4)
    #expect(first.expiry?.description == "2025-07-28")
    #expect(first.isActive == true)
    #expect(first.blocks.map(\.title) == ["Monter"])
    #expect(first.occupations.map(\.value) == ["H2909"])
    #expect(first.certifiers == ["ESSAI SA"])
    #expect(first.nsf == ["251"])
    #expect(first.formacodes == ["23554"])
    #expect(first.successors.map(\.description) == ["RNCP300"])
    #expect(
      Set(findings.map(\.code)) == ["CERTIF-005", "CERTIF-006", "CERTIF-007", "CERTIF-009", "CERTIF-010"])
  }

  @Test func aZipWithinAZipAndAMissingStandard() throws {
    try Fixtures.withFolder { folder in
      var tables = others
      tables["Standard"] = standard
      let inner = Fixtures.zip(files(tables))
      let file = folder.appending(path: "export.zip")
      try Data(Fixtures.zip([("export-fiches-csv.zip", inner)])).write(to: file)
      #expect(try CertificationReader.read(path: file.path).certifications.count == 2)
      let error = #expect(throws: ReadingError.self) {
        try CertificationReader.read(files: files(others))
      }
      #expect(error?.finding.code == "CERTIF-003")
    }
  }

  @Test func jsonLinesAreRead() throws {
    let lines = """
      {"code":"RNCP1","intitule":"Boulanger d’essai","niveau":"V","expire":"2030-01-31 00:00:00+00","rome_2021":["D1102","A13","H"],"formacodes":[{"code":"236","label":"X"},"317"],"blocs":[{"code":"RNCP1BC01","intitule":"Pétrir","competences":["autre"],"fc_liste_competences":"C1.1 Pétrir la pâte"},{"code":"RNCP1BC02","intitule":"Cuire","competences":["- Cuire le pain"],"fc_liste_competences":""}]}

      {"code":"RNCP2","intitule":"Sans bloc","niveau":7,"fin":"8/31/16","actif":"INACTIVE","blocs":[]}
      {"code":"RNCP1","intitule":"Doublon","blocs":[]}
      {"code":"RNCP3","intitule":"Coup
      {"code":"12","intitule":"x"}
      {"code":"RNCP4","intitule":"  "}
      {"code":"RNCP5","intitule":["x"]}
      """
    let (certifications, findings) = try CertificationReader.read(files: [("c.jsonl", lines.bytes)])
    #expect(certifications.map(\.code.number) == [1, 2])
    #expect(certifications[0].level == 3)
    #expect(certifications[0].occupations.map(\.value) == ["D1102"])
    #expect(certifications[0].formacodes == ["236", "317"])
    #expect(certifications[0].blocks.map(\.sentences) == [["Pétrir la pâte"], ["Cuire le pain"]])
    #expect(certifications[1].expiry?.description == "2016-08-31")
    #expect(certifications[1].level == 7)
    #expect(certifications[1].isActive == false)
    #expect(
      findings.map(\.code)
        == [
          "CERTIF-006", "CERTIF-006", "CERTIF-008", "CERTIF-005", "CERTIF-005", "CERTIF-005", "CERTIF-005",
          "CERTIF-007",
        ])
    #expect(findings.map(\.line) == [1, 1, 4, 5, 6, 7, 8, 3])
  }

  @Test func linesThatAreNotUTF8OrHoldNULsAreReadWithAWarning() throws {
    let bytes =
      "{\"code\":\"RNCP1\",\"intitule\":\"M".bytes + [0xE9]
      + "tier\0 d’essai\",\"blocs\":[]}".bytes.filter { $0 < 0x80 }
    let (certifications, findings) = try CertificationReader.read(files: [("c.jsonl", bytes)])
    #expect(certifications.first?.title == "Métier dessai")
    #expect(findings.map(\.code) == ["CSV-005", "CSV-001", "CERTIF-007"])
  }

  @Test func aTruncatedArchiveKeepsWhatWasGood() throws {
    try Fixtures.withFolder { folder in
      let lines = (1...20_000).map {
        "{\"code\":\"RNCP\($0)\",\"intitule\":\"Essai\",\"blocs\":[{\"code\":\"a\"}]}\n"
      }.joined()
      let file = folder.appending(path: "c.jsonl.gz")
      try Data(Fixtures.gzip(lines.bytes).prefix(1_000_000)).write(to: file)
      let (certifications, findings) = try CertificationReader.read(path: file.path)
      #expect(certifications.count > 10_000)
      #expect(findings.last?.severity == .failure)
    }
  }

  @Test func whatHoldsNoCertificationIsRefused() {
    let error = #expect(throws: ReadingError.self) {
      try CertificationReader.read(files: [("x.csv", "a;b\n1;2\n".bytes)])
    }
    #expect(error?.finding.code == "CERTIF-002")
  }
}
