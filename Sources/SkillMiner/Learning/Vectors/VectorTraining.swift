public import Taxonomy

/// Trains vectors of words on a store's own offers and on the labels of its release (Bojanowski, Grave, Joulin and
/// Mikolov 2017): words that keep the same company get vectors that lie close together, and a word seen too seldom takes
/// its vector from its pieces.
///
/// The same store, seed and library give the same bytes.
public struct VectorTraining {
  /// Whether this program was built with the library that trains.
  public static var isAvailable: Bool { SubwordTrainer.isAvailable }
  /// Distinct offers that a training needs: with 3,000 real ones the choice among items is better than with vectors of
  /// the labels alone, with 1,000 it is not.
  public static let minimumOffers = 3000

  private let store: Store
  private let lexicon: Lexicon
  private let parameters: VectorTrainingParameters

  /// - Parameters:
  ///   - store: whose offers are read; near-duplicates once.
  ///   - lexicon: made from the store's release; its keys get the vectors.
  public init(store: Store, lexicon: Lexicon, parameters: VectorTrainingParameters = .init()) {
    self.store = store
    self.lexicon = lexicon
    self.parameters = parameters
  }

  /// Trains.
  ///
  /// - Parameter progress: called now and then with the share that is done, while the library trains.
  /// - Throws: `StoreError`; `TextError`; `ReadingError` when the store has too few offers, the library is not there or
  ///   fails, or the text cannot be written.
  public func train(today: CalendarDate, progress: @escaping (Double) throws -> Void) throws -> TrainedVectors
  {
    guard Self.isAvailable else { throw ReadingError(VectorFindings.libraryMissing()) }
    let offers = parameters.chosen(try store.offersToTrainOn())
    guard offers.count >= parameters.minimumOffers else {
      throw ReadingError(VectorFindings.tooFew(offers.count, of: parameters.minimumOffers, store: store.path))
    }
    let text = try TrainingText(lexicon: lexicon)
    try text.addLabels()
    var done = 0
    try store.forEachText(of: offers) { title, description in
      try text.add(title)
      try text.add(description)
      done += 1
    }
    try text.finish()
    let keys = lexicon.vocabulary.keys.names.sorted()
    let trainer = try SubwordTrainer(path: text.path, parameters: parameters, progress: progress)
    var vectors = try trainer.vectors(of: keys)
    Self.centre(&vectors)
    return TrainedVectors(
      origin: TrainedVectors.Origin(
        release: lexicon.release.digest, releaseName: lexicon.release.name, offers: done,
        seed: parameters.seed, library: SubwordTrainer.library, trained: today), keys: keys, vectors: vectors)
  }

  /// Takes from each direction what all have in common, which says nothing about any of them (Mu and Viswanath 2018).
  static func centre(_ vectors: inout [Float]) {
    let width = WordVectors.dimensions
    vectors.withUnsafeMutableBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      let rows = vectors.count / width
      var mean = [Float](repeating: 0, count: width)
      for row in 0..<rows {
        WordVectors.normalise(base + row * width)
        for d in 0..<width { mean[d] += base[row * width + d] }
      }
      for row in 0..<rows {
        for d in 0..<width { base[row * width + d] -= mean[d] / Float(max(1, rows)) }
      }
    }
  }
}
