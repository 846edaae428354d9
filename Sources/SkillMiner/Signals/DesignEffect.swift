/// How much a sample loses because its members come in clusters (Rao and Scott 1981): offers of one employer say the
/// same thing, so a hundred offers of one chain do not weigh as much as a hundred offers of a hundred shops.
///
/// With cluster sizes mᵢ, successes yᵢ, n = Σmᵢ, p = Σyᵢ/n and k clusters, the variance of p as a ratio is
/// v = k/(k−1) · Σ(yᵢ − p·mᵢ)² / n², the design effect v / (p(1−p)/n), the effective size n / deff.
public struct DesignEffect: Hashable, Sendable {
  /// One cluster: what was observed at one employer.
  public struct Cluster: Hashable, Sendable {
    /// Observations that say yes.
    public let successes: Int
    /// All its observations.
    public let size: Int

    /// Makes the value from its parts.
    public init(successes: Int, size: Int) {
      self.successes = successes
      self.size = size
    }
  }

  /// Design effect; never below 1, because a sample of clusters is not allowed to claim more than independence.
  public let value: Double
  /// n / deff; never below 1 for a sample that is not empty.
  public let effectiveSize: Double

  /// - Parameter clusters: in any order; clusters of size 0 are ignored. An observation whose employer is unknown is
  ///   a cluster of its own.
  public init(clusters: some Sequence<Cluster>) {
    var n = 0
    var y = 0
    var k = 0
    var squares = (yy: 0.0, ym: 0.0, mm: 0.0)
    for cluster in clusters where cluster.size > 0 {
      let yi = Double(cluster.successes)
      let mi = Double(cluster.size)
      n += cluster.size
      y += cluster.successes
      k += 1
      squares.yy += yi * yi
      squares.ym += yi * mi
      squares.mm += mi * mi
    }
    self.init(size: n, successes: y, clusters: k, squares: squares)
  }

  /// The same from sums, for callers that hold millions of offers: Σyᵢ², Σyᵢmᵢ, Σmᵢ².
  package init(size n: Int, successes y: Int, clusters k: Int, squares: (yy: Double, ym: Double, mm: Double))
  {
    guard n > 0 else {
      value = 1
      effectiveSize = 0
      return
    }
    let size = Double(n)
    let p = Double(y) / size
    let raw: Double
    if k < 2 {
      // One employer: nothing tells how another would answer.
      raw = size
    } else if y == 0 || y == n {
      // All alike: the correlation inside employers cannot be estimated, so it is taken at its worst (Kish 1965).
      raw = squares.mm / size
    } else {
      let residual = max(0, squares.yy - 2 * p * squares.ym + p * p * squares.mm)
      let variance = Double(k) / Double(k - 1) * residual / (size * size)
      raw = variance / (p * (1 - p) / size)
    }
    value = min(max(1, raw), size)
    effectiveSize = size / value
  }
}
