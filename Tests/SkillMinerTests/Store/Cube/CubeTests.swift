import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// The cube against a recount from mentions, after random sequences of everything that changes offers.
@Suite struct CubeTests {
  private static let families = ["a", "b", "caces", "d", "e"]
  private static let stances: [Stance] = [.mission, .required, .desired, .provided, .negated, .boilerplate]
  private static let codes = ["N1103", "N1110", "M1805"]

  /// A store and the random changes made to it.
  private struct Life {
    let store: Store
    var extraction: Int64
    let importRow: Int64
    var generator: SeededGenerator
    var release = 0

    mutating func random(_ n: Int) -> Int { Int.random(in: 0..<n, using: &generator) }

    mutating func offer(_ number: Int) -> PreparedOffer {
      var offer = JobOffer(
        id: "o\(number)", source: "flux\(random(3))", title: "Titre", description: "Texte \(random(60))")
      offer.created = random(8) == 0 ? nil : StoreFixtures.day(1 + random(300))
      offer.naf = random(2) == 0 ? nil : ["47.11F", "52.29", "78"][random(3)]
      offer.place = "lieu \(random(4))"
      let department = ["67", "68", "54"][random(3)]
      return PreparedOffer(
        offer: offer, fingerprint: TextFingerprint(offer).bytes,
        employerKey: random(3) == 0 ? nil : "employeur \(random(5))",
        territories: random(4) == 0 ? [:] : [.department: department, .region: "44"],
        occupations: random(4) == 0
          ? [] : [OfferOccupation(code: StoreFixtures.rome(codes[random(3)]), origin: .declared)],
        mentions: mentions())
    }

    mutating func mentions() -> [Mention] {
      (0..<random(6)).map { _ in
        StoreFixtures.mention(
          0..<1, family: random(7) == 0 ? nil : families[random(5)], stance: stances[random(6)])
      }
    }

    mutating func step() throws {
      switch random(10) {
      case 0..<6:
        let offers = (0..<(1 + random(12))).map { _ in offer(random(80)) }
        _ = try store.ingest(offers.map { .offer($0) }, import: importRow, extraction: extraction)
      case 6:
        var rows: [Int64] = []
        try store.forEachDemand(occupations: nil) { rows.append($0.offer) }
        let kept = rows.first ?? 0
        try store.keepClusters(
          rows.map { ($0, random(3) == 0 ? kept : $0) }, compared: Store.Uncompared())
      case 7:
        _ = try store.purge(before: StoreFixtures.day(1 + random(120)))
      case 8:
        _ = try store.replaceTerritories(communes: [], territories: []) {
          $0.label == "lieu 1"
            ? [.department: "57", .region: "44"] : $0.label == "lieu 2" ? [.commune: "67130"] : [:]
        }
      default:
        release += 1
        let row = try store.save(StoreFixtures.release(digest: "r\(release)"), import: nil).row
        let next = try store.beginExtraction(release: row, lexicon: "l", today: StoreFixtures.today)
        let readings = try store.offersToRead(after: 0, limit: 10_000).map {
          OfferReading(
            offer: $0.offer,
            occupations: [OfferOccupation(code: StoreFixtures.rome(codes[random(3)]), origin: .proposed)],
            mentions: mentions())
        }
        try store.write(readings, extraction: next)
        try store.carryPurged(into: next)
        try store.switchTo(extraction: next)
        extraction = next
      }
    }
  }

  @Test(arguments: 1...6) func equalsARecount(seed: UInt64) throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    var life = Life(
      store: store, extraction: extraction, importRow: row, generator: SeededGenerator(seed: seed))
    var most = 0
    for step in 1...40 {
      try life.step()
      guard step % 5 == 0 else { continue }
      for level in [Territory.Level.department, .region] {
        let cells = try store.cubeCells(CubeScope(), by: Set(CubeDimension.allCases), level: level)
        #expect(try cells == store.recountCubeCells(level: level), "seed \(seed), step \(step)")
        most = max(most, cells.count)
      }
    }
    #expect(most > 50)
    #expect(try store.health().problems.filter { $0.code == "DOCTOR-001" } == [])
  }

  @Test func aPurgeChangesNoCount() throws {
    let folder = try ScratchFolder()
    let path = folder.path("s.sqlite")
    let (store, extraction) = try StoreFixtures.store(path)
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    var life = Life(store: store, extraction: extraction, importRow: row, generator: SeededGenerator(seed: 9))
    for _ in 0..<10 {
      let offers = (0..<20).map { _ in life.offer(life.random(80)) }
      _ = try store.ingest(offers.map { .offer($0) }, import: row, extraction: extraction)
    }
    let all = Set(CubeDimension.allCases)
    let before = try store.cubeCells(CubeScope(), by: all)
    let purged = try store.purge(before: StoreFixtures.day(200)).offers
    #expect(purged > 10)
    #expect(try store.cubeCells(CubeScope(), by: all) == before)
    // A new reading cannot read what is gone: the counts stay.
    let next = try store.beginExtraction(
      release: try store.save(StoreFixtures.release(digest: "z"), import: nil).row, lexicon: "l",
      today: StoreFixtures.today)
    try store.carryPurged(into: next)
    try store.switchTo(extraction: next)
    #expect(try store.cube(CubeScope()).count == purged)
    #expect(try store.cubeCells(CubeScope(), by: all) == store.recountCubeCells(level: .department))
    // No employer is named: neither by the offers nor by the cube.
    #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("employeur".utf8)) == nil)
  }

  @Test func scopesRestrict() throws {
    let folder = try ScratchFolder()
    let (store, extraction) = try StoreFixtures.store(folder.path("s.sqlite"))
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    var life = Life(store: store, extraction: extraction, importRow: row, generator: SeededGenerator(seed: 4))
    let offers = (0..<60).map { life.offer($0) }
    _ = try store.ingest(offers.map { .offer($0) }, import: row, extraction: extraction)
    var scope = CubeScope()
    scope.occupations = [StoreFixtures.rome("N1103")]
    #expect(
      try store.cube(scope).count == offers.count { $0.occupations.first?.code.value == "N1103" })
    scope = CubeScope()
    scope.sectors = ["47"]
    #expect(try store.cube(scope).count == offers.count { $0.offer.naf == "47.11F" })
    scope = CubeScope()
    scope.territory = CubeScope.TerritoryKey(level: .department, code: "67")
    #expect(try store.cube(scope).count == offers.count { $0.territories[.department] == "67" })
    scope = CubeScope()
    let month = StoreFixtures.day(40).monthIndex
    scope.months = month...month
    #expect(try store.cube(scope).count == offers.count { $0.offer.created?.monthIndex == month })
  }

  @Test func familyNumbersArePackedWithoutLoss() {
    let numbers: [Int64] = [1, 2, 130, 131, 20_000, 2_000_000_000]
    var decoded: [Int32] = []
    let data = FamilyCode.encode(numbers)
    let isWhole = data.withUnsafeBytes { FamilyCode.decode($0, into: &decoded) }
    #expect(isWhole && decoded == numbers.map { Int32($0) })
    var rest: [Int32] = []
    let isCutWhole = data.dropLast().withUnsafeBytes { FamilyCode.decode($0, into: &rest) }
    #expect(!isCutWhole)
  }
}
