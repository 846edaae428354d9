import Taxonomy
import Testing

@testable import SkillMiner

/// Trained vectors on their way into a store and into a lexicon.
@Suite struct TrainedVectorsTests {
  private static let width = WordVectors.dimensions

  private func origin(_ release: String) -> TrainedVectors.Origin {
    TrainedVectors.Origin(
      release: release, releaseName: "Essai", offers: 1200, seed: 7, library: "0.9.2",
      trained: StoreFixtures.today)
  }

  /// Vectors that point along one axis each.
  private func vectors(_ keys: [String], of release: String) -> TrainedVectors {
    var numbers = [Float](repeating: 0, count: keys.count * Self.width)
    for place in keys.indices { numbers[place * Self.width + place % Self.width] = place % 2 == 0 ? 3 : -2 }
    return TrainedVectors(origin: origin(release), keys: keys, vectors: numbers)
  }

  @Test func aStoreGivesBackWhatItWasGiven() throws {
    let kept = vectors(["été", "sol", "mur"], of: "a1")
    let text = try kept.text
    #expect(TrainedVectors(text: text) == kept)
    #expect(TrainedVectors.origin(of: text) == kept.origin)
    #expect(kept.keys == 3 && kept.digest == vectors(["mur", "sol", "été"].reversed(), of: "b").digest)
    for damaged in ["", "x", "{}\n", String(text.dropFirst()), String(text.dropLast(9)), text + "!"] {
      #expect(TrainedVectors(text: damaged) == nil, "\(damaged.prefix(20))")
    }
  }

  /// What is no direction is no vector: a key that training never met.
  @Test func nothingIsKeptOfAVectorWithoutDirection() {
    var numbers = [Float](repeating: 0, count: 3 * Self.width)
    numbers[Self.width] = .nan
    numbers[2 * Self.width] = 0.5
    let kept = TrainedVectors(origin: origin("a"), keys: ["vide", "faux", "bon"], vectors: numbers)
    #expect(kept.keys == 1)
    let read = WordVectors(kept, keys: ["bon", "faux", "neuf"])
    #expect(read.vectors.count == 3 * Self.width && read.vectors[0] == 1)
    #expect((1..<3 * Self.width).allSatisfy { read.vectors[$0] == 0 })
  }

  @Test func vectorsOfTheReleaseReplaceThoseOfItsLabelsAndOthersDoNothing() throws {
    let release = StoreFixtures.release()
    let plain = try Lexicon(release: release, overlays: .none)
    var overlays = Overlays.none
    overlays.vectors = vectors(plain.vocabulary.keys.names, of: "another release")
    let stale = try Lexicon(release: release, overlays: overlays)
    #expect(stale.digest == plain.digest)
    #expect(
      (0..<plain.vectors.vectors.count).allSatisfy { stale.vectors.vectors[$0] == plain.vectors.vectors[$0] })
    overlays.vectors = vectors(plain.vocabulary.keys.names, of: release.digest)
    let trained = try Lexicon(release: release, overlays: overlays)
    #expect(trained.digest != plain.digest)
    #expect(trained.vectors.vectors[0] == 1 && trained.vectors.vectors[1] == 0)
    // Another day of training is no other reading.
    #expect(overlays.digest(over: release.digest) == trained.digest)
  }

  /// Weights fitted with trained vectors are used with them only.
  @Test func trainedVectorsBringTheirWeights() throws {
    let release = StoreFixtures.release()
    var overlays = Overlays.none
    overlays.trainedModel = try LinkerModel(csv: "model,feature,weight\nitem,likeSpan,2.5\n")
    let feature = RankFeature.likeSpan.rawValue
    #expect(try Lexicon(release: release, overlays: overlays).model.items[feature] == 0)
    let without = overlays.digest(over: release.digest)
    #expect(without == Overlays.none.digest(over: release.digest))
    overlays.vectors = vectors(["sol"], of: release.digest)
    #expect(try Lexicon(release: release, overlays: overlays).model.items[feature] == 2.5)
  }
}
