import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

@Suite struct MappingFileTests {
  @Test func aMappingIsWrittenAndReadBack() throws {
    let folder = try ScratchFolder()
    let columns = [
      "title": "intitulé du poste", "id": "réf", "description": "texte = \"long\" ; suite",
      "location": "#ville",
      "company": "'employeur'", "naf": "=1+1", "contract": "a = b = c",
    ]
    try MappingFile.write(columns, to: folder.path("m.txt"))
    #expect(try MappingFile(path: folder.path("m.txt")).columns == columns)
    let commented = try folder.write("# site\n\n id = ref \n", to: "c.txt")
    #expect(try MappingFile(path: commented).columns == ["id": "ref"])
  }

  @Test func aColumnOfSeveralLinesIsRefusedWhenWritten() throws {
    let folder = try ScratchFolder()
    for end in ["\n", "\r\n"] {
      #expect(throws: CommandFailure.self) {
        try MappingFile.write(["title": "intitulé\(end)du poste"], to: folder.path("m.txt"))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("m.txt")))
  }

  @Test func aBadLineIsNamed() throws {
    let folder = try ScratchFolder()
    for text in ["id = a\nid = b\n", "id = a\nsans égal\n", "id = a\ntitle =\n"] {
      let path = try folder.write(text, to: "m.txt")
      let error = #expect(throws: CommandFailure.self) { try MappingFile(path: path) }
      #expect("\(error as Any)".contains("ligne 2"))
    }
  }

  @Test func aDryRunShowsTenRecordsAsUnderstood() throws {
    let folder = try ScratchFolder()
    let rows = (1...15).map { "\($0);Poste \($0);\($0 == 2 ? "" : "Préparer les commandes");Reims" }
    let path = try folder.write("ref;poste;texte;ville\n" + rows.joined(separator: "\n"), to: "o.csv")
    let reader = OfferReader(today: try #require(CalendarDate("2026-01-01")), columns: ["id": "ref"])
    let text = try OfferDryRun(reader: reader).text(of: path)
    #expect(text.contains("1. Poste 1 (ligne 2)") && text.contains("10. Poste 10"))
    #expect(!text.contains("11. ") && text.contains("2. mis de côté"))
    #expect(text.contains("lieu\u{A0}: Reims"))
  }

  @Test func placesAreSummedUpWithTheirShare() {
    var profile = OfferProfile()
    profile.places = [(.communeCode, 2), (.unknown, 1)]
    let text = DoctorOffersCommand.places(profile)
    #expect(text.contains("66,7\u{A0}%") && text.contains("nulle part"))
    #expect(DoctorOffersCommand.places(OfferProfile()).isEmpty)
  }
}
