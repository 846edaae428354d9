public import Taxonomy

/// An extraction compared with annotated offers: figures with their intervals, and every disagreement.
public struct Evaluation: Sendable {
  /// A figure with its 95 % bootstrap interval over offers.
  struct Measured: Hashable, Sendable {
    let figure: EvaluationFigure
    let value: Double
    let low: Double
    let high: Double
  }

  /// Resamples of the bootstrap, and the places of its 2.5 % and 97.5 % quantiles.
  private static let resamples = 500
  private static let quantiles = (low: 12, high: 487)

  /// The annotated offers.
  public let offers: [AnnotatedOffer]
  /// Predictions by offer, in the order of `offers`.
  let predictions: [[PredictedMention]]
  /// Offers nothing was predicted for.
  public let unpredicted: Int
  let comparisons: [OfferComparison]
  let tally: OfferTally
  let figures: [Measured]

  /// - Parameters:
  ///   - offers: at least one.
  ///   - predictions: by identifier; an offer that is absent counts as one in which nothing was found.
  public init(_ offers: [AnnotatedOffer], predictions: [String: [PredictedMention]]) {
    self.offers = offers
    self.predictions = offers.map { predictions[$0.id] ?? [] }
    unpredicted = offers.count { predictions[$0.id] == nil }
    comparisons = zip(offers, self.predictions).map { OfferComparison($0, $1) }
    let tallies = comparisons.map(\.tally)
    let sum = Self.sum(tallies)
    tally = sum
    figures = Self.measure(sum, tallies)
  }

  /// Disagreements by offer, in the order of `offers`.
  public var errors: [[EvaluationError]] { comparisons.map(\.errors) }

  /// Demanded mentions of a kind: found, and linked to an accepted item where one was marked.
  func hits(_ kind: Mention.Kind) -> (found: OfferTally.Hits, linked: OfferTally.Hits) {
    var sum = (found: OfferTally.Hits(), linked: OfferTally.Hits())
    for comparison in comparisons {
      if let found = comparison.found[kind] { sum.found += found }
      if let linked = comparison.linked[kind] { sum.linked += linked }
    }
    return sum
  }

  /// Counts by grand domain of the ROME, in alphabetical order; offers without occupation come last, under `–`.
  func byLetter() -> [(letter: String, offers: Int, tally: OfferTally)] {
    var groups: [String: (Int, OfferTally)] = [:]
    for (offer, comparison) in zip(offers, comparisons) {
      var group = groups[offer.occupation?.grandDomain ?? "–"] ?? (0, OfferTally())
      group.0 += 1
      group.1 += comparison.tally
      groups[offer.occupation?.grandDomain ?? "–"] = group
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
  }

  /// A warning when the release lacks codes that the annotators accept.
  public func foreignCodes(to release: TaxonomyRelease) -> Finding? {
    let codes = Set(offers.flatMap { $0.mentions.flatMap(\.codes) })
    let foreign = codes.count { release.competency($0) == nil }
    return foreign == 0
      ? nil : EvaluationFindings.foreignCodes(foreign, of: codes.count, release: release.name)
  }

  private static func sum(_ tallies: some Sequence<OfferTally>) -> OfferTally {
    var sum = OfferTally()
    for tally in tallies { sum += tally }
    return sum
  }

  private static func measure(_ sum: OfferTally, _ tallies: [OfferTally]) -> [Measured] {
    var generator = MersenneTwister(seed: 1)
    let draws = (0..<resamples).map { _ in
      self.sum((0..<tallies.count).map { _ in tallies[generator.below(tallies.count)] })
    }
    return EvaluationFigure.allCases.map { figure in
      let spread = draws.map(figure.value).sorted()
      return Measured(
        figure: figure, value: figure.value(sum), low: spread[quantiles.low], high: spread[quantiles.high])
    }
  }
}
