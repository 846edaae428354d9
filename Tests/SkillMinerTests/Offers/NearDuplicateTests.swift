import SkillMiner
import Taxonomy
import Testing

@Suite struct NearDuplicateTests {
  @Test func shinglesIgnoreLayoutAndCase() {
    #expect(
      Shingles("Préparer les commandes, puis RANGER.") == Shingles("préparer - LES commandes\npuis ranger"))
    #expect(Shingles("").hashes.isEmpty)
    #expect(Shingles("deux mots").hashes.count == 1)
    #expect(Shingles("un deux trois quatre cinq six").hashes.count == 2)
    #expect(Shingles("été").hashes != Shingles("ete").hashes)
  }

  @Test func resemblanceIsSharedOverAll() {
    let a = Shingles("a b c d e f g h")
    let b = Shingles("a b c d e f g x")
    #expect(a.jaccard(b) == 3.0 / 5.0)
    #expect(a.jaccard(a) == 1)
    #expect(a.jaccard(Shingles("")) == 0)
  }

  /// Texts of a hundred words with a few replaced: resemblance all over the range.
  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = Seeded(seed)
    let originals = (0..<12).map { _ in (0..<100).map { _ in "mot\(random.next(below: 900))" } }
    return (0..<count).map { _ in
      var words = originals[random.next(below: originals.count)]
      for _ in 0..<random.next(below: 5) {
        words[random.next(below: words.count)] = "autre\(random.next(below: 900))"
      }
      return words.joined(separator: " ")
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func findsWhatAllPairsFind(seed: UInt64) {
    let texts = texts(250, seed: seed)
    let shingles = texts.map(Shingles.init)
    // Exact: chains of pairs at 0.9 and above.
    var label = Array(0..<texts.count)
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
    let expected = Dictionary(grouping: label.indices, by: { label[$0] }).values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
    var index = NearDuplicateIndex<Int>()
    for (id, text) in texts.enumerated() { index.add(id: id, text: text) }
    #expect(index.clusters().map(\.members) == expected)
    #expect(!expected.isEmpty && expected.count < texts.count / 2)
  }

  @Test func signaturesEstimateResemblance() {
    let texts = texts(40, seed: 9)
    let shingles = texts.map(Shingles.init)
    let signatures = shingles.map(MinHashSignature.init)
    var error = 0.0
    for i in 1..<texts.count {
      error = max(error, abs(signatures[0].similarity(signatures[i]) - shingles[0].jaccard(shingles[i])))
    }
    // Four standard errors of 128 draws.
    #expect(error < 4 * 0.5 / 128.0.squareRoot())
  }

  @Test func theEarliestIsKept() throws {
    let text = (0..<40).map { "mot\($0)" }.joined(separator: " ")
    let orders = [["b", "a", "c", "d"], ["d", "c", "a", "b"]]
    let dates = ["a": "2025-02-01", "b": "2025-01-01", "c": "2025-01-01"]
    for order in orders {
      var index = NearDuplicateIndex<String>()
      for id in order { index.add(id: id, text: text, created: dates[id].flatMap { CalendarDate($0) }) }
      index.add(id: "seule", text: "rien de commun avec les autres du tout")
      index.add(id: "vide", text: "")
      index.add(id: "vide aussi", text: "")
      let clusters = index.clusters()
      #expect(clusters.map(\.kept) == ["b"])
      #expect(clusters.first?.members == ["a", "b", "c", "d"])
    }
  }

  @Test func fingerprintsTellVersionsApart() {
    let a = TextFingerprint(title: "Cariste", description: "Conduire")
    #expect(a == TextFingerprint(title: "Cariste", description: "Conduire"))
    #expect(a != TextFingerprint(title: "CaristeC", description: "onduire"))
    #expect(a.description.utf8.count == 64)
  }
}
