import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct TensionStoreTests {
  private let folder: ScratchFolder
  private let store: Store

  init() throws {
    folder = try ScratchFolder()
    store = try StoreFixtures.store(folder.path("s.sqlite")).store
  }

  private func add(_ text: String, _ name: String) throws -> ImportRecord {
    try TensionImporter(store: store, today: StoreFixtures.today)
      .importFiles([folder.write(text, to: name)])
  }

  private static let table =
    "annee,FAP,libelle,REG,met,xmet\n2024,J3Z40,Magasiniers,44,500,50\n2025,J3Z40,Magasiniers,44,100,60\n2025,J3Z42,Autres,44,100,20\n"

  @Test func tensionIsThatOfTheFamiliesOfTheCards() throws {
    let first = try add(Self.table, "bmo.csv")
    #expect(first.counts.ingested == 3 && first.state == .finished)
    #expect(try store.findings(import: first.id).map(\.code) == ["TENSION-006"])
    _ = try add("value  $FAP9RSQ\n\"N1103\" = \"J3Z40\"\n", "passage.txt")
    let release = StoreFixtures.release()
    // N1110 descends from N1103 of version 3.
    let territory = CubeScope.TerritoryKey(level: .region, code: "44")
    let figure = try #require(
      try store.tension(of: [StoreFixtures.rome("N1110")], in: territory, release: release).first)
    #expect(figure.year == 2025 && figure.projects == 100 && figure.difficultShare == 0.6)
    #expect(figure.occupations.map(\.code) == ["J3Z40"] && figure.territory == territory)
    // Where the table has nothing of the place, all of France stands in and says so.
    let elsewhere = try #require(
      try store.tension(
        of: [StoreFixtures.rome("N1103")], in: CubeScope.TerritoryKey(level: .region, code: "11"),
        release: release
      ).first)
    #expect(elsewhere.territory == nil && elsewhere.projects == 100)
    #expect(try store.tension(of: [StoreFixtures.rome("M1805")], in: nil, release: release).isEmpty)
    // The same file again changes nothing.
    #expect(try add(Self.table, "bmo.csv").counts.duplicates == 3)
  }

  @Test func familiesWithoutANameGetTheOfficialOne() throws {
    _ = try add("value  $FAP9RSQ\n\"N1103\" = \"J3Z40\"\n", "passage.txt")
    _ = try add("annee,FAP,REG,met,xmet\n2025,J3X40,44,100,60\n", "bmo.csv")
    func names() throws -> [String] {
      try store.tension(of: [StoreFixtures.rome("N1103")], in: nil, release: StoreFixtures.release())
        .flatMap(\.occupations).map(\.label)
    }
    // The code, rather than nothing.
    #expect(try names() == ["J3X40"])
    let record = try add("value $FAP9_5L\n\"J3Z40\"=\"J3Z40 : Magasiniers\"\n", "intitules.txt")
    #expect(record.state == .finished && record.counts.ingested == 1)
    #expect(try names() == ["Magasiniers"])
    #expect(try add("value $FAP9_5L\n\"J3Z40\"=\"J3Z40 : Magasiniers\"\n", "i.txt").counts.duplicates == 1)
  }
}
