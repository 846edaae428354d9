import Taxonomy
import Testing

@testable import SkillMiner

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
    var sets = DisjointSets(count: texts.count)
    let index = SketchIndex(texts.map { OfferSketch(title: "", description: $0) })
    index.forEachPair(unless: { _, _ in false }) { a, b in
      if shingles[a].jaccard(shingles[b]) >= 0.9 { sets.unite(a, b) }
    }
    let found = Dictionary(grouping: texts.indices, by: { sets.find($0) }).values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
    #expect(found == expected)
    #expect(!expected.isEmpty && expected.count < texts.count / 2)
  }

  @Test func sketchesEstimateResemblance() {
    let texts = texts(40, seed: 9)
    let shingles = texts.map(Shingles.init)
    let sketches = texts.map { OfferSketch(shingles: Shingles.hashes(of: $0)) }
    var error = 0.0
    for i in 1..<texts.count {
      let resemblance = shingles[0].jaccard(shingles[i])
      let agreement = Double(sketches[0].agreement(sketches[i])) / 128
      error = max(error, abs(agreement - (resemblance + (1 - resemblance) / 16)))
    }
    // Four standard errors of 128 draws.
    #expect(error < 4 * 0.5 / 128.0.squareRoot())
  }

  @Test func sketchesAreStoredAsTheyAre() {
    for text in texts(20, seed: 4) {
      let sketch = OfferSketch(title: "titre", description: text)
      #expect(sketch.stored.count == OfferSketch.size && sketch.hasWords)
      #expect(sketch.stored.withUnsafeBytes { OfferSketch(stored: $0) } == sketch)
      #expect(sketch.agreement(sketch) == 128)
    }
    #expect(!OfferSketch(title: "", description: "…").hasWords)
  }

  @Test func aSketchFromOutsideFindsItsLikes() {
    let texts = texts(120, seed: 6)
    let shingles = texts.map(Shingles.init)
    let sketches = texts.map { OfferSketch(title: "", description: $0) }
    let index = SketchIndex(Array(sketches[60...]))
    for a in 0..<60 {
      var found = Set<Int>()
      index.forEachMatch(of: sketches[a]) { found.insert(60 + $0) }
      for b in 60..<120 where shingles[a].jaccard(shingles[b]) >= 0.9 { #expect(found.contains(b)) }
    }
  }

  @Test func fingerprintsTellVersionsApart() {
    let a = TextFingerprint(title: "Cariste", description: "Conduire")
    #expect(a == TextFingerprint(title: "Cariste", description: "Conduire"))
    #expect(a != TextFingerprint(title: "CaristeC", description: "onduire"))
    #expect(a.description.utf8.count == 64)
  }
}
