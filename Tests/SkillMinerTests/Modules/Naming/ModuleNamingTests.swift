import Taxonomy
import Testing

@testable import SkillMiner

/// Names as a project officer would print them, on the pacts' own examples.
@Suite struct ModuleNamingTests {
  private let known: [String: CompetencyFamily]
  private let names: ModuleNames

  init() throws {
    let families = try Overlays.embedded().families
    known = Dictionary(families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    names = try ModuleNames.embedded()
  }

  private func name(_ ids: [String], _ occupation: String) throws -> String {
    let families = try ids.map { try #require(known[$0]) }
    return ModuleNaming(names: names).name(families, occupations: [try #require(ROMECode(occupation))])
  }

  @Test(arguments: [
    (["caces-r489"], "N1103", "Conduite de chariots de manutention (CACES R489)"),
    (
      ["inventaires", "caces-r489"], "N1103",
      "Conduite de chariots de manutention (CACES R489) et réalisation d’inventaires"
    ),
    (
      ["caces-r482", "caces-r490"], "F1702",
      "Conduite d’engins de chantier (CACES R482) et conduite de grues auxiliaires de chargement (CACES R490)"
    ),
    (
      ["qualification-aeronautique"], "H2902",
      "Travail aux exigences aéronautiques (qualification aéronautique)"
    ),
    (["tenue-de-caisse"], "D1106", "Tenue de caisse et encaissement"),
    (["outils-bureautiques", "crm"], "M1607", "Outils bureautiques et logiciel de relation client (CRM)"),
    (["anglais-tourisme"], "G1703", "Anglais professionnel du tourisme"),
    (["anglais-technique"], "M1801", "Anglais technique de l’informatique"),
    (["habilitation-nucleaire"], "H2902", "Intervention en site nucléaire (SCN, RP, CSQ)"),
    (
      ["permis-b", "sst"], "K1302",
      "Conduite de véhicules légers (permis B) et sauvetage et secourisme du travail (SST)"
    ),
    (["sst"], "N4105", "Sauvetage et secourisme du travail (SST)"),
  ])
  func theExamplesOfThePacts(families: [String], occupation: String, expected: String) throws {
    let name = try name(families, occupation)
    #expect(name == expected || name == expected.replacing(") et ", with: "), avec "))
    #expect(name.count <= 110)
  }

  @Test func theCertificateComesFirstAndGeneralWordsLast() throws {
    let general = CompetencyFamily(
      id: "ogr-1", label: "Capacité d'adaptation", kind: .knowledge, codes: [])
    let trade = CompetencyFamily(id: "ogr-2", label: "Techniques de pliage", kind: .knowledge, codes: [])
    let sst = try #require(known["sst"])
    let naming = ModuleNaming(names: names)
    #expect(
      naming.name([general, trade, sst], occupations: []).hasPrefix(
        "Sauvetage et secourisme du travail (SST)"))
    #expect(
      naming.name([general, trade], occupations: []) == "Techniques de pliage et capacité d’adaptation")
    #expect(naming.name([], occupations: []) == "")
  }

  @Test func aMacroCompetencyHeadsWhatBelongsToIt() throws {
    func item(_ code: Int32, _ label: String, macro: Int32? = nil) -> Competency {
      Competency(
        code: OGRCode(number: code), label: label, kind: macro == nil ? .macro : .knowHow,
        macro: macro.map { OGRCode(number: $0) })
    }
    let release = TaxonomyRelease(
      name: "essai", digest: "0", occupations: [], appellations: [],
      competencies: [
        item(1, "Entretenir un espace, un local"), item(2, "Laver des vitres", macro: 1),
        item(3, "Cirer un sol", macro: 1), item(4, "Ranger", macro: 9),
      ], links: [])
    let families = [2, 3, 4].map { code in
      CompetencyFamily(
        id: "ogr-\(code)", label: release.competency(OGRCode(number: code))?.label ?? "", kind: .knowHow,
        codes: [OGRCode(number: code)])
    }
    let name = ModuleNaming(names: .none, release: release).name(families, occupations: [])
    #expect(name == "Entretien d’un espace, d’un local\u{A0}: lavage de vitres, cirer un sol, ranger")
  }

  @Test func longNamesNameWhatFits() {
    let families = (1...6).map { n in
      CompetencyFamily(
        id: "ogr-\(n)", label: "Techniques très particulières d’assemblage numéro \(n)", kind: .knowledge,
        codes: [])
    }
    let name = ModuleNaming().name(families, occupations: [])
    #expect(name.count <= ModuleNaming.limit)
    #expect(name.hasPrefix("Techniques très particulières d’assemblage numéro 1"))
    #expect(name == ModuleNaming().name(families, occupations: []))
  }

  @Test func everyNameIsOfAFamilyThatExists() throws {
    #expect(names.validate(families: Set(known.keys), file: "table").isEmpty)
    // Certificates have a name of their own, since their label is no title of a course.
    #expect(names.families.count > 80)
    let bad = InputMember(
      name: "n.csv", bytes: Array("family,name\nsst,Un\nsst,Deux\n,Trois\nadr,\n".utf8))
    let (read, findings) = try ModuleNames.read(bad)
    #expect(read.name(of: "sst") == "Un")
    #expect(findings.map(\.code) == ["INTITULE-002", "INTITULE-001", "INTITULE-001"])
  }
}
