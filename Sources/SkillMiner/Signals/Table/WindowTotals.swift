/// What does not depend on the family: sizes of a window, of its employers, of the strata.
struct WindowTotals {
  let offers: Int
  /// Known employers.
  let employers: Int
  /// Offers of unknown employers.
  let unknown: Int
  /// Offers of each cluster.
  let sizes: [Int32]
  let clusterCount: Int
  let sumOfSquares: Double

  init(_ sample: SignalSample, recent: Bool) {
    var sizes = [Int32](repeating: 0, count: Int(sample.clusters.max() ?? -1) + 1)
    var known = Set<Int32>()
    var unknown = 0
    var count = 0
    for index in sample.offers.indices where sample.isRecent[index] == recent {
      sizes[Int(sample.clusters[index])] += 1
      if sample.employers[index] >= 0 { known.insert(sample.employers[index]) } else { unknown += 1 }
      count += 1
    }
    offers = count
    employers = known.count
    self.unknown = unknown
    self.sizes = sizes
    clusterCount = sizes.count { $0 > 0 }
    sumOfSquares = sizes.reduce(0) { $0 + Double($1) * Double($1) }
  }

  /// Share of asking offers with its interval on the effective size.
  ///
  /// - Parameter yes: asking offers by cluster.
  func share(_ yes: some Sequence<(key: Int32, value: Int)>) -> (
    share: Double, interval: WilsonInterval, effective: Double
  ) {
    guard offers > 0 else { return (0, WilsonInterval(share: 0, size: 0), 0) }
    var squares = (yy: 0.0, ym: 0.0, mm: sumOfSquares)
    var total = 0
    for (cluster, count) in yes {
      // Sums of whole numbers: exact in any order.
      squares.yy += Double(count * count)
      squares.ym += Double(count * Int(sizes[Int(cluster)]))
      total += count
    }
    let effect = DesignEffect(size: offers, successes: total, clusters: clusterCount, squares: squares)
    let share = Double(total) / Double(offers)
    return (share, WilsonInterval(share: share, size: effect.effectiveSize), effect.effectiveSize)
  }
}
