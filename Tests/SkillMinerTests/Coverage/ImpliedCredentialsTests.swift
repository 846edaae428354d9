import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct ImpliedCredentialsTests {
  private func families(_ title: String, code: String = "RNCP1", place: BlockPassage.Place = .title) throws
    -> [String]
  {
    let implied = try ImpliedCredentials.embedded()
    let passage = BlockPassage(place: place, code: code, text: title)
    return implied.families.filter {
      implied.rule(for: $0, passage: passage, words: PlainWords(title)) != nil
    }
  }

  @Test(arguments: [
    (
      "Conducteur du transport routier de marchandises sur porteur",
      ["carte-conducteur", "fimo-fco", "permis-c"]
    ),
    (
      "Conducteur du transport routier de marchandises sur tous véhicules",
      ["carte-conducteur", "fimo-fco", "permis-c", "permis-ce"]
    ),
    ("Conducteur(trice) de transport en commun sur route", ["carte-conducteur", "fimo-fco", "permis-d"]),
    ("Agent de prévention et de sécurité", ["carte-pro-securite", "sst"]),
    ("Aide-soignant", ["afgsu"]),
    ("Electricien", ["habilitation-electrique"]),
    ("Monteur-câbleur électricien automobile", []),
    ("Accompagnant éducatif petite enfance", ["bafa"]),
    ("Certificat d’aptitude à la conduite en sécurité des chariots à conducteur porté", ["caces-r489"]),
    ("Aptitude à la conduite en sécurité de ponts roulants", ["caces-r484"]),
    ("Cuisine", ["haccp-certificat"]),
    ("Concepteur vendeur de cuisines", []),
    ("Qualification de soudeur ISO 9606", ["qualification-soudage"]),
    ("Préparateur de commandes en entrepôt", []),
    ("Cariste d'entrepôt", []),
    ("Conducteur d'engins\u{A0}: travaux publics et carrières", []),
  ])
  func titlesSupposeWhatTheLawSays(title: String, supposed: [String]) throws {
    #expect(try families(title) == supposed)
  }

  @Test func codesHoldWhateverTheTitle() throws {
    #expect(try families("Titre changé", code: "RS715") == ["sst"])
    #expect(try families("Titre changé", code: "RS715BC01") == [])
    #expect(try families("Permis de conduire, catégorie B", place: .prerequisites) == ["permis-b"])
    #expect(try families("Permis de conduire, catégorie B", place: .sentence) == [])
  }

  @Test func everyRuleNamesAFamilyThatExistsAndItsText() throws {
    let implied = try ImpliedCredentials.embedded()
    let known = Set(try Overlays.embedded().families.map(\.id))
    #expect(implied.validate(families: known, file: "table").isEmpty)
    #expect(implied.rules.count > 40)
    #expect(implied.rules.allSatisfy { !$0.reason.isEmpty })
    #expect(implied.validate(families: [], file: "table").first?.code == "IMPLIQUE-006")
  }

  @Test func badRecordsAreReportedAndTheOthersKept() {
    let (implied, findings) = ImpliedCredentials.read(
      records: [
        (2, ["permis-b", "titre", "conducteur livreur", "", "", "raison"]), (3, ["permis-b", "titre"]),
        (4, ["permis-b", "ailleurs", "x", "", "", "raison"]),
        (5, ["sst", "titre", "", "", "12 RS715", "raison"]), (6, ["sst", "titre", "", "", "", "raison"]),
        (7, ["sst", "titre", "secours", "", "", ""]), (8, ["", "titre", "secours", "", "", "raison"]),
      ], file: "implique.csv")
    #expect(implied.families == ["permis-b", "sst"])
    #expect(implied.rules.last?.codes.map(\.description) == ["RS715"])
    #expect(
      findings.map(\.code) == [
        "IMPLIQUE-001", "IMPLIQUE-002", "IMPLIQUE-003", "IMPLIQUE-004", "IMPLIQUE-005", "IMPLIQUE-001",
      ])
    #expect(findings.map(\.line) == [3, 4, 5, 6, 7, 8])
    #expect(findings.allSatisfy { !$0.advice.isEmpty })
  }

  @Test func aTableWithoutAColumnIsRefused() throws {
    let member = InputMember(name: "t.csv", bytes: Array("families,place\nsst,titre\n".utf8))
    #expect(throws: ReadingError.self) { try ImpliedCredentials.read(member) }
  }
}
