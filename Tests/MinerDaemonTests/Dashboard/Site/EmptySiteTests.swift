import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

@Suite struct EmptySiteTests {
  @Test(
    arguments: [
      "/", "/territoires", "/filieres", "/metiers", "/competences", "/certifications", "/signaux",
      "/candidats",
      "/offres", "/qualite", "/methode", "/lexique", "/recherche", "/fiches", "/filieres/logistique",
      "/competences/caces-r489", "/metiers/N1103", "/index.json", "/candidats.xlsx", "/signaux.csv",
    ])
  func everyPageOfAnEmptyStoreAnswers(_ address: String) throws {
    let site = try EmptySite.shared.get()
    let answer = try #require(try site.answer(path: address, query: [:]))
    #expect(answer.status == 200)
    if address == "/" {
      #expect(String(decoding: answer.body, as: UTF8.self).contains("que faire d’abord"))
    }
  }
}

/// Pages of a store that holds a taxonomy and nothing else.
enum EmptySite {
  private static let folder = Result { try ScratchFolder() }

  static let shared = Result { () throws -> Site in
    let scratch = try folder.get()
    let today = try #require(CalendarDate("2026-11-21"))
    let store = try Store(path: scratch.path("vide.sqlite"), access: .readWrite)
    _ = try EmbeddedImporter(store: store, overlays: try Overlays.embedded(), today: today).furnish()
    return try Site(
      try SiteWorkshop.observatory(
        of: store, parameters: AnalysisParameters(), today: today, disclosure: .published))
  }
}
