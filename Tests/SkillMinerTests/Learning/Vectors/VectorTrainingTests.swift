import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Training on a store's offers, where the library is there.
@Suite struct VectorTrainingTests {
  /// Whether the library is there; says so when it is not.
  static let isAvailable: Bool = {
    if !VectorTraining.isAvailable {
      FileHandle.standardError.write(Data("skipped: built without libfasttext\n".utf8))
    }
    return VectorTraining.isAvailable
  }()

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A store of invented offers: bakers knead, masons lay.
  private func store(_ count: Int) throws -> Store {
    let (store, extraction) = try StoreFixtures.store(folder.path("\(UUID().uuidString).sqlite"))
    let trades = [
      "pétrir la pâte, façonner les pains et enfourner les brioches",
      "monter les murs, poser les parpaings et couler le béton",
    ]
    let records = (0..<count).map { number in
      StoreFixtures.prepared(
        StoreFixtures.offer(
          "o\(number)", text: "Vous devez \(trades[number % 2]). Équipe \(number), stock \(number / 3)."))
    }
    let id = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    _ = try store.ingest(records, import: id, extraction: extraction)
    try store.endImport(id)
    return store
  }

  /// The bakery and the site as labels, so that their words have keys; and a word that no offer says.
  private func lexicon() throws -> Lexicon {
    let fixture = StoreFixtures.release()
    let labels = [
      "Pétrir une pâte", "Enfourner des pains", "Monter des murs", "Couler du béton", "Parpaingner",
    ]
    let release = TaxonomyRelease(
      name: "Essai", digest: "a1", occupations: fixture.occupations, appellations: fixture.appellations,
      competencies: labels.enumerated().map {
        Competency(code: OGRCode(number: Int32($0 + 10)), label: $1, kind: .knowHow)
      }, links: [], mobility: [], sectors: [])
    return try Lexicon(release: release, overlays: .none)
  }

  private func parameters() -> VectorTrainingParameters {
    var parameters = VectorTrainingParameters()
    parameters.minimumOffers = 100
    return parameters
  }

  private func train(_ store: Store, _ parameters: VectorTrainingParameters? = nil) throws -> TrainedVectors {
    let training = VectorTraining(
      store: store, lexicon: try lexicon(), parameters: parameters ?? self.parameters())
    return try training.train(today: StoreFixtures.today) { _ in }
  }

  private func finding(_ body: () throws -> Void) -> Finding? {
    #expect(throws: ReadingError.self) { try body() }?.finding
  }

  @Test(.enabled(if: isAvailable)) func theSameStoreGivesTheSameBytes() throws {
    let store = try store(300)
    let first = try train(store)
    let again = try train(store)
    #expect(first == again && first.bytes == again.bytes)
    #expect(first.origin.offers == 300 && first.origin.releaseName == "Essai")
    var other = parameters()
    other.seed = 1
    #expect(try train(store, other).digest != first.digest)
    try store.keep(first)
    #expect(try store.trainedVectors() == first && store.trainedVectorsOrigin() == first.origin)
    #expect(try Overlays.of(store).vectors == first)
    try store.keep(nil as TrainedVectors?)
    #expect(try store.trainedVectors() == nil)
  }

  @Test(.enabled(if: isAvailable)) func wordsOfOneTradeLieTogetherAndAnUnseenOneFollowsItsPieces() throws {
    var parameters = parameters()
    parameters.epochs = 40
    let lexicon = try lexicon()
    let vectors = WordVectors(try train(store(600), parameters), keys: lexicon.vocabulary.keys.names)
    let analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    func row(_ word: String) throws -> UnsafePointer<Float> {
      let key = try #require(analyzer.tokens(of: word).first?.key)
      try #require(key >= 0, "\(word)")
      return vectors.vectors.base + Int(key) * WordVectors.dimensions
    }
    let (dough, oven, wall) = (try row("pétrir"), try row("enfourner"), try row("murs"))
    #expect(WordVectors.cosine(dough, oven) > WordVectors.cosine(dough, wall) + 0.2)
    #expect(
      WordVectors.cosine(try row("parpaingner"), wall) > WordVectors.cosine(try row("parpaingner"), dough))
  }

  @Test(.enabled(if: isAvailable)) func tooFewOffersAreRefused() throws {
    for count in [0, 1, 99] {
      let finding = finding { _ = try train(store(count)) }
      #expect(finding?.code == "LEXIQUE-013")
    }
    // A limit is spread over all rows.
    var parameters = parameters()
    parameters.maximumOffers = 3
    #expect(parameters.chosen([1, 2, 3, 4, 5, 6, 7]) == [1, 3, 5])
    #expect(parameters.chosen([4, 9]) == [4, 9])
  }

  @Test(.enabled(if: isAvailable)) func whatTheLibraryRefusesIsAFinding() throws {
    for path in [folder.path("absent.txt"), try folder.write("", to: "vide.txt")] {
      let finding = finding {
        _ = try SubwordTrainer(path: path, parameters: parameters()) { _ in }
      }
      #expect(finding?.code == "LEXIQUE-014" && finding?.message.contains("«") == true)
    }
  }

  @Test(.enabled(if: !isAvailable)) func withoutTheLibraryTheMessageSaysWhatToInstall() throws {
    let finding = finding { _ = try train(store(300)) }
    #expect(finding?.code == "LEXIQUE-012" && finding?.advice.contains("libfasttext-dev") == true)
  }

  /// The text is read again through its descriptor, and no name of it is left.
  @Test func theTrainingTextHasNoName() throws {
    let text = try TrainingText(lexicon: lexicon())
    try text.add("Pétrir la pâte. Seul. Le zinzolin des murs")
    try text.finish()
    let read = try String(contentsOfFile: text.path, encoding: .utf8)
    #expect(read.split(separator: "\n").count == 2 && read.contains("zinzolin"))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: text.path)
    #expect(target.hasSuffix("(deleted)"))
  }
}
