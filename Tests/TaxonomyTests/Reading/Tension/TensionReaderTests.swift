import Foundation
import Taxonomy
import TestSupport
import Testing

/// Files laid out as those of the BMO survey, of the Dares and of the passage from FAP to ROME.
@Suite struct TensionReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let head = "annee;Code métier BMO;Nom métier BMO;REG;Dept;BE23;met;xmet;smet\n"

  private func read(_ files: String...) throws -> TensionReader {
    try TensionReader(
      paths: files.enumerated().map { try folder.write($1, to: "t\($0).csv") })
  }

  @Test func projectsAddUpOverTerritories() throws {
    let reader = try read(
      Self.head + "2025;T4X60;Agents d'entretien;44;67;4401;120;60;10\n"
        + "2025;T4X60;Agents d'entretien;44;67;4402;80;20;0\n"
        + "2025;T4X60;Agents d'entretien;44;8;0801;40;*;0\n")
    func record(_ level: Territory.Level?, _ code: String) -> TensionRecord? {
      reader.records.first { $0.key.level == level && $0.key.territory == code }
    }
    #expect(record(.employmentBasin, "4401")?.projects == 120)
    #expect(record(.department, "67")?.projects == 200 && record(.department, "67")?.difficult == 80)
    // A line of which a part is secret stays out of the ratio, and is not lost.
    #expect(record(.department, "08")?.projects == nil)
    #expect(record(.region, "44")?.projects == 200 && record(nil, "")?.difficult == 80)
    #expect(reader.lines == 3 && reader.rejected == 0 && reader.findings.isEmpty)
  }

  @Test func numbersAreReadAsSpreadsheetsWriteThem() throws {
    let reader = try read(
      Self.head + "2025;T4X60;A;44;67;1;1 200;1\u{202F}000;s\n" + "2025;T4X60;A;44;67;2;1.200,5;600,25;\n"
        + "2025;T4X60;A;44;67;3;1,234,567;nd;0\n" + "2025;T4X60;A;44;67;4;mille;1;0\n")
    func record(_ code: String) -> TensionRecord? { reader.records.first { $0.key.territory == code } }
    #expect(record("1")?.projects == 1200 && record("1")?.difficult == 1000 && record("1")?.seasonal == nil)
    #expect(record("2")?.projects == 1200.5 && record("2")?.difficult == 600.25)
    // Without the difficult ones the projects would only thin the ratio.
    #expect(record("3") != nil && record("3")?.projects == nil)
    #expect(reader.rejected == 1 && reader.findings.map(\.code) == ["TENSION-002"])
  }

  @Test func aPassageMayBeATable() throws {
    let reader = try read("FAP2021;Libellé;ROME V4\nT4Z60;Entretien;K2204\nj0z40;x;N1103\n???;x;N1103\n")
    #expect(reader.links.map(\.fap) == ["J0Z40", "T4Z60"])
    #expect(reader.links.map(\.occupation.value) == ["N1103", "K2204"])
    #expect(reader.rejected == 1 && reader.findings.map(\.code) == ["TENSION-002"])
  }

  @Test func indicatorsStayWhereTheyWerePublished() throws {
    let reader = try read(
      "Année,FAP,Libellé FAP,Region,Tension\n2024,T4Z,Agents d'entretien,44,\"0,35\"\n2024,T4Z,Agents d'entretien,,0.1\n"
    )
    #expect(reader.records.map(\.key.survey) == [.dares, .dares])
    #expect(reader.records.map(\.indicator) == [0.1, 0.35])
    #expect(reader.records.map(\.key.level) == [nil, .region])
  }

  @Test func thePassageIsReadFromItsSASFormat() throws {
    let path = try folder.write(
      """
      /* commentaire = rien */
      value  $FAP9RSQ
      "F1301","F1302","N1104"   = "B5Z40"
      "K2204"   = "T4Z60"
      Other = "ZZZZZ" ;
      value  $FAP9RAQ
      "H26011","H26012" = "C0Z20"
      """, to: "passage_fap.txt")
    let reader = try TensionReader(paths: [path])
    #expect(reader.links.map(\.fap) == ["B5Z40", "B5Z40", "B5Z40", "C0Z20", "C0Z20", "T4Z60"])
    #expect(reader.links.map(\.qualification) == ["", "", "", "1", "2", ""])
  }

  @Test func namesOfFamiliesAreReadFromTheirSASFormat() throws {
    let text = """
      /* Ensemble des niveaux */
      value $FAP9_0L
      "A_Z" ="Ensemble des familles" ;
      * run;
      value $FAP9_3L
      "A0Z"="A0Z : Agriculteurs,   éleveurs"
      "T4Z"="T4Z : Agents d'entretien"
      "T4Z"="T4Z : Une seconde fois"
      "???"=""
      Other="ZZZ : Autre" ;
      run;
      """
    let path = folder.path("intitule.txt")
    let bytes = try #require(text.data(using: .windowsCP1252))
    try bytes.write(to: URL(filePath: path))
    let reader = try TensionReader(paths: [path])
    #expect(reader.labels.map(\.fap) == ["A0Z", "A_Z", "T4Z"])
    #expect(
      reader.labels.map(\.label) == ["Agriculteurs, éleveurs", "Ensemble des familles", "Agents d'entretien"])
    #expect(reader.lines == 5 && reader.rejected == 2 && reader.links.isEmpty)
    #expect(reader.findings.map(\.code) == ["TENSION-007", "TENSION-002"])
    #expect(reader.findings.map(\.line) == [8, 9])
  }

  @Test(.enabled(if: SharedData.isPresent)) func theOfficialNamesAreRead() throws {
    let reader = try TensionReader(paths: [SharedData.file("data/nomenclatures/intitule_fap2009.txt").path])
    let lengths = Dictionary(grouping: reader.labels, by: \.fap.utf8.count).mapValues(\.count)
    // 22 domains; 87 families beside the 4 groups and the whole; 225 detailed ones.
    #expect(lengths == [1: 22, 3: 92, 5: 225])
    #expect(reader.lines == 339 && reader.rejected == 0 && reader.findings.isEmpty)
    #expect(reader.labels.allSatisfy { !$0.label.contains(" : ") && !$0.label.contains("\u{FFFD}") })
    let passage = try TensionReader(
      paths: [SharedData.file("data/nomenclatures/passage_fap2009_romev3.txt").path])
    #expect(passage.labels.isEmpty)
    let named = Set(reader.labels.map(\.fap))
    #expect(passage.links.allSatisfy { named.contains($0.fap) })
  }

  @Test func mistakesNameTheirLineAndTheOthersStay() throws {
    let reader = try read(
      Self.head + "2025;T4X60;Agents;44;67;4401;120;60;10\n" + "deux mille;T4X60;Agents;44;67;4402;1;1;0\n"
        + "2025;T4X60;Agents;44;67;4401;9;9;0\n" + "2025;T4X60;Agents;44;67;4403;10;20;0\n"
        + "2025;T4X60;Agents;44;67;4404;dix;2;0\n")
    #expect(reader.findings.map(\.code) == ["TENSION-002", "TENSION-003", "TENSION-004", "TENSION-002"])
    #expect(reader.findings.map(\.line) == [3, 4, 5, 6])
    #expect(reader.rejected == 4 && reader.lines == 5)
    #expect(reader.records.first { $0.key.territory == "4401" }?.projects == 120)
    let other = #expect(throws: ReadingError.self) { try read("a;b\n1;2\n") }
    #expect(other?.finding.code == "TENSION-001")
  }
}
