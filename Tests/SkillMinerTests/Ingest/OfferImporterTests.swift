import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct OfferImporterTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func line(_ id: String, _ text: String, rome: String? = nil, place: String? = nil) -> String {
    var fields = ["\"id\":\"\(id)\"", "\"title\":\"Poste \(id)\"", "\"description\":\"\(text)\""]
    fields.append("\"date_created\":\"2025-03-01\"")
    if let rome { fields.append("\"rome_code\":\"\(rome)\"") }
    if let place { fields.append("\"location\":\"\(place)\"") }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func importer(
    _ store: Store, defersReading: Bool = false, progress: IngestProgressHandler? = nil
  ) throws -> OfferImporter {
    OfferImporter(
      store: store, engine: try ReadingEngine(release: StoreFixtures.release(), overlays: .none),
      places: PlaceResolver { $0.label == "67 - ERSTEIN" ? [.department: "67"] : [:] },
      today: StoreFixtures.today, source: "essai", defersReading: defersReading, progress: progress)
  }

  /// What a store answers, without row numbers of the journal.
  private func content(_ store: Store) throws -> [DemandRecord] {
    var records: [DemandRecord] = []
    try store.forEachDemand(occupations: nil) { records.append($0) }
    return records
  }

  @Test func goodRecordsArriveAndBadOnesAreKeptWithTheirLine() throws {
    let path = try folder.write(
      [
        line("1", "Préparer des commandes", rome: "M1805", place: "67 - ERSTEIN"), "{\"id\":\"2\",",
        line("3", "Autre texte", rome: "N1103"), line("1", "Préparer des commandes", rome: "M1805"), "",
      ].joined(separator: "\n"), to: "offres.jsonl")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let record = try #require(try importer(store).importFiles([path]).first)
    #expect(record.state == .finished)
    #expect(record.counts.ingested == 2 && record.counts.duplicates == 1 && record.counts.quarantined == 1)
    let bad = try #require(try store.quarantine(import: record.id).first)
    #expect(bad.finding.line == 2)
    #expect(String(decoding: bad.raw, as: UTF8.self).hasPrefix("{\"id\":\"2\""))
    let demand = try content(store)
    #expect(demand.map(\.identifier) == ["1", "3"])
    #expect(demand.map(\.territories) == [[.department: "67"], [:]])
    #expect(demand.map(\.occupation) == [StoreFixtures.rome("M1805"), StoreFixtures.rome("N1103")])
    #expect(try store.health().problems.isEmpty)
  }

  @Test func importingAFileTwiceChangesNothing() throws {
    let path = try folder.write(
      (0..<50).map { line("\($0)", "Texte numéro \($0 % 40)") }.joined(separator: "\n"), to: "o.jsonl")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    _ = try importer(store).importFiles([path])
    let before = try content(store)
    let digests = try store.digests()
    let again = try #require(try importer(store).importFiles([path]).first)
    #expect(again.counts.duplicates == 50 && again.counts.ingested == 0)
    #expect(try content(store) == before)
    #expect(try store.digests() == digests)
  }

  /// What is read of a pipe is gone: nothing may look at it before the reader, not even for its digest.
  @Test(.timeLimit(.minutes(1))) func aPipeIsReadOnce() throws {
    let file = try folder.write(
      (0..<500).map { line("\($0)", "Texte numéro \($0)") }.joined(separator: "\n"), to: "o.jsonl")
    let pipe = folder.path("tube")
    func shell(_ command: String) throws -> Process {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", command]
      try process.run()
      return process
    }
    try shell("mkfifo '\(pipe)'").waitUntilExit()
    let writer = try shell("cat '\(file)' > '\(pipe)'")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let record = try #require(try importer(store, defersReading: true).importFiles([pipe]).first)
    writer.waitUntilExit()
    #expect(record.state == .finished && record.counts.ingested == 500)
  }

  @Test func whatIsReadLaterIsWhatWouldHaveBeenReadAtOnce() throws {
    let path = try folder.write(
      (0..<300).map { line("\($0)", "Texte numéro \($0 % 280). Préparer des commandes.", rome: "N1103") }
        .joined(separator: "\n"), to: "o.jsonl")
    let atOnce = try Store(path: folder.path("a.sqlite"), access: .readWrite)
    _ = try importer(atOnce).importFiles([path])
    let later = try Store(path: folder.path("l.sqlite"), access: .readWrite)
    let record = try #require(try importer(later, defersReading: true).importFiles([path]).first)
    #expect(record.counts.ingested == 300 && record.state == .finished)
    // Kept, but counted nowhere, and said so.
    #expect(try later.offerCount() == 300)
    #expect(try later.unreadOffers() == 300)
    #expect(try content(later).isEmpty)
    #expect(try later.cube(CubeScope()).unread == 300)
    #expect(try later.health().problems.map(\.code) == ["DOCTOR-006"])
    #expect(throws: StoreError.self) { try later.purge(before: StoreFixtures.today) }
    #expect(throws: StoreError.self) { try later.archive(year: 2025, as: "a.sqlite") }
    // Imported once more, nothing is new and nothing is read either.
    #expect(try importer(later, defersReading: true).importFiles([path]).first?.counts.duplicates == 300)
    #expect(try later.unreadOffers() == 300)
    let engine = try ReadingEngine(release: StoreFixtures.release(), overlays: .none)
    try ReleaseInstaller(store: later, today: StoreFixtures.today).complete(engine)
    #expect(try later.unreadOffers() == 0)
    #expect(try content(later) == content(atOnce))
    #expect(try later.health().problems.isEmpty)
  }

  @Test func theNextImportReadsWhatWasPutOff() throws {
    let first = try folder.write(
      (0..<40).map { line("\($0)", "Texte numéro \($0)") }.joined(separator: "\n"), to: "a.jsonl")
    let second = try folder.write(line("40", "Texte numéro 40"), to: "b.jsonl")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    _ = try importer(store, defersReading: true).importFiles([first])
    _ = try importer(store).importFiles([second])
    #expect(try store.unreadOffers() == 0)
    #expect(try content(store).count == 41)
    // A new text of a known offer is put off as well.
    let third = try folder.write(line("7", "Un autre texte"), to: "c.jsonl")
    _ = try importer(store, defersReading: true).importFiles([third])
    #expect(try store.unreadOffers() == 1)
    #expect(try content(store).count == 40)
    _ = try importer(store).importFiles([second])
    #expect(try store.unreadOffers() == 0)
    #expect(try content(store).count == 41)
  }

  /// The work stops in the middle, as a kill would stop it: what was acknowledged stays, and importing again ends where
  /// one run would have ended.
  @Test func aStoppedImportIsTakenUpAgain() throws {
    struct Stop: Error {}
    let path = try folder.write(
      (0..<5000).map { line("\($0)", "Texte numéro \($0)") }.joined(separator: "\n"), to: "o.jsonl")
    do {
      let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
      let stopping = try importer(store) { if $0.phase == .importing, $0.done >= 2000 { throw Stop() } }
      #expect(throws: Stop.self) { try stopping.importFiles([path]) }
      #expect(try store.offerCount() == 2000)
      #expect(try store.imports().last?.state == .running)
    }
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let record = try #require(try importer(store).importFiles([path]).first)
    #expect(record.counts.duplicates == 2000 && record.counts.ingested == 3000)
    #expect(try store.imports().map(\.state) == [.resumed, .finished])
    #expect(try store.health().problems.isEmpty)

    let whole = try Store(path: folder.path("w.sqlite"), access: .readWrite)
    _ = try importer(whole).importFiles([path])
    #expect(try content(whole) == content(store))
  }

  @Test func aDamagedArchiveKeepsWhatCameBefore() throws {
    let text = (0..<3000).map { line("\($0)", "Texte \($0 &* 2_654_435_761 % 1_000_003)") }.joined(
      separator: "\n")
    let plain = try folder.write(text, to: "o.jsonl")
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-k", plain]
    try gzip.run()
    gzip.waitUntilExit()
    let bytes = try Data(contentsOf: URL(filePath: plain + ".gz"))
    let cut = folder.path("coupé.jsonl.gz")
    try bytes.prefix(bytes.count * 2 / 3).write(to: URL(filePath: cut))
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let record = try #require(try importer(store).importFiles([cut]).first)
    #expect(record.state == .failed)
    #expect(record.counts.ingested > 1000)
    #expect(try store.findings(import: record.id).contains { $0.severity == .failure })
    #expect(try store.health().problems.isEmpty)
  }

  @Test func aMissingFileFailsAndIsJournaled() throws {
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let record = try #require(try importer(store).importFiles([folder.path("nulle.jsonl")]).first)
    #expect(record.state == .failed && record.counts.read == 0)
  }

  @Test func nearDuplicatesShareACluster() throws {
    let words = (0..<120).map { "mot\($0)" }.joined(separator: " ")
    let path = try folder.write(
      [line("1", words), line("2", words + " fin"), line("3", "Tout autre chose à lire ici")].joined(
        separator: "\n"),
      to: "o.jsonl")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    _ = try importer(store).importFiles([path])
    let demand = try content(store)
    #expect(demand.count == 3)
    #expect(demand[1].cluster == demand[0].offer && demand[2].cluster == demand[2].offer)
  }

  @Test func anotherReleaseReadsEveryOfferAgain() throws {
    let path = try folder.write(line("1", "Préparer une commande", rome: "N1110"), to: "o.jsonl")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    _ = try importer(store).importFiles([path])
    let other = TaxonomyRelease(
      name: "Autre", digest: "zz",
      occupations: [
        Occupation(
          code: StoreFixtures.rome("N1199"), label: "Neuf", parent: StoreFixtures.rome("N1110"))
      ], appellations: [], competencies: [], links: [])
    var phases = Set<IngestProgress.Phase>()
    let record = try TaxonomyImporter(store: store, overlays: .none, today: StoreFixtures.today) {
      phases.insert($0.phase)
    }.importRelease(other, file: "autre")
    #expect(record.counts.ingested == 1 && phases == [.extracting])
    #expect(try store.releaseIdentity()?.name == "Autre")
    #expect(try content(store).map(\.occupation) == [StoreFixtures.rome("N1199")])
    let again = try TaxonomyImporter(store: store, overlays: .none, today: StoreFixtures.today)
      .importRelease(other, file: "autre")
    #expect(again.counts.duplicates == 1)
  }
}
