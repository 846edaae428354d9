import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct PurgeTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func importer(_ store: Store) throws -> OfferImporter {
    OfferImporter(
      store: store, engine: try ReadingEngine(release: StoreFixtures.release(), overlays: .none),
      places: .none, today: StoreFixtures.today, source: "essai")
  }

  private func line(_ id: String, _ day: String?, _ text: String) -> String {
    let date = day.map { ",\"date_created\":\"\($0)\"" } ?? ""
    return
      "{\"id\":\"\(id)\",\"title\":\"Poste \(id)\",\"description\":\"\(text)\",\"company\":\"Essai Unique SARL\","
      + "\"url\":\"https://exemple.fr/\(id)\"\(date)}"
  }

  private func demand(_ store: Store) throws -> [DemandRecord] {
    var records: [DemandRecord] = []
    try store.forEachDemand(occupations: nil) { records.append($0) }
    return records
  }

  @Test func textsGoAndCountsStay() throws {
    let path = try folder.write(
      [
        line("1", "2023-05-01", "Préparer une commande. CACES R489 exigé. Motsecret1"),
        line("2", "2025-05-01", "Gérer un stock. Motsecret2"), line("3", nil, "Préparer une commande"),
        line("4", "2023-05-01", ""),
      ].joined(separator: "\n"), to: "o.jsonl")
    let file = folder.path("s.sqlite")
    let store = try Store(path: file, access: .readWrite)
    _ = try importer(store).importFiles([path])
    let before = try demand(store)
    #expect(before.contains { !$0.demanded.isEmpty })

    let day = try #require(CalendarDate("2024-01-01"))
    let counts = try store.purge(before: day)
    #expect(counts.offers == 1)
    #expect(try store.purge(before: day) == PurgeCounts())
    let after = try demand(store)
    #expect(after.map(\.demanded) == before.map(\.demanded))
    #expect(after.map(\.occupation) == before.map(\.occupation))
    #expect(after.map(\.employer) == before.map(\.employer))
    #expect(try store.health().problems.isEmpty)
    let first = try #require(after.first)
    for family in first.demanded { #expect(try store.evidence(offer: first.offer, family: family).isEmpty) }

    // Nothing of the text is left in the file.
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.range(of: Data("Motsecret1".utf8)) == nil)
    #expect(bytes.range(of: Data("exemple.fr/1".utf8)) == nil)
    #expect(bytes.range(of: Data("Motsecret2".utf8)) != nil)

    // The same file again brings nothing back.
    let again = try #require(try importer(store).importFiles([path]).first)
    #expect(again.counts.ingested == 0)
    #expect(try Data(contentsOf: URL(filePath: file)).range(of: Data("Motsecret1".utf8)) == nil)

    // Another release reads what can be read, and takes the rest over.
    let other = try TaxonomyImporter(store: store, overlays: .none, today: StoreFixtures.today)
      .importRelease(StoreFixtures.release(digest: "b2"), file: "autre")
    #expect(other.state == .finished)
    #expect(try demand(store).map(\.demanded) == before.map(\.demanded))
  }

  @Test func aPurgedOfferMayBePublishedAgain() throws {
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    _ = try importer(store).importFiles([
      folder.write(line("1", "2023-05-01", "Préparer une commande"), to: "a.jsonl")
    ])
    _ = try store.purge(before: try #require(CalendarDate("2024-01-01")))
    let record = try #require(
      try importer(store).importFiles([
        folder.write(line("1", "2025-05-01", "Gérer un stock"), to: "b.jsonl")
      ]).first)
    #expect(record.counts.newVersions == 1)
    var texts: [String] = []
    try store.forEachText { _, _, _, description in texts.append(description) }
    #expect(texts == ["Gérer un stock"])
    #expect(try store.health().problems.isEmpty)
  }
}
