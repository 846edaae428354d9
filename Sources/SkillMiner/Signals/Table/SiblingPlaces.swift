import Taxonomy

/// The places beside one territory, inside the territory above: what its shares are drawn towards, and what has to be
/// kept back together with its own small cells.
struct SiblingPlaces {
  /// One family in one place.
  private struct Entry {
    let place: Int
    let reference: SecrecyRules.Cell
    let recent: SecrecyRules.Cell
    /// Asking and all offers of the recent window, as independent offers.
    let effective: (yes: Double, total: Double)
  }

  private let own: Int
  private let entries: [String: [Entry]]
  /// Share of the recent offers of the territory above that ask for a family.
  private let parentShares: [String: Double]
  /// Effective size of places that do not ask for a family.
  private let silent: [Double]

  /// - Parameters:
  ///   - parent: facts of the territory above.
  ///   - places: where its offers stand, at the level of the territory.
  ///   - members: places in `parent` of the offers of each territory.
  ///   - code: the territory.
  ///   - smooths: whether shares will be asked for, and not only what is hidden.
  /// - Returns: `nil` when no offer of the territory above stands in the territory.
  init?(
    _ parent: CubeColumns, places: CubePlaces, members: [[Int]], code: String, windows: SignalWindows,
    poolsSources: Bool, smooths: Bool
  ) {
    guard let own = places.codes.firstIndex(of: code) else { return nil }
    self.own = own
    var entries: [String: [Entry]] = [:]
    var silent: [Double] = []
    for (place, rows) in members.enumerated() {
      let sample = SignalSample(parent.only(rows), windows: windows, poolsSources: poolsSources)
      let totals = WindowTotals(sample, recent: true)
      if smooths { silent.append(totals.share([:]).effective) }
      for (family, asking) in zip(sample.families, sample.asking) {
        guard let name = parent.familyNames[family] else { continue }
        entries[name, default: []].append(Self.entry(place, asking, sample, smooths ? totals : nil))
      }
    }
    self.entries = entries
    self.silent = silent
    guard smooths else {
      parentShares = [:]
      return
    }
    let whole = SignalSample(parent, windows: windows, poolsSources: poolsSources)
    let all = Double(max(1, whole.isRecent.count { $0 }))
    var shares: [String: Double] = [:]
    for (family, asking) in zip(whole.families, whole.asking) {
      guard let name = parent.familyNames[family] else { continue }
      shares[name] = Double(asking.count { whole.isRecent[Int($0)] }) / all
    }
    parentShares = shares
  }

  /// The share of a family in the territory, drawn towards that of the territory above.
  func smoothed(_ family: String) -> SmoothedShare? {
    guard let parentShare = parentShares[family], let entries = entries[family] else { return nil }
    var counts = silent.map { (yes: 0.0, total: $0) }
    for entry in entries { counts[entry.place] = entry.effective }
    let shrinkage = BetaBinomialShrinkage(places: counts, parentShare: parentShare, tolerance: 1e-3)
    let estimate = shrinkage.estimate(yes: counts[own].yes, total: counts[own].total)
    return SmoothedShare(
      share: estimate.share, lower: estimate.lower, upper: estimate.upper, parentShare: parentShare)
  }

  /// Whether the territory's cell must be kept back, for its own sake or for that of a sibling.
  func isHidden(_ family: String, recent: Bool, rules: SecrecyRules) -> Bool {
    guard let entries = entries[family], let place = entries.firstIndex(where: { $0.place == own }) else {
      return false
    }
    return SuppressedRow(entries.map { recent ? $0.recent : $0.reference }, rules: rules).isHidden[place]
  }

  private static func entry(
    _ place: Int, _ asking: [Int32], _ sample: SignalSample, _ totals: WindowTotals?
  ) -> Entry {
    var yes: [Int32: Int] = [:]
    var offers = (reference: 0, recent: 0)
    var employers = (reference: Set<Int32>(), recent: Set<Int32>())
    for offer in asking.map(Int.init) {
      let employer = sample.employers[offer]
      if sample.isRecent[offer] {
        offers.recent += 1
        if totals != nil { yes[sample.clusters[offer], default: 0] += 1 }
        if employer >= 0 { employers.recent.insert(employer) }
      } else {
        offers.reference += 1
        if employer >= 0 { employers.reference.insert(employer) }
      }
    }
    let (share, _, effective) = totals?.share(yes) ?? (0, WilsonInterval(share: 0, size: 0), 0)
    return Entry(
      place: place,
      reference: SecrecyRules.Cell(offers: offers.reference, employers: employers.reference.count),
      recent: SecrecyRules.Cell(offers: offers.recent, employers: employers.recent.count),
      effective: (share * effective, effective))
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
