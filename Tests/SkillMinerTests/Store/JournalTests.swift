import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Nothing is lost: whatever comes in, the journal and the tables agree with a model of a few lines.
@Suite struct JournalTests {
  /// What the store should hold, by the definitions of ARCHITECTURE.md.
  private struct Model {
    var current: [String: JobOffer] = [:]
    var texts: [String: Set<String>] = [:]
    var counts = ImportCounts()

    mutating func add(_ offer: JobOffer) {
      let known = texts[offer.id, default: []]
      if known.contains(offer.description) {
        counts.duplicates += 1
        return
      }
      texts[offer.id, default: []].insert(offer.description)
      counts.ingested += 1
      if let old = current[offer.id] {
        counts.newVersions += 1
        if let new = offer.created, let then = old.created, new < then { return }
      }
      current[offer.id] = offer
    }
  }

  @Test(arguments: UInt64(1)...12)
  func randomImportsAddUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    var model = Model()
    for number in 0..<4 {
      let id = try store.beginImport(.offers, file: "f\(number)", digest: nil, today: StoreFixtures.today)
      model.counts = ImportCounts()
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let records = (0..<Int.random(in: 0...40, using: &random)).map { line -> PreparedRecord in
          if Int.random(in: 0..<6, using: &random) == 0 {
            model.counts.quarantined += 1
            return StoreFixtures.bad(line)
          }
          let offer = StoreFixtures.offer(
            "o\(Int.random(in: 0..<15, using: &random))",
            text: "texte \(Int.random(in: 0..<4, using: &random))",
            created: Bool.random(using: &random)
              ? StoreFixtures.day(Int.random(in: 0..<60, using: &random)) : nil,
            place: "\(Int.random(in: 1...95, using: &random)) - VILLE")
          model.add(offer)
          return StoreFixtures.prepared(offer)
        }
        _ = try store.ingest(records, import: id, extraction: extraction)
      }
      try store.endImport(id)
      let record = try #require(try store.importRecord(id))
      #expect(record.counts == model.counts)
      #expect(record.state == .finished)
      #expect(
        record.counts.read == record.counts.ingested + record.counts.duplicates + record.counts.quarantined)
      #expect(try store.quarantine(import: id).count == model.counts.quarantined)
    }
    var stored: [String: String] = [:]
    try store.forEachText { _, _, title, text in stored[String(title.dropFirst(6))] = text }
    #expect(stored == model.current.mapValues(\.description))
    #expect(try store.health().problems.isEmpty)
  }

  @Test func importingTwiceChangesNothing() throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let records = ["un", "deux", "un", "trois"].map {
      StoreFixtures.prepared(StoreFixtures.offer("x", text: $0))
    }
    var counts: [ImportCounts] = []
    for _ in 0..<2 {
      let id = try store.beginImport(.offers, file: "f", digest: "d", today: StoreFixtures.today)
      counts.append(try store.ingest(records, import: id, extraction: extraction))
      try store.endImport(id)
    }
    #expect(counts[0].ingested == 3 && counts[0].newVersions == 2 && counts[0].duplicates == 1)
    #expect(counts[1].ingested == 0 && counts[1].duplicates == 4)
    var texts: [String] = []
    try store.forEachText { texts.append($3) }
    #expect(texts == ["trois"])
  }

  @Test func duplicatesLeaveTheirPlacesAndAddresses() throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let id = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    let places = [("67 - STRASBOURG", "a"), ("68 - COLMAR", "b"), ("67 - STRASBOURG", "b")]
    let counts = try store.ingest(
      places.map { StoreFixtures.prepared(StoreFixtures.offer("x", text: "t", place: $0.0, url: $0.1)) },
      import: id, extraction: extraction)
    #expect(counts.ingested == 1 && counts.duplicates == 2)
    let rows = try store.health().counts
    #expect(rows.first { $0.table == "offer_place" }?.rows == 2)
    var place: String?
    try store.forEachDemand(occupations: nil) { place = $0.place }
    #expect(place == "67 - STRASBOURG")
  }

  @Test func anInterruptedImportIsToldAndTakenUpAgain() throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let first = try store.beginImport(.offers, file: "f", digest: "d", today: StoreFixtures.today)
    let offer = StoreFixtures.prepared(StoreFixtures.offer("x", text: "t"))
    _ = try store.ingest([offer], import: first, extraction: extraction)
    #expect(try store.health().problems.map(\.code) == ["DOCTOR-004"])
    let second = try store.beginImport(.offers, file: "f", digest: "d", today: StoreFixtures.today)
    #expect(try store.ingest([offer], import: second, extraction: extraction).duplicates == 1)
    try store.endImport(second)
    #expect(try store.importRecord(first)?.state == .resumed)
    #expect(try store.health().problems.isEmpty)
  }

  @Test func aFailedBatchLeavesNothingBehind() throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let good = StoreFixtures.prepared(
      StoreFixtures.offer("x", text: "CACES"), mentions: [StoreFixtures.mention(0..<5)])
    // An import that the journal does not know: the rows point to nothing, and the commit fails.
    #expect(throws: StoreError.self) { try store.ingest([good], import: 99, extraction: extraction) }
    #expect(try store.offerCount() == 0)
    #expect(try store.health().counts.first { $0.table == "mention" }?.rows == 0)
    // The symbols numbered in the failed transaction are numbered again.
    let id = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    _ = try store.ingest([good], import: id, extraction: extraction)
    var demanded: [String] = []
    try store.forEachDemand(occupations: nil) { demanded = $0.demanded }
    #expect(demanded == ["caces"])
  }

  @Test func findingsAreCappedButCounted() throws {
    let folder = try ScratchFolder()
    let (store, _) = try StoreFixtures.store(folder.path("s.sqlite"))
    let id = try store.beginImport(.taxonomy, file: "f", digest: nil, today: StoreFixtures.today)
    let finding = Finding(severity: .warning, code: "ROME-001", file: "f", message: "m", advice: "a")
    try store.journal(ImportCounts(), findings: Array(repeating: finding, count: 250), import: id)
    #expect(try store.findings(import: id).count == Store.findingsKeptPerCode)
    #expect(try store.findingCounts(import: id).map(\.count) == [250])
  }
}
