/// Trend of a share over periods inside strata (Mantel 1963, the stratified Cochran–Armitage test), for counts of
/// independent offers.
public struct ExtendedMantelTrend: Hashable, Sendable {
  /// One period of one stratum.
  public struct Cell: Hashable, Sendable {
    /// Position of the period; only differences matter.
    public let score: Double
    /// Offers that ask.
    public let yes: Double
    /// All offers.
    public let total: Double

    /// Makes the value from its parts.
    public init(score: Double, yes: Double, total: Double) {
      self.score = score
      self.yes = yes
      self.total = total
    }
  }

  /// Σ over strata of observed minus expected score of asking offers.
  public let score: Double
  /// Variance of `score` without trend.
  public let variance: Double

  /// `score` in standard errors; 0 when nothing varies.
  public var z: Double { variance > 0 ? score / variance.squareRoot() : 0 }
  /// Two-sided p-value.
  public var p: Double { NormalDistribution.twoSidedP(z) }

  /// - Parameter strata: each the cells of its periods, in any order.
  public init(_ strata: some Sequence<[Cell]>) {
    var score = 0.0
    var variance = 0.0
    for cells in strata {
      let n = cells.reduce(0) { $0 + $1.total }
      guard n > 1 else { continue }
      let m = cells.reduce(0) { $0 + $1.yes }
      let mean = cells.reduce(0) { $0 + $1.score * $1.total } / n
      let squares = cells.reduce(0) { $0 + $1.total * ($1.score - mean) * ($1.score - mean) }
      score += cells.reduce(0) { $0 + $1.yes * ($1.score - mean) }
      variance += m * (n - m) / (n * (n - 1)) * squares
    }
    self.score = score
    self.variance = variance
  }
}
