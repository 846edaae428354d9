import Taxonomy

/// Shares of recent offers in sibling places, on effective sizes, and in the territory above.
struct SiblingShares {
  /// Asking and all offers of one place, as independent offers.
  private struct Entry {
    let place: Int
    let effective: (yes: Double, total: Double)
  }

  private let entries: [Int32: [Entry]]
  /// Share of the recent offers of the territory above that ask for a family.
  private let parentShares: [Int32: Double]
  /// Effective size of places that do not ask for a family.
  private let silent: [Double]

  init(_ parent: CubeColumns, members: [[Int]], windows: SignalWindows, poolsSources: Bool) {
    var entries: [Int32: [Entry]] = [:]
    var silent: [Double] = []
    for (place, rows) in members.enumerated() {
      let sample = SignalSample(parent.only(rows), windows: windows, poolsSources: poolsSources)
      let totals = WindowTotals(sample, recent: true)
      silent.append(totals.share([Int32: Int]()).effective)
      for (family, asking) in zip(sample.families, sample.asking) {
        var yes: [Int32: Int] = [:]
        for offer in asking.map(Int.init) where sample.isRecent[offer] {
          yes[sample.clusters[offer], default: 0] += 1
        }
        let (share, _, effective) = totals.share(yes)
        entries[family, default: []].append(
          Entry(place: place, effective: (share * effective, effective)))
      }
    }
    self.entries = entries
    self.silent = silent
    let whole = SignalSample(parent, windows: windows, poolsSources: poolsSources)
    let all = Double(max(1, whole.isRecent.count { $0 }))
    var shares: [Int32: Double] = [:]
    for (family, asking) in zip(whole.families, whole.asking) {
      shares[family] = Double(asking.count { whole.isRecent[Int($0)] }) / all
    }
    parentShares = shares
  }

  /// The share of a family in a place, drawn towards that of the territory above.
  func smoothed(_ family: Int32, in own: Int) -> SmoothedShare? {
    guard let parentShare = parentShares[family], let entries = entries[family] else { return nil }
    var counts = silent.map { (yes: 0.0, total: $0) }
    for entry in entries { counts[entry.place] = entry.effective }
    let shrinkage = BetaBinomialShrinkage(places: counts, parentShare: parentShare, tolerance: 1e-3)
    let estimate = shrinkage.estimate(yes: counts[own].yes, total: counts[own].total)
    return SmoothedShare(
      share: estimate.share, lower: estimate.lower, upper: estimate.upper, parentShare: parentShare)
  }
}

/// A share of a small place, drawn towards that of the territory above (see `BetaBinomialShrinkage`).
public struct SmoothedShare: Hashable, Sendable {
  /// Posterior mean.
  public let share: Double
  /// Bounds of the central 95 %.
  public let lower: Double
  /// Upper bound.
  public let upper: Double
  /// Share of the territory above.
  public let parentShare: Double
}
