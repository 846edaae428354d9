import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct TerritoryImporterTests {
  @Test func sectorsAloneLeaveTheMapAsItIs() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let importer = TerritoryImporter(store: store, today: StoreFixtures.today)
    let map = try EmbeddedTaxonomy.territories()
    _ = try importer.importTables(map, file: "carte")
    let before = try store.communes()
    #expect(try store.sectors() == EmbeddedTaxonomy.naf())
    #expect(try store.sectors().knows("47.99X"), "only its division is known")

    let naf = try folder.write(
      "CODE;LIBELLE\n47.11F;\"Hypermarchés ; grands\"\n47.19A;Grands magasins\n", to: "n5.csv")
    let record = try importer.importFiles([naf])
    #expect(record.state == .finished && record.counts.ingested == 2)
    #expect(try store.communes() == before && !before.isEmpty)
    let sectors = try store.sectors()
    #expect(sectors.name(of: "4711F") == "Hypermarchés ; grands" && sectors.divisions.count == 88)
    #expect(sectors.knows("47.19A") && !sectors.knows("47.99X"))
    let again = try importer.importFiles([naf])
    #expect(again.counts.duplicates == 2 && again.counts.ingested == 0)
    // A map without sectors keeps those that are there.
    _ = try importer.importTables(map, file: "carte")
    #expect(try store.sectors() == sectors)
  }
}
