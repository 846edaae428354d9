/// How vectors are trained. The values are those with which the weights of `taxonomy-data/model/linker-trained.csv` were
/// fitted.
public struct VectorTrainingParameters: Hashable, Sendable {
  /// Offers read at most; a store that has more is read evenly over its rows.
  public var maximumOffers = 30_000
  /// Offers without which nothing is trained.
  public var minimumOffers = VectorTraining.minimumOffers
  /// Seed of the training.
  public var seed = 0
  /// Times the text is read.
  public var epochs = 5
  /// Words to either side that a word is learned from.
  var window = 5
  /// Words seen less often take their vectors from their pieces alone.
  var minimumCount = 2
  /// Rows that pieces of words share.
  var buckets = 100_000
  /// Letters of a piece.
  var pieces = 3...6

  /// The values to start from.
  public init() {}

  /// At most `maximumOffers` of some rows, at even distances.
  func chosen(_ offers: [Int64]) -> [Int64] {
    guard offers.count > maximumOffers else { return offers }
    return (0..<maximumOffers).map { offers[$0 * offers.count / maximumOffers] }
  }
}
