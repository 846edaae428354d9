import Foundation
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct PageOutputTests {
  private func page() -> SitePage {
    var page = SitePage(.competencies, "Essai « un »")
    page.lead = ["Première ligne : ici."]
    page.sections = [
      SitePage.Section(
        "a", "Partie",
        [
          .table(
            PageTable(
              "t", caption: "Légende.",
              columns: [
                .init("nom", "Nom"), .init("part", "Part", .visual), .init("serie", "Par mois", .visual),
                .init("n", "N", .number),
              ],
              rows: [
                [
                  .text("=SUM(A1)"),
                  PageCell(
                    .share(0.125), "12 %", visual: .interval(share: 0.125, lower: 0.1, upper: 0.2, scale: 1)),
                  .spark([1, 2]), .integer(-3),
                ]
              ]))
        ])
    ]
    return page
  }

  @Test func spreadsheetsGetFrenchNumbersAndNoFormula() {
    #expect(
      PageCSV.excel(page())
        == "\u{FEFF}nom;part;part_bas;part_haut;n\r\n'=SUM(A1);0,125;0,1;0,2;-3\r\n")
  }

  @Test func theTwinSaysTheSame() throws {
    let text = PageJSON.text(page(), fingerprint: "abc", releases: SampleResult.releases())
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["title"] as? String == "Essai «\u{A0}un\u{A0}»")
    #expect(json["address"] as? String == "/competences")
    let sections = try #require(json["sections"] as? [[String: Any]])
    let blocks = try #require(sections.first?["blocks"] as? [[String: Any]])
    let row = try #require((blocks.first?["rows"] as? [[String: Any]])?.first)
    #expect(row["part"] as? Double == 0.125)
    #expect(row["part_intervalle"] as? [Double] == [0.1, 0.2])
    #expect(row["serie"] as? [Double] == [1, 2])
  }
}
