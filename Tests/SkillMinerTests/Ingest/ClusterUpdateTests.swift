import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ClusterUpdateTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Texts of a hundred words with a few replaced: resemblance all over the range.
  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    func below(_ bound: UInt64) -> Int { Int(random.next() % bound) }
    let originals = (0..<8).map { _ in (0..<100).map { _ in "mot\(below(900))" } }
    return (0..<count).map { _ in
      var words = originals[below(8)]
      for _ in 0..<below(5) { words[below(100)] = "autre\(below(900))" }
      return words.joined(separator: " ")
    }
  }

  private func offers(_ texts: [String]) -> [PreparedRecord] {
    texts.enumerated().map { number, text in
      var offer = JobOffer(id: "\(number)", source: "essai", title: "", description: text)
      offer.created = number % 5 == 0 ? nil : StoreFixtures.day(number * 7 % 300)
      return StoreFixtures.prepared(offer)
    }
  }

  private func clusters(_ store: Store) throws -> [Int64] {
    var clusters: [Int64] = []
    try store.forEachDemand(occupations: nil) { clusters.append($0.cluster) }
    return clusters
  }

  /// Chains of pairs at 0.9 and above, found by comparing all; the earliest created is kept.
  private func expected(_ texts: [String]) -> [Int64] {
    let shingles = texts.map { Shingles("\n" + $0) }
    var label = Array(texts.indices)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for a in texts.indices {
        for b in 0..<a where label[a] != label[b] && shingles[a].jaccard(shingles[b]) >= 0.9 {
          (label[a], label[b]) = (min(label[a], label[b]), min(label[a], label[b]))
          hasChanged = true
        }
      }
    }
    func day(_ number: Int) -> Int { number % 5 == 0 ? Int.max : number * 7 % 300 }
    return texts.indices.map { offer in
      let members = texts.indices.filter { label[$0] == label[offer] }
      let kept = members.min {
        (StoreFixtures.day(day($0) == .max ? 0 : day($0)), $0) < (
          StoreFixtures.day(day($1) == .max ? 0 : day($1)), $1
        )
      }
      let dated = members.filter { day($0) != .max }
      let first = dated.min { (StoreFixtures.day(day($0)), $0) < (StoreFixtures.day(day($1)), $1) } ?? kept
      return Int64((dated.isEmpty ? members[0] : first ?? offer) + 1)
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func comparingWhatIsNewGivesWhatComparingAllGives(seed: UInt64) throws {
    let texts = texts(240, seed: seed)
    let expected = expected(texts)
    for step in [240, 100, 7] {
      let (store, extraction) = try StoreFixtures.store(folder.path("s\(seed)-\(step).sqlite"))
      let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
      let records = offers(texts)
      for start in stride(from: 0, to: records.count, by: step) {
        _ = try store.ingest(
          Array(records[start..<min(records.count, start + step)]), import: row, extraction: extraction)
        try ClusterUpdate(store: store).run()
      }
      #expect(try clusters(store) == expected, "seed \(seed), step \(step)")
      let cube = try store.cube(CubeScope())
      #expect(cube.clusters == expected)
    }
    #expect(Set(expected).count < 200)
  }

  @Test func aTextThatChangesLeavesItsCluster() throws {
    let words = (0..<120).map { "mot\($0)" }.joined(separator: " ")
    let (store, extraction) = try StoreFixtures.store(folder.path("c.sqlite"))
    let row = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    func keep(_ id: String, _ text: String, _ day: Int) throws {
      _ = try store.ingest(
        [StoreFixtures.prepared(StoreFixtures.offer(id, text: text, created: StoreFixtures.day(day)))],
        import: row, extraction: extraction)
    }
    for number in 1...3 { try keep("\(number)", words + " fin", number) }
    try ClusterUpdate(store: store).run()
    #expect(try clusters(store) == [1, 1, 1])
    try keep("1", "Un tout autre texte, qui ne ressemble à rien de ce qui précède ici", 9)
    try ClusterUpdate(store: store).run()
    #expect(try clusters(store) == [1, 2, 2])
    // Nothing new: nothing to do.
    try ClusterUpdate(store: store) { _ in Issue.record("compared again") }.run()
  }
}
