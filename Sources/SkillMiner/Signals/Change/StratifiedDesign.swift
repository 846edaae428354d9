/// Offers arranged for a stratified comparison, once for all families: where each offer stands, at which employer, and
/// its score (0 or 1 for a reference and a recent window, the number of its period for a trend).
public struct StratifiedDesign: Sendable {
  /// Employers of one stratum with the sum of their offers' centred scores.
  struct Pair: Sendable {
    let cluster: Int32
    let centred: Double
  }

  /// Stratum of each offer.
  let stratum: [Int32]
  /// Employer (or other cluster) of each offer.
  let cluster: [Int32]
  /// Score of each offer less the mean of its stratum.
  let centred: [Double]
  /// Offers a stratum.
  let sizes: [Int]
  /// Sum of squared centred scores a stratum; 0 where all scores are equal, and then the stratum says nothing.
  let squares: [Double]
  /// Pairs of stratum s are `pairs[starts[s]..<starts[s + 1]]`, by ascending cluster.
  let pairs: [Pair]
  let starts: [Int]
  let clusterCount: Int

  /// - Parameters:
  ///   - stratum: number of each offer's stratum, from 0.
  ///   - cluster: number of each offer's employer, from 0; an unknown employer is a number of its own.
  ///   - score: score of each offer.
  public init(stratum: [Int32], cluster: [Int32], score: [Double]) {
    precondition(stratum.count == cluster.count && stratum.count == score.count, "one value an offer")
    let strata = Int(stratum.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: strata)
    var sums = [Double](repeating: 0, count: strata)
    for (s, x) in zip(stratum, score) {
      sizes[Int(s)] += 1
      sums[Int(s)] += x
    }
    var squares = [Double](repeating: 0, count: strata)
    var centred = score
    for index in score.indices {
      let s = Int(stratum[index])
      centred[index] -= sums[s] / Double(sizes[s])
      squares[s] += centred[index] * centred[index]
    }
    let order = score.indices.sorted { (stratum[$0], cluster[$0], $0) < (stratum[$1], cluster[$1], $1) }
    var pairs: [Pair] = []
    var starts = [0]
    var position = 0
    for s in 0..<strata {
      while position < order.count, Int(stratum[order[position]]) == s {
        let c = cluster[order[position]]
        var sum = 0.0
        while position < order.count, Int(stratum[order[position]]) == s, cluster[order[position]] == c {
          sum += centred[order[position]]
          position += 1
        }
        if sum != 0 { pairs.append(Pair(cluster: c, centred: sum)) }
      }
      starts.append(pairs.count)
    }
    self.stratum = stratum
    self.cluster = cluster
    self.centred = centred
    self.sizes = sizes
    self.squares = squares
    self.pairs = pairs
    self.starts = starts
    clusterCount = Int(cluster.max() ?? -1) + 1
  }

  /// How much the strata leave to compare: Σ of squared centred scores. With scores 0 and 1 it is Σ n₁n₂/N.
  public var information: Double { squares.reduce(0, +) }
}
