import Taxonomy

/// A proposed span of an annotated offer: its features, and what the annotators say of it.
struct FitSample: Sendable {
  /// Place of its offer among the annotated ones.
  let offer: Int
  /// `SpanFeature` values.
  let features: [Float]
  /// At least half of it and of a demanded mention are one and the same.
  let isDemanded: Bool
  /// What a mistake on it costs.
  let weight: Double
  /// Whether a written form decides its item, so that it says nothing about the acceptance of links.
  let hasForm: Bool
  /// `RankFeature` values of each item that fits, and whether annotators accept it.
  let items: [(features: [Float], isAccepted: Bool)]
}
