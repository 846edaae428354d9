/// Everything about a sample that families share; read by all threads.
struct SignalFrame {
  let sample: SignalSample
  let rules: SignalRules
  let design: StratifiedDesign
  let season: SignalSample.Season
  let reference: WindowTotals
  let recent: WindowTotals
  /// Offers of each group (occupation × source).
  let groupSizes: [(reference: Int, recent: Int)]
  /// Offers of each stratum of the design.
  let strataSizes: [(reference: Int, recent: Int)]
  /// Offers in strata seen in both windows.
  let comparable: (reference: Int, recent: Int)
  /// Months that hold offers, ascending.
  let months: [(month: Int32, count: Int)]
  /// Place of each offer's month in `months`.
  let monthPlace: [Int]
  /// Offers of each group in each of `months`.
  let monthsOfGroup: [[(month: Int32, count: Int32)]]
  /// Whether what goes together (`SignalSample.clusters`) is a known employer.
  let isEmployer: [Bool]
  /// Whether a feed appeared, disappeared or changed volume.
  let isBroken: [Bool]

  init(_ sample: SignalSample, windows: SignalWindows, rules: SignalRules, sourceCount: Int) {
    self.sample = sample
    self.rules = rules
    let (stratum, season) = sample.strata(windows, rules: rules)
    self.season = season
    design = StratifiedDesign(
      stratum: stratum, cluster: sample.clusters, score: sample.isRecent.map { $0 ? 1 : 0 })
    reference = WindowTotals(sample, recent: false)
    recent = WindowTotals(sample, recent: true)
    groupSizes = Self.sizes(sample.groups, sample.isRecent)
    strataSizes = Self.sizes(stratum, sample.isRecent)
    comparable = strataSizes.reduce(into: (reference: 0, recent: 0)) {
      guard $1.reference > 0, $1.recent > 0 else { return }
      $0.reference += $1.reference
      $0.recent += $1.recent
    }
    var counts: [Int32: Int] = [:]
    for month in sample.months { counts[month, default: 0] += 1 }
    let months = counts.sorted { $0.key < $1.key }.map { (month: $0.key, count: $0.value) }
    let places = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1.month, $0) })
    monthPlace = sample.months.map { places[$0] ?? 0 }
    self.months = months
    var perGroup = [[Int32: Int32]](repeating: [:], count: sample.groupCount)
    for (index, group) in sample.groups.enumerated() {
      perGroup[Int(group)][Int32(places[sample.months[index]] ?? 0), default: 0] += 1
    }
    monthsOfGroup = perGroup.map { table in
      table.sorted { $0.key < $1.key }.map { (month: $0.key, count: $0.value) }
    }
    var isEmployer = [Bool](repeating: false, count: Int(sample.clusters.max() ?? -1) + 1)
    for (cluster, employer) in zip(sample.clusters, sample.employers) where employer >= 0 {
      isEmployer[Int(cluster)] = true
    }
    self.isEmployer = isEmployer
    isBroken = Self.breaks(sample, windows, rules, sourceCount)
  }

  /// Share of the offers of both windows that can be compared.
  var comparableShare: Double {
    Double(comparable.reference + comparable.recent) / Double(max(1, reference.offers + recent.offers))
  }

  private static func sizes(_ places: [Int32], _ isRecent: [Bool]) -> [(reference: Int, recent: Int)] {
    var sizes = [(reference: Int, recent: Int)](
      repeating: (0, 0), count: Int(places.max() ?? -1) + 1)
    for (place, recent) in zip(places, isRecent) {
      if recent { sizes[Int(place)].recent += 1 } else { sizes[Int(place)].reference += 1 }
    }
    return sizes
  }

  /// Monthly volumes are compared, so that windows may differ in length.
  private static func breaks(
    _ sample: SignalSample, _ windows: SignalWindows, _ rules: SignalRules, _ count: Int
  ) -> [Bool] {
    sizes(sample.sources + [Int32(count)], sample.isRecent + [true]).prefix(count).map {
      let reference = Double($0.reference) / Double(windows.reference.count)
      let recent = Double($0.recent) / Double(windows.recent.count)
      guard reference > 0 || recent > 0 else { return false }
      return recent > reference * rules.sourceBreak || reference > recent * rules.sourceBreak
    }
  }
}
