import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What leaves the house of small places: through a store, as reports and the server ask.
@Suite struct DisclosureTests {
  private let folder: ScratchFolder
  private let store: Store
  private let analysis: SignalAnalysis
  private let windows: SignalWindows

  /// Two departments of region 44 with many offers and one with few. Family `a` doubles everywhere.
  init() throws {
    folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    self.store = store
    _ = try store.replaceTerritories(
      communes: ["67", "68", "54"].map {
        CommuneRecord(code: "\($0)001", name: "C\($0)", basin: nil, zone: nil, department: $0, region: "44")
      }, territories: [], regionOfDepartment: [:]
    ) { _ in [:] }
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    var offers: [PreparedRecord] = []
    for (department, count) in [("67", 400), ("68", 300), ("54", 30)] {
      for number in 0..<count {
        for year in [2024, 2025] {
          var offer = JobOffer(
            id: "\(department)-\(number)-\(year)", source: "flux", title: "Titre",
            description: "Texte \(department) \(number) \(year)")
          offer.created = CalendarDate(year: year, month: 1 + number % 12, day: 5)
          let asks = number % 10 < (year == 2024 ? 2 : 4)
          offers.append(
            .offer(
              PreparedOffer(
                offer: offer, fingerprint: TextFingerprint(offer).bytes,
                employerKey: "employeur \(department) \(number / 2)",
                territories: [.department: department, .region: "44"],
                occupations: [OfferOccupation(code: StoreFixtures.rome("N1103"), origin: .declared)],
                mentions: asks ? [StoreFixtures.mention(0..<1, family: "a")] : [])))
        }
      }
    }
    _ = try store.ingest(offers, import: row, extraction: extraction)
    analysis = SignalAnalysis(lexicon: try Lexicon(release: StoreFixtures.release(), overlays: .none))
    let january = 2024 * 12
    windows = try #require(
      SignalWindows(recent: january + 12...january + 23, reference: january...january + 11))
  }

  private func row(_ department: String, _ disclosure: Disclosure) throws -> SignalRow {
    var scope = CubeScope()
    scope.territory = CubeScope.TerritoryKey(level: .department, code: department)
    var request = SignalRequest(scope: scope, title: "essai", windows: windows, options: [])
    request.disclosure = disclosure
    return try #require(try analysis.run(store, request).rows.first)
  }

  @Test func smallCellsAreKeptBackAndWhatTheyCouldBeWorkedOutFrom() throws {
    let small = try row("54", .published)
    #expect(small.hidesReference && small.offersReference == nil && small.shareReference == nil)
    #expect(small.oddsRatio == nil && small.within == nil && small.interval == nil && small.slope == nil)
    // The region's total is published too: the smaller of the other two goes with it.
    let other = try row("68", .published)
    #expect(other.offersReference == nil && other.offersRecent == 120)
    let large = try row("67", .published)
    #expect(large.offersReference == 80 && large.offersRecent == 160 && large.oddsRatio != nil)
    // Authorised readers see all of it.
    let whole = try row("54", .fullDetail)
    #expect(whole.offersReference == 6 && whole.offersRecent == 12 && whole.oddsRatio != nil)
  }

  @Test func aSmallPlaceIsDrawnTowardsItsRegion() throws {
    let small = try row("54", .fullDetail)
    let smoothed = try #require(small.smoothed)
    #expect(abs(smoothed.parentShare - 0.4) < 0.01)
    #expect(smoothed.lower < smoothed.share && smoothed.share < smoothed.upper)
    let raw = try #require(small.shareRecent)
    let interval = try #require(small.intervalRecent)
    #expect(abs(smoothed.share - 0.4) <= abs(raw - 0.4) + 1e-9)
    #expect(smoothed.upper - smoothed.lower < interval.upper - interval.lower)
    #expect(try #require(small.effectiveRecent) <= 30)
  }

  @Test func aTableOfPlacesHoldsOneFalseDiscoveryRate() throws {
    let request = SignalRequest(scope: CubeScope(), title: "essai", windows: windows, options: [])
    let (map, _) = try analysis.map(store, request, level: .department, names: [])
    #expect(map.territories.map(\.code) == ["54", "67", "68"])
    let rows = map.rows.compactMap(\.first)
    #expect(rows.map(\.territory) == ["54", "67", "68"])
    #expect(rows[0].offersReference == nil && rows[1].offersReference == 80 && rows[2].offersReference == nil)
    let single = try #require(try row("67", .published).q)
    #expect(try #require(rows[1].q) >= single)
  }

  @Test func theFingerprintSaysToWhom() throws {
    var request = SignalRequest(scope: CubeScope(), title: "essai", windows: windows, options: [])
    let published = try analysis.run(store, request).fingerprint
    request.disclosure = .fullDetail
    #expect(try analysis.run(store, request).fingerprint != published)
  }
}
