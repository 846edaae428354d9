import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ReleaseInstallerTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private struct Stop: Error {}

  private func engine(_ digest: String) throws -> ReadingEngine {
    try ReadingEngine(release: StoreFixtures.release(digest: digest), overlays: .none)
  }

  private func importer(_ store: Store) throws -> OfferImporter {
    OfferImporter(
      store: store, engine: try engine("a1"), places: .none, today: StoreFixtures.today, source: "essai")
  }

  private func lines(_ range: Range<Int>, _ text: String) throws -> String {
    try folder.write(
      range.map {
        "{\"id\":\"\($0)\",\"title\":\"Poste \($0)\",\"description\":\"\(text) numéro \($0)\","
          + "\"date_created\":\"2025-03-01\"}"
      }.joined(separator: "\n"), to: "o\(range.lowerBound)-\(text.utf8.count).jsonl")
  }

  private func content(_ store: Store) throws -> [DemandRecord] {
    var records: [DemandRecord] = []
    try store.forEachDemand(occupations: nil) { records.append($0) }
    return records
  }

  /// Stopped in the middle as a kill would stop it, the store is what it was; then offers change; then the work goes on
  /// where it stopped and ends where one run would have ended.
  @Test func aStoppedReadingIsTakenUpAgain() throws {
    let path = folder.path("s.sqlite")
    do {
      let store = try Store(path: path, access: .readWrite)
      _ = try importer(store).importFiles([lines(0..<5000, "Préparer une commande")], comparing: false)
      let before = try content(store)
      let installer = ReleaseInstaller(store: store, today: StoreFixtures.today) {
        if $0.done >= 2000 { throw Stop() }
      }
      #expect(throws: Stop.self) { try installer.install(engine("b2"), import: nil) }
      #expect(try content(store) == before)
      #expect(try store.releaseIdentity()?.digest == "a1")
    }
    let store = try Store(path: path, access: .readWrite)
    // Some of these were read already: their new texts have to be read, and none is read twice.
    _ = try importer(store).importFiles([lines(1990..<2010, "Gérer un stock")], comparing: false)
    var first: Int?
    try ReleaseInstaller(store: store, today: StoreFixtures.today) { first = first ?? $0.done }
      .install(engine("b2"), import: nil)
    #expect((first ?? 0) > 3900)
    #expect(try store.releaseIdentity()?.digest == "b2")

    let whole = try Store(path: folder.path("w.sqlite"), access: .readWrite)
    for file in [try lines(0..<5000, "Préparer une commande"), try lines(1990..<2010, "Gérer un stock")] {
      _ = try importer(whole).importFiles([file], comparing: false)
    }
    try ReleaseInstaller(store: whole, today: StoreFixtures.today).install(engine("b2"), import: nil)
    #expect(try content(store) == content(whole))
    #expect(try store.health().problems.isEmpty)
  }
}
