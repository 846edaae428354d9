public import Taxonomy

/// Fits the weights of the linker on annotated offers, and measures what they are worth on offers they have not seen.
public struct LinkerFit: Sendable {
  /// What is chosen rather than fitted.
  public struct Parameters: Hashable, Sendable {
    /// Probability from which a span is kept.
    public var spanThreshold: Float = 0.35
    /// Probability from which a span is linked to its best item.
    public var itemThreshold: Float = 0.1
    /// Probability from which a link counts as demand.
    public var countThreshold: Float = 0.5
    /// Penalty of the regression that keeps or refuses a span.
    public var spanPenalty = 5.0
    /// Penalty of the choice among items.
    public var itemPenalty = 40.0
    /// Thresholds of each of their features, at even quantiles.
    public var itemStepCount = 6
    /// Penalty of the regression that accepts the chosen item.
    public var acceptPenalty = 10.0

    /// The values the delivered table was fitted with.
    public init() {}
  }

  private let offers: [AnnotatedOffer]
  private let release: TaxonomyRelease
  private let overlays: Overlays
  private let parameters: Parameters
  private let samples: [FitSample]

  /// Reads the annotated offers once: what is measured of them does not depend on the weights.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(
    _ offers: [AnnotatedOffer], release: TaxonomyRelease, overlays: Overlays, parameters: Parameters = .init()
  ) throws {
    self.offers = offers
    self.release = release
    self.overlays = overlays
    self.parameters = parameters
    let reader = try FitReader(lexicon: try Lexicon(release: release, overlays: overlays))
    samples = offers.enumerated().flatMap { reader.samples($1, place: $0) }
  }

  /// Spans measured, and those among them that name a demanded competency.
  public var counts: (spans: Int, demanded: Int) { (samples.count, samples.count(where: \.isDemanded)) }

  /// Weights fitted on all offers.
  public func model() -> LinkerModel { model { _ in true } }

  /// Mentions of every offer, read with weights fitted on the other folds.
  ///
  /// Offers are dealt to folds in the order of a hash of their identifiers, so that the folds do not depend on the order
  /// of the file.
  /// - Parameter folds: at least 2.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public func crossValidated(folds: Int) throws -> [String: [PredictedMention]] {
    var fold = [Int](repeating: 0, count: offers.count)
    let order = offers.indices.sorted { (FNV1a.hash(offers[$0].id), $0) < (FNV1a.hash(offers[$1].id), $1) }
    for (rank, place) in order.enumerated() { fold[place] = rank % folds }
    var mentions: [String: [PredictedMention]] = [:]
    for held in 0..<folds {
      var trial = overlays
      let fitted = model { fold[$0] != held }
      trial.model = fitted
      trial.trainedModel = fitted
      let reader = try RawTextReader(engine: try ReadingEngine(release: release, overlays: trial))
      for place in offers.indices where fold[place] == held {
        let offer = offers[place]
        let texts = GivenTexts(
          title: offer.title, description: offer.description, occupation: offer.occupation)
        mentions[offer.id] = reader.read(texts).map { PredictedMention($0) }
      }
    }
    return mentions
  }

  private func model(_ isTraining: (Int) -> Bool) -> LinkerModel {
    let training = samples.filter { isTraining($0.offer) }
    let (items, steps) = itemWeights(training)
    return LinkerModel(
      spans: spanWeights(training), items: items, itemSteps: steps,
      accept: acceptWeights(training, items, StepWeights(steps)),
      spanThreshold: parameters.spanThreshold, itemThreshold: parameters.itemThreshold,
      countThreshold: parameters.countThreshold)
  }

  private func spanWeights(_ training: [FitSample]) -> [Float] {
    let matrix = DesignMatrix(training.map(\.features))
    let fitted = LogisticRegression.fit(
      matrix, labels: training.map(\.isDemanded), weights: training.map(\.weight),
      penalty: parameters.spanPenalty)
    var (weights, constant) = matrix.restored(fitted)
    // The constant column takes up the shift of all others.
    weights[SpanFeature.bias.rawValue] += constant
    return weights.map(Float.init)
  }

  private func itemWeights(_ training: [FitSample]) -> (weights: [Float], steps: [StepWeights.Step]) {
    let telling = training.filter { $0.isDemanded && !$0.items.isEmpty }
    var rows: [[Float]] = []
    var labels: [Bool] = []
    var groups: [Range<Int>] = []
    for sample in telling {
      groups.append(rows.count..<rows.count + sample.items.count)
      rows += sample.items.map(\.features)
      labels += sample.items.map(\.isAccepted)
    }
    let basis = StepBasis(rows, steps: parameters.itemStepCount)
    let matrix = DesignMatrix(rows.map(basis.expand))
    let fitted = ConditionalLogit.fit(
      matrix, groups: groups, labels: labels, penalty: parameters.itemPenalty)
    let weights = matrix.restored(fitted).weights.map(Float.init)
    return (
      Array(weights[..<RankFeature.count]),
      zip(basis.thresholds, weights[RankFeature.count...]).map {
        StepWeights.Step(feature: $0.feature, threshold: $0.threshold, weight: $1)
      }
    )
  }

  /// Weights of the best item's features, of its score and lead, and a constant.
  private func acceptWeights(_ training: [FitSample], _ items: [Float], _ steps: StepWeights) -> [Float] {
    var rows: [[Float]] = []
    var labels: [Bool] = []
    let entries = steps.entries(of: 0..<RankFeature.count)
    for sample in training where sample.isDemanded && !sample.hasForm && !sample.items.isEmpty {
      let scores = sample.items.map { item in
        zip(item.features, items).reduce(Float(0)) { $0 + $1.0 * $1.1 }
          + item.features.withUnsafeBufferPointer { row in
            row.baseAddress.map { StepWeights.sum($0, entries) } ?? 0
          }
      }
      var best = 0
      for place in scores.indices where scores[place] > scores[best] { best = place }
      let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max()
      rows.append(
        sample.items[best].features + [scores[best], second.map { scores[best] - $0 } ?? 3, 1])
      labels.append(sample.items[best].isAccepted)
    }
    let matrix = DesignMatrix(rows)
    let fitted = LogisticRegression.fit(
      matrix, labels: labels, weights: [Double](repeating: 1, count: rows.count),
      penalty: parameters.acceptPenalty)
    var (weights, constant) = matrix.restored(fitted)
    weights[weights.count - 1] += constant
    return weights.map(Float.init)
  }
}
