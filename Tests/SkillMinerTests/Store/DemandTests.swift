import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct DemandTests {
  let folder: ScratchFolder
  let store: Store
  let extraction: Int64
  let importRow: Int64

  init() throws {
    folder = try ScratchFolder()
    (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    importRow = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
  }

  private func ingest(_ offers: [PreparedOffer]) throws {
    _ = try store.ingest(offers.map { .offer($0) }, import: importRow, extraction: extraction)
  }

  private func prepared(
    _ id: String, text: String = "texte", occupations: [OfferOccupation] = [], mentions: [Mention] = []
  ) -> PreparedOffer {
    let offer = StoreFixtures.offer(id, text: text, created: StoreFixtures.day(3), place: "67 - ERSTEIN")
    return PreparedOffer(
      offer: offer, fingerprint: TextFingerprint(offer).bytes, employerKey: "dupont",
      territories: [.commune: "67130", .department: "67", .region: "44"], occupations: occupations,
      mentions: mentions)
  }

  private func demand(_ occupations: Set<ROMECode>? = nil) throws -> [DemandRecord] {
    var records: [DemandRecord] = []
    try store.forEachDemand(occupations: occupations) { records.append($0) }
    return records
  }

  @Test func stancesDecideWhatIsDemandAndWhatIsProvided() throws {
    let mentions = [
      StoreFixtures.mention(0..<1, family: "b", stance: .mission),
      StoreFixtures.mention(0..<1, family: "a", stance: .desired),
      StoreFixtures.mention(1..<2, family: "a", stance: .required),
      StoreFixtures.mention(0..<1, family: "c", stance: .provided),
      StoreFixtures.mention(0..<1, family: "d", stance: .negated),
      StoreFixtures.mention(0..<1, family: "e", stance: .boilerplate),
      StoreFixtures.mention(0..<1, family: nil, stance: .required),
    ]
    try ingest([prepared("1", mentions: mentions)])
    let record = try #require(try demand().first)
    #expect(record.demanded == ["a", "b"])
    #expect(record.provided == ["c"])
    #expect(record.identifier == "1" && record.source == "essai" && record.cluster == record.offer)
    #expect(record.created == StoreFixtures.day(3) && record.employer == EmployerDigest.of("dupont"))
    #expect(record.territories == [.commune: "67130", .department: "67", .region: "44"])
  }

  @Test func anExpandedCodeCountsForEachOfItsDescendants() throws {
    let n1103 = StoreFixtures.rome("N1103")
    let n1110 = StoreFixtures.rome("N1110")
    try ingest([
      prepared(
        "1",
        occupations: [
          OfferOccupation(code: n1103, origin: .expanded), OfferOccupation(code: n1110, origin: .expanded),
        ]),
      prepared("2", occupations: [OfferOccupation(code: n1110, origin: .proposed)]),
      prepared("3"),
    ])
    #expect(try demand([n1110]).map(\.identifier) == ["1", "2"])
    #expect(try demand([n1103, n1110]).map(\.identifier) == ["1", "2"])
    #expect(try demand([n1103]).map(\.identifier) == ["1"])
    #expect(try demand([]).isEmpty)
    let all = try demand()
    #expect(all.map(\.occupation) == [n1103, n1110, nil])
    #expect(all.map(\.occupationIsDeclared) == [true, false, false])
  }

  @Test func offersMoveFromClusterToCluster() throws {
    try ingest([prepared("1"), prepared("2", text: "b"), prepared("3", text: "c")])
    let rows = try demand().map(\.offer)
    try store.keepClusters([(rows[1], rows[0]), (rows[2], rows[0])], compared: Store.Uncompared())
    #expect(try demand().map(\.cluster) == [rows[0], rows[0], rows[0]])
    try store.keepClusters([(rows[1], rows[1]), (rows[2], rows[1])], compared: Store.Uncompared())
    #expect(try demand().map(\.cluster) == [rows[0], rows[1], rows[1]])
  }

  @Test func aNewReadingReplacesTheOldOneAtOnce() throws {
    try ingest([prepared("1", mentions: [StoreFixtures.mention(0..<1, family: "vieux")])])
    let row = try store.save(StoreFixtures.release(digest: "b2"), import: nil).row
    let next = try store.beginExtraction(release: row, lexicon: "m", today: StoreFixtures.today)
    let offer = try #require(try store.offersToRead(after: 0, limit: 10).first)
    #expect(offer.description == "texte")
    try store.write(
      [
        OfferReading(
          offer: offer.offer, occupations: [], mentions: [StoreFixtures.mention(0..<1, family: "neuf")])
      ], extraction: next)
    #expect(try demand().first?.demanded == ["vieux"])
    try store.switchTo(extraction: next)
    #expect(try demand().first?.demanded == ["neuf"])
    #expect(try store.releaseIdentity()?.digest == "b2")
    #expect(try store.health().counts.first { $0.table == "mention" }?.rows == 1)
  }

  @Test func evidenceIsTheSentenceOfTheMention() throws {
    let text = "Poste stable.\n- CACES R.489 exigé\nVous aimez l’été ? Le CACES est un plus."
    let scalars = Array(text.unicodeScalars)
    let first = try #require(scalars.firstIndex(of: "C"))
    let second = try #require(scalars.lastIndex(of: "C").map { $0 - 2 })
    try ingest([
      prepared(
        "1", text: text,
        mentions: [
          StoreFixtures.mention(first..<first + 11),
          StoreFixtures.mention(second..<second + 5, stance: .desired),
        ])
    ])
    let offer = try #require(try demand().first?.offer)
    let passages = try store.evidence(offer: offer, family: "caces")
    #expect(passages.map(\.sentence) == ["CACES R.489 exigé", "Le CACES est un plus."])
    #expect(passages.map(\.stance) == [.required, .desired])
    for (passage, expected) in zip(passages, ["CACES R.489", "CACES"]) {
      let marked = Array(passage.sentence.unicodeScalars)[passage.start..<passage.end]
      #expect(String(String.UnicodeScalarView(marked)) == expected)
    }
    #expect(try store.evidence(offer: offer, family: "autre").isEmpty)
  }
}
