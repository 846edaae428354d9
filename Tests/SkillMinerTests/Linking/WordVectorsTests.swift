import Testing

@testable import SkillMiner

@Suite struct WordVectorsTests {
  /// Adding a word to the lexicon shifts the places of the others, and nothing else.
  @Test func aWordMoreLeavesOtherVectors() {
    let keys = ["sol", "mur", "toit", "pain", "four", "pate"]
    let labels: [[Int32]] = [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5, 4], [0, 1, 2]]
    let old = WordVectors(labels: labels, keys: keys)
    let new = WordVectors(labels: labels.map { $0.map { $0 + 1 } }, keys: ["neuf"] + keys)
    let width = WordVectors.dimensions
    #expect(new.vectors.count == old.vectors.count + width)
    #expect((0..<width).allSatisfy { new.vectors[$0] == 0 })
    // Of one dimension more than there are keys, the sum of squares is what does not depend on rounding.
    for a in 0..<keys.count {
      for b in 0..<keys.count {
        let before = WordVectors.cosine(old.vectors.base + a * width, old.vectors.base + b * width)
        let after = WordVectors.cosine(new.vectors.base + (a + 1) * width, new.vectors.base + (b + 1) * width)
        #expect(abs(before - after) < 1e-3, "\(keys[a]) \(keys[b])")
      }
    }
  }
}
