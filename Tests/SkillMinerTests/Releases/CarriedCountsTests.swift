import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct CarriedCountsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func code(_ n: Int32) -> OGRCode { OGRCode(number: n) }

  private func release(_ name: String, _ items: [(Int32, String)]) throws -> TaxonomyRelease {
    let card = try #require(ROMECode("N1103"))
    return TaxonomyRelease(
      name: name, digest: "digest of \(name)",
      occupations: [Occupation(code: card, label: name, parent: card)], appellations: [],
      competencies: items.map { Competency(code: code($0.0), label: $0.1, kind: .knowHow) }, links: [])
  }

  private func migration() throws -> ReleaseMigration {
    ReleaseMigration(
      from: try release(
        "A",
        [
          (1, "Préparer les commandes"), (2, "Réaliser un inventaire"), (3, "Règles de sécurité"),
          (4, "Élevage d'autruches"), (5, "Utilisation d'engins forestiers"),
        ]),
      to: try release(
        "B", [(1, "Preparer les commandes"), (20, "Réaliser des inventaires"), (30, "Règles de sécurité")]),
      reviewed: [ReviewedLink(pair: .init(old: code(5), new: code(1)), isAccepted: true)])
  }

  private func line(_ codes: [Int32], _ counts: [Int?], _ family: String = "") -> CountedTable.Line {
    CountedTable.Line(
      family: family, label: "l\(codes)", codes: codes.map(code), counts: counts)
  }

  @Test func countsGoWhereTheirItemsGo() throws {
    let table = CountedTable(
      columns: ["offres", "employeurs"],
      lines: [
        line([1], [50, 20]), line([2], [30, 10]), line([4], [12, 6]), line([3, 4], [9, 4], "securite"),
        line([5], [8, 3]), line([], [7, 2], "propre"), line([99], [1, 1]), line([3], [nil, nil]),
      ])
    let carried = CarriedCounts(table, by: try migration())
    let rows = carried.rows
    #expect(rows.map { $0.targets.map(\.code.number) } == [[1], [20], [30], [], [30]])
    // Two single items became one: added up, and marked so. A family is not added to a single item.
    #expect(rows.map(\.counts) == [[58, 23], [30, 10], [9, 4], [7, 2], [nil, nil]])
    #expect(rows.map(\.isSum) == [true, false, false, false, false])
    #expect(rows[0].ways == [.reviewed, .code] && rows[1].ways == [.labelVariant])
    #expect(rows[2].left == [code(4)])
    // Nothing is dropped.
    #expect(carried.losses.map(\.line.codes) == [[code(4)], [code(99)]])
    #expect(carried.losses.map(\.isUnknown) == [false, true])
    #expect(rows.flatMap(\.sources).count + carried.losses.count == table.lines.count)
    #expect(carried.share == 0.75)
    let weight = carried.weight(of: 0)
    #expect(weight.carried == 104 && weight.lost == 13 && weight.share == 104.0 / 117)
  }

  @Test func whatALineIsAboutIsNotAddedUp() throws {
    func line(_ place: String, _ code: Int32) -> CountedTable.Line {
      CountedTable.Line(context: [place], family: "", label: "", codes: [self.code(code)], counts: [10])
    }
    let table = CountedTable(
      contexts: ["territoire"], columns: ["offres"], lines: [line("67", 1), line("68", 1), line("67", 5)])
    let rows = CarriedCounts(table, by: try migration()).rows
    #expect(rows.map(\.context) == [["67"], ["68"]] && rows.map(\.counts) == [[20], [10]])
  }

  @Test func reportsSayTheSame() throws {
    let table = CountedTable(
      columns: ["offres"], lines: [line([1], [50]), line([5], [8]), line([4], [12]), line([3], [nil])])
    let carried = CarriedCounts(table, by: try migration())
    let text = CarriedReport.text(carried, limit: 1)
    #expect(text.contains("Lignes reportées\u{A0}: 3/4 (75\u{A0}%)"), "\(text)")
    #expect(text.contains("58 reportés, 12 non (83\u{A0}% de reporté)"), "\(text)")
    #expect(text.contains("… et 1 de plus"), "\(text)")
    let csv = CarriedReport.csv(carried).split(whereSeparator: \.isNewline)
    #expect(csv.count == 4 && csv[1].hasPrefix("somme,1,") && csv[2].contains(",s,"), "\(csv)")
    #expect(csv[3].hasPrefix("non reporté,,,,,"), "\(csv)")
    let json = CarriedReport.json(carried)
    #expect(json.contains("\"share\": 0.75") && json.contains("\"offres\": null"), "\(json)")
  }

  @Test func tablesOfTheProgramAreRead() throws {
    let path = try folder.write(
      "\u{FEFF}famille,libelle,codes_ogr,offres_reference,offres_recentes,employeurs,versions\r\n"
        + "f,\"Un, deux\",1 3,10,1 200,s,A [digest of A]\u{A0}; lexique [x]\r\n"
        + "g,Rien,abc,1,1,1,A [digest of A]\u{A0}; lexique [x]\r\n", to: "signaux.csv")
    let (table, findings) = try CountedTable.read(path: path)
    #expect(table.columns == ["offres_reference", "offres_recentes", "employeurs"])
    #expect(table.lines.map(\.codes) == [[code(1), code(3)]] && table.lines.map(\.label) == ["Un, deux"])
    #expect(table.lines.map(\.counts) == [[10, 1200, nil]])
    #expect(findings.map(\.code) == ["COMPTE-002"] && findings.map(\.line) == [3])
    #expect(table.origin(try release("A", [])) == .same)
    #expect(table.origin(try release("B", [])) == .other)
    let renewed = TaxonomyRelease(
      name: "A", digest: "other", occupations: [], appellations: [], competencies: [], links: [])
    #expect(table.origin(renewed) == .otherContents)

    let plain = try CountedTable.read(
      path: folder.write("code_ogr;certification;offres\n1;RNCP1;3\n1;RNCP2;4\n", to: "t.csv")
    ).table
    #expect(plain.contexts == ["certification"] && plain.lines.map(\.context) == [["RNCP1"], ["RNCP2"]])
    #expect(plain.origin(try release("A", [])) == .unknown)
    for (text, wanted) in [
      ("a,b\n1,2\n", "COMPTE-001"), ("code_ogr,b\n1,2\n", "COMPTE-001"), ("code_ogr,offres\n", "COMPTE-003"),
    ] {
      let error = #expect(throws: ReadingError.self) {
        try CountedTable.read(path: folder.write(text, to: "x.csv"))
      }
      #expect(error?.finding.code == wanted)
    }
  }
}
