import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct CubeImporterTests {
  let folder: ScratchFolder
  let engine: ReadingEngine
  let places = PlaceResolver { $0.label == "67 - ERSTEIN" ? [.department: "67"] : [:] }

  init() throws {
    folder = try ScratchFolder()
    engine = try ReadingEngine(release: StoreFixtures.release(), overlays: .none)
  }

  private struct Interruption: Error {}

  private func line(_ id: String, _ text: String, place: String = "67 - ERSTEIN") -> String {
    "{\"id\":\"\(id)\",\"title\":\"Poste \(id)\",\"description\":\"\(text)\",\"date_created\":\"2025-03-01\","
      + "\"rome_code\":\"M1805\",\"naf\":\"62.01Z\",\"company\":\"Durand SARL\",\"location\":\"\(place)\"}"
  }

  private func lines() -> [String] {
    (0..<30).map { line("\($0)", "Préparer des commandes numéro \($0). CACES R489 exigé") }
  }

  private func store(_ name: String) throws -> Store {
    try Store(path: folder.path(name), access: .readWrite)
  }

  private func facts(_ lines: [String]) throws -> [OfferFact] {
    let extractor = try FactExtractor(
      engine: engine, places: places, today: StoreFixtures.today, source: "essai", threads: 2)
    return extractor.read(lines.map { Array($0.utf8) }).compactMap {
      if case .fact(let fact, _, _) = $0 { fact } else { nil }
    }
  }

  /// What a store must have been given, with one difference when asked for.
  private func identity(_ store: Store) throws -> CubeIdentity {
    try CubeImporter.identity(of: store, engine: engine)
  }

  @discardableResult
  private func load(
    _ facts: [OfferFact], into store: Store, identity: CubeIdentity? = nil, failing: Bool = false
  ) throws -> ImportRecord {
    let own = try self.identity(store)
    return try CubeImporter(store: store, engine: engine, today: StoreFixtures.today).importCube(
      file: "cube", open: { identity ?? own }
    ) { keep in
      for fact in facts { try keep(fact) }
      if failing { throw Interruption() }
      return []
    }
  }

  private func alone(_ lines: [String]) throws -> Store {
    let store = try store("seule.sqlite")
    let path = try folder.write(lines.joined(separator: "\n"), to: "offres.jsonl")
    _ = try OfferImporter(
      store: store, engine: engine, places: places, today: StoreFixtures.today, source: "essai"
    ).importFiles([path])
    return store
  }

  private func demand(_ store: Store) throws -> [DemandRecord] {
    var records: [DemandRecord] = []
    try store.forEachDemand(occupations: nil) { records.append($0) }
    return records
  }

  @Test func factsGiveTheStoreThatTextsGive() throws {
    let texts = try alone(lines())
    let store = try store("cube.sqlite")
    var facts = try facts(lines())
    // All texts are nearly the same: the first is kept.
    let clusters = try demand(texts).map(\.cluster)
    for index in facts.indices where clusters[index] != Int64(index + 1) {
      facts[index].kept = facts[Int(clusters[index]) - 1].key
    }
    let record = try load(facts, into: store)
    #expect(record.state == .finished && record.counts.ingested == 30)
    #expect(try demand(store) == demand(texts))
    #expect(try demand(store).contains { !$0.demanded.isEmpty })
    let all = Set(CubeDimension.allCases)
    #expect(
      try store.cubeCells(CubeScope(), by: all) == texts.cubeCells(CubeScope(), by: all))
    #expect(try store.cubeCells(CubeScope(), by: all) == store.recountCubeCells(level: .department))
    #expect(try store.health().problems.isEmpty)
  }

  @Test func sentencesAreAbsentAndNothingBreaks() throws {
    let store = try store("cube.sqlite")
    try load(try facts(lines()), into: store)
    let record = try #require(try demand(store).first { !$0.demanded.isEmpty })
    #expect(try store.evidence(offer: record.offer, family: record.demanded[0]).isEmpty)
    let detail = try #require(try store.offer(record.offer))
    #expect(detail.title == nil && detail.description == nil && !detail.mentions.isEmpty)
    #expect(try store.heads(of: [record.offer]).isEmpty)
  }

  @Test func aSecondTimeChangesNothingButWhatAnotherLexiconRead() throws {
    let store = try store("cube.sqlite")
    var facts = try facts(lines())
    try load(facts, into: store)
    let before = try demand(store)
    #expect(try load(facts, into: store).counts.duplicates == 30)
    #expect(try demand(store) == before)
    facts[3].readings = [OfferFact.Reading(family: "autre", code: nil, kind: .tool, stance: .required)]
    try load(facts, into: store)
    #expect(try demand(store)[3].demanded == ["autre"])
    #expect(try store.health().problems.isEmpty)
  }

  @Test func aKnownTextKeepsItsSentences() throws {
    let store = try alone(lines())
    let before = try demand(store)
    #expect(try load(try facts(lines()), into: store).counts.duplicates == 30)
    #expect(try demand(store) == before)
    #expect(try store.offer(1)?.description != nil)
  }

  @Test func whatFailsOnTheWayLeavesNothing() throws {
    let store = try store("cube.sqlite")
    let facts = try facts(lines())
    #expect(throws: Interruption.self) { try load(facts, into: store, failing: true) }
    #expect(try store.offerCount() == 0)
    #expect(try load(facts, into: store).counts.ingested == 30)
  }

  @Test func aKeptOfferThatIsMissingIsToldAndNothingKept() throws {
    let store = try store("cube.sqlite")
    var facts = try facts(lines())
    facts[2].kept = OfferFact.Key(source: "essai", identifier: "ailleurs")
    let record = try load(facts, into: store)
    #expect(record.state == .failed)
    #expect(try store.findings(import: record.id).map(\.code) == ["CUBE-011"])
    #expect(try store.offerCount() == 0)
  }

  @Test(arguments: ["CUBE-003", "CUBE-004", "CUBE-005", "CUBE-006"])
  func aCubeMadeWithSomethingElseIsRefused(code: String) throws {
    let store = try store("cube.sqlite")
    try load([], into: store)
    let own = try identity(store)
    func part(_ wanted: String, _ value: String) -> String { code == wanted ? "x" : value }
    let record = try load(
      try facts(lines()), into: store,
      identity: CubeIdentity(
        program: part("CUBE-003", own.program), taxonomy: part("CUBE-004", own.taxonomy),
        lexicon: part("CUBE-005", own.lexicon), territories: part("CUBE-006", own.territories)))
    #expect(record.state == .failed)
    #expect(try store.findings(import: record.id).map(\.code) == [code])
    #expect(try store.offerCount() == 0)
  }

  @Test func linesThatAreNoOffersAreAnsweredInTheirPlace() throws {
    let extractor = try FactExtractor(
      engine: engine, places: places, today: StoreFixtures.today, source: nil, threads: 1)
    let answers = extractor.read(
      ["{\"id\":\"1\",", line("2", "Vous préparez des commandes"), "{\"@type\":\"Organization\"}", "12"]
        .map { Array($0.utf8) })
    #expect(answers.count == 4)
    guard case .quarantined(let finding, let raw) = answers[0] else {
      Issue.record("\(answers[0])")
      return
    }
    #expect(finding.code == "OFFRE-003" && finding.message.hasPrefix("JSON"))
    #expect(String(decoding: raw, as: UTF8.self) == "{\"id\":\"1\",")
    if case .fact(let fact, let sketch, _) = answers[1] {
      #expect(fact.key.identifier == "2" && sketch != nil)
      #expect(fact.employer?.hasPrefix("#") == true, "names do not travel")
    } else {
      Issue.record("\(answers[1])")
    }
    if case .nothing = answers[2] {} else { Issue.record("\(answers[2])") }
    if case .quarantined = answers[3] {} else { Issue.record("\(answers[3])") }
  }

  @Test func aSketchHoldsWhatNearDuplicatesAreFoundBy() throws {
    let text = "Vous préparez des commandes dans un entrepôt, puis vous filmez les palettes."
    let sketch = try #require(TextSketch(text))
    #expect(sketch.shingles == Shingles(text).hashes)
    let whole = OfferSketch(shingles: Shingles(text).hashes)
    #expect(sketch.bands == (0..<16).map { UInt64(whole.bands[$0]) })
    #expect(TextSketch(text.uppercased().lowercased())?.digest == sketch.digest)
    #expect(TextSketch(" … ") == nil)
    #expect(TextSketch.bytes([0x0102_0304_0506_0708]) == [8, 7, 6, 5, 4, 3, 2, 1])
  }
}
