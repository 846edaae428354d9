import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ArchiveTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.path("s.sqlite")
  }

  private func importer(_ store: Store, _ digest: String = "a1") throws -> OfferImporter {
    OfferImporter(
      store: store,
      engine: try ReadingEngine(release: StoreFixtures.release(digest: digest), overlays: .none),
      places: PlaceResolver { [.department: $0.label == "lieu 0" ? "57" : "67", .region: "44"] },
      today: StoreFixtures.today, source: "essai")
  }

  private func line(_ number: Int) -> String {
    let day = "\(2023 + number % 3)-0\(1 + number % 6)-1\(number % 9)"
    let task = number % 2 == 0 ? "Préparer une commande" : "Gérer un stock. CACES R489 exigé"
    let words = (0..<30).map { "mot\($0 + number % 40 * 30)" }.joined(separator: " ")
    return
      "{\"id\":\"\(number)\",\"title\":\"Poste\",\"description\":\"\(task). \(words)\",\"company\":\"E\(number % 5)\","
      + "\"date_created\":\"\(day)\",\"rome_code\":\"M1805\",\"location\":\"lieu \(number % 2)\"}"
  }

  private func fill() throws -> String {
    let file = try folder.write((0..<300).map { line($0) }.joined(separator: "\n"), to: "o.jsonl")
    let store = try Store(path: path, access: .readWrite)
    _ = try importer(store).importFiles([file])
    return file
  }

  /// Everything analyses read of a store.
  private func content() throws -> [String] {
    let store = try Store(path: path, access: .readOnly)
    var lines: [String] = []
    try store.forEachDemand(occupations: nil) { record in
      lines.append(
        "\(record.offer) \(record.identifier) \(record.cluster) \(record.created?.description ?? "") "
          + "\(record.employer ?? "") \(record.place ?? "") \(record.territories[.department] ?? "") "
          + "\(record.demanded) \(record.provided)")
    }
    for family in Set(lines.isEmpty ? [] : ["ogr-1", "ogr-2", "ogr-3"]).sorted() {
      for offer in 1...300 { lines.append("\(try store.evidence(offer: Int64(offer), family: family))") }
    }
    var scope = CubeScope()
    for occupations in [nil, Set([StoreFixtures.rome("M1805")])] {
      scope.occupations = occupations
      let cube = try store.cube(scope)
      lines.append("\(cube.offers) \(cube.clusters) \(cube.months) \(cube.families) \(cube.employers)")
      let places = try store.cubePlaces(scope, level: .department)
      lines.append("\(places.codes) \(places.offers) \(places.places)")
    }
    lines.append("\(try store.digests())")
    lines.append("\(try store.heads(of: [3, 150, 299]))")
    lines.append("\(try store.health().problems)")
    return lines
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  @Test func severalStoresAreReadAsOne() throws {
    let file = try fill()
    let before = try content()
    #expect(before.contains { $0.contains("ogr") || $0.contains("[\"") })
    do {
      let store = try Store(path: path, access: .readWrite)
      let first = try #require(try store.archive(year: 2023, as: "a23.sqlite"))
      #expect(first.offers == 100 && first.window.lowerBound.year == 2023)
    }
    #expect(try content() == before)
    do {
      let store = try Store(path: path, access: .readWrite)
      #expect(try store.archive(year: 2024, as: "a24.sqlite")?.offers == 100)
      #expect(try store.archive(year: 1999, as: "a99.sqlite") == nil)
      #expect(code { _ = try store.archive(year: 2025, as: "a24.sqlite") } == .cannotOpen)
    }
    #expect(try content() == before)
    do {
      // What an archive holds is known.
      let store = try Store(path: path, access: .readWrite)
      let again = try #require(try importer(store).importFiles([file]).first)
      #expect(again.counts.duplicates == 300)
    }
    do {
      let store = try Store(path: path, access: .readWrite, withArchives: false)
      #expect(try store.offerCount() == 100)
      #expect(try store.restoreArchive("a24.sqlite") == false)
      #expect(try store.archives().map(\.name) == ["a23.sqlite"])
    }
    #expect(Array(try content().dropLast(1)) == Array(before.dropLast(1)))
  }

  @Test func aMissingOrForeignArchiveIsRefused() throws {
    _ = try fill()
    do {
      let store = try Store(path: path, access: .readWrite)
      _ = try store.archive(year: 2023, as: "a.sqlite")
      _ = try store.archive(year: 2024, as: "b.sqlite")
    }
    let manager = FileManager.default
    try manager.moveItem(atPath: folder.path("a.sqlite"), toPath: folder.path("loin.sqlite"))
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .archiveMissing)
    #expect(code { _ = try Store(path: path, access: .readWrite) } == .archiveMissing)
    try manager.copyItem(atPath: folder.path("b.sqlite"), toPath: folder.path("a.sqlite"))
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .archiveDiffers)
    try manager.removeItem(atPath: folder.path("a.sqlite"))
    try manager.moveItem(atPath: folder.path("loin.sqlite"), toPath: folder.path("a.sqlite"))
    #expect(code { _ = try Store(path: path, access: .readOnly) } == nil)
    #expect(code { _ = try Store(path: folder.path("a.sqlite"), access: .readOnly) } == .foreign)
  }

  @Test func anArchiveReadWithAnotherLexiconIsRefusedUntilItIsBroughtBack() throws {
    _ = try fill()
    do {
      let store = try Store(path: path, access: .readWrite)
      _ = try store.archive(year: 2023, as: "a.sqlite")
      try ReleaseInstaller(store: store, today: StoreFixtures.today).install(
        ReadingEngine(release: StoreFixtures.release(digest: "b2"), overlays: .none), import: nil)
    }
    #expect(code { _ = try Store(path: path, access: .readOnly) } == .archiveDiffers)
    let engine = try ReadingEngine(release: StoreFixtures.release(digest: "b2"), overlays: .none)
    do {
      let store = try Store(path: path, access: .readWrite, withArchives: false)
      #expect(try store.restoreArchive("a.sqlite"))
      try ReleaseInstaller(store: store, today: StoreFixtures.today).complete(engine)
    }
    let store = try Store(path: path, access: .readOnly)
    #expect(try store.cube(CubeScope()).count == 300)
    var demanded = 0
    try store.forEachDemand(occupations: nil) { demanded += $0.demanded.isEmpty ? 0 : 1 }
    #expect(demanded > 100)
    #expect(try store.health().problems.isEmpty)
  }
}
