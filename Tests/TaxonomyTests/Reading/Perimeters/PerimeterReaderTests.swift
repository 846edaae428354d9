import Testing

@testable import Taxonomy

@Suite struct PerimeterReaderTests {
  private let sample = """
    # Définitions d’essai
    filieres:
      - id: commerce
        nom: "Commerce, vente: tout"
        metiers: [N1103, 'N1101', Z9]
        secteurs: [47, "52.10B"]   # un commentaire
        certifications:
          - RNCP37099
          - 12
      - id: commerce
        nom: Doublon
      - nom: Sans identifiant
    perimetres:
    - id: nord
      nom: Nord n°1
      communes:
        - "69123"
        - 32147
        - 1
      departements: [2a]
      inconnu: x
    - id: vide
      nom: Vide
    autre:
      - a

    """

  private func read(_ text: String) throws -> (definitions: Perimeters, findings: [Finding]) {
    try PerimeterReader.read(file: ("p.yaml", text.bytes))
  }

  @Test func definitionsAreReadAndFaultsSaid() throws {
    let (definitions, findings) = try read(sample)
    let filiere = try #require(definitions.filieres.first)
    #expect(definitions.filieres.count == 1 && filiere.name == "Commerce, vente: tout")
    #expect(filiere.occupations.map(\.value) == ["N1103", "N1101"] && filiere.sectors == ["47", "52.10B"])
    #expect(filiere.certifications.map(\.description) == ["RNCP37099"])
    #expect(definitions.perimeters.map(\.id) == ["nord", "vide"])
    let north = definitions.perimeters[0]
    #expect(north.contains([.commune: "69123"]) && north.contains([.department: "2A"]))
    #expect(!north.contains([.commune: "00001", .region: "84"]))
    #expect(
      findings.map(\.code) == [
        "PERIM-006", "PERIM-006", "PERIM-005", "PERIM-004", "PERIM-003", "PERIM-006", "PERIM-008",
        "PERIM-003",
      ])
    #expect(findings.map(\.line) == [5, 9, 10, 12, 21, 19, 22, 25])
    #expect(try read(sample.replacing("\n", with: "\r\n")).definitions.filieres.count == 1)
  }

  @Test func codesOfSpreadsheetsAreUnderstood() throws {
    let text =
      "perimetres:\n  - id: a\n    nom: A\n    communes: [41018.0, 1004, 67482.5]\n    departements: [1, 67.0]\n"
    let (definitions, findings) = try read(text)
    #expect(definitions.perimeters[0].members == [.commune: ["41018", "01004"], .department: ["01", "67"]])
    #expect(definitions.perimeters[0].canonical == "commune 01004 41018, departement 01 67")
    #expect(findings.map(\.code) == ["PERIM-005"] || findings.count == 1)
  }

  @Test func whatHidesMoreThanItShowsIsRefusedWithItsLine() throws {
    for (text, line) in [
      ("filieres:\n  - &a {x: 1}\n", 2), ("filieres:\n\t- id: a\n", 2), ("a: 1\na: 2\n", 2),
      ("filieres:\n  - id: *a\n", 2), ("filieres:\n  - id: |\n      texte\n", 2), ("a: [1, 2\n", 1),
      ("a: \"b\n", 1), ("a:\n    b: 1\n  c: 2\n", 3), ("a: 1\nsans clé\n", 2),
    ] {
      let error = #expect(throws: ReadingError.self) { try read(text) }
      #expect(error?.finding.code == "PERIM-001" && error?.finding.line == line, "\(text)")
    }
    let deep = (0..<40).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(throws: ReadingError.self) { try read(deep) }
    #expect(throws: ReadingError.self) { try read("- a\n- b\n") }
    #expect(try read("").definitions.filieres.isEmpty)
  }

  @Test func codesAreHeldAgainstWhatIsKnown() throws {
    let gazetteer = try TerritoryReader.read(files: SmallTerritories.files).tables.gazetteer
    let found = PerimeterValidation.findings(
      in: try read(sample).definitions, file: "p.yaml", release: try SmallROME.reading().release,
      certifications: [try #require(CertificationCode("RNCP1"))], gazetteer: gazetteer, divisions: ["47"])
    #expect(found.map(\.code) == ["PERIM-009", "PERIM-009", "PERIM-009"])
    #expect(found.contains { $0.message.contains("52.10B") } && found.contains { $0.message.contains("2A") })
  }

  @Test func anyTextIsReadOrRefused() {
    var state: UInt64 = 7
    let pieces = [
      "- ", "a: ", "\n", "  ", "[", "]", "\"", "'", "#", "filieres:", "id: x", ":", "\t", "é", ",",
    ]
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do { _ = try read(text) } catch { #expect(error is ReadingError) }
    }
  }
}
