import Dispatch
import Synchronization
public import Taxonomy

/// Signals of every family of a scope between two windows: one published table.
public struct SignalTable: Sendable {
  /// Rows, strongest statement first.
  public let signals: [Signal]
  /// Distinct offers of the reference window.
  public let offersReference: Int
  /// Distinct offers of the recent window.
  public let offersRecent: Int
  /// Known employers of each window.
  public let employersReference: Int
  /// Known employers of the recent window.
  public let employersRecent: Int
  /// Share of the offers whose employer is unknown.
  public let unknownEmployers: Double
  /// Share of the offers in strata seen in both windows.
  public let comparableShare: Double
  /// Whether calendar months (or quarters) are strata.
  public let controlsSeason: Bool
  /// Feeds that appeared, disappeared or changed volume.
  public let brokenSources: [String]
  /// How many families were tested.
  public let tested: Int

  /// Counts and decides.
  ///
  /// - Parameters:
  ///   - cube: facts of the scope; offers outside the windows are left out.
  ///   - families: what is known of each family, by identifier.
  ///   - poolsSources: compares across feeds; what feeds differ by then looks like change.
  ///   - threads: how many count at a time; the result does not depend on it.
  public init(
    _ cube: CubeColumns, windows: SignalWindows, families: [String: CompetencyFamily],
    rules: SignalRules = SignalRules(), poolsSources: Bool = false, threads: Int = 2
  ) {
    let sample = SignalSample(cube, windows: windows, poolsSources: poolsSources)
    let frame = SignalFrame(sample, windows: windows, rules: rules, sourceCount: cube.sourceNames.count)
    let figures = Self.count(frame, threads: threads)
    let tested = figures.indices.filter { figures[$0].test != nil }
    let q = BenjaminiHochberg.qValues(tested.compactMap { figures[$0].test?.p })
    var qOfPlace: [Int: Double] = [:]
    for (place, value) in zip(tested, q) { qOfPlace[place] = value }
    signals = figures.indices.map { place in
      let id = cube.familyNames[sample.families[place]] ?? "?"
      let family = families[id] ?? CompetencyFamily(id: id, label: id, kind: .knowHow, codes: [])
      return Self.signal(family, figures[place], q: qOfPlace[place], rules: rules)
    }.sorted(by: Self.precedes)
    offersReference = frame.reference.offers
    offersRecent = frame.recent.offers
    employersReference = frame.reference.employers
    employersRecent = frame.recent.employers
    unknownEmployers =
      Double(frame.reference.unknown + frame.recent.unknown) / Double(max(1, sample.offers.count))
    comparableShare = frame.comparableShare
    controlsSeason = frame.season != .none
    brokenSources = zip(cube.sourceNames, frame.isBroken).filter(\.1).map(\.0)
    self.tested = tested.count
  }

  private static func count(_ frame: SignalFrame, threads: Int) -> [SignalCounter.Figures] {
    let asking = frame.sample.asking
    let threads = max(1, min(threads, asking.count))
    let results = Mutex([[SignalCounter.Figures]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var counter = SignalCounter(frame)
      // Every n-th family: rare and frequent ones fall to each thread alike.
      let own = stride(from: thread, to: asking.count, by: threads).map { counter.figures(asking[$0]) }
      results.withLock { $0[thread] = own }
    }
    let all = results.withLock { $0 }
    return asking.indices.map { all[$0 % threads][$0 / threads] }
  }

  private static func signal(
    _ family: CompetencyFamily, _ f: SignalCounter.Figures, q: Double?, rules: SignalRules
  ) -> Signal {
    var evidence = f.evidence
    evidence.q = q
    let kind = rules.decide(evidence)
    var warnings: [Signal.Warning] = []
    if f.largest > rules.dominance { warnings.append(.concentration) }
    if !rules.isSupported(offers: evidence.recentOffers, employers: evidence.recentEmployers),
      !rules.isSupported(offers: evidence.referenceOffers, employers: evidence.referenceEmployers)
    {
      warnings.append(.smallSupport)
    }
    let goesUp = kind == .emerging || kind == .growing
    let goesDown = kind == .declining || kind == .vanishing
    if let slope = f.slope, (goesUp && slope < 0) || (goesDown && slope > 0) {
      warnings.append(.secondOpinion)
    }
    if f.kitagawa.change != 0, f.kitagawa.mix.magnitude > f.kitagawa.within.magnitude {
      warnings.append(.mix)
    }
    if f.broken > 0.5 { warnings.append(.sourceBreak) }
    return Signal(
      family: family, kind: kind, offersReference: evidence.referenceOffers,
      offersRecent: evidence.recentOffers, shareReference: f.shareReference,
      intervalReference: f.intervalReference, shareRecent: f.shareRecent, intervalRecent: f.intervalRecent,
      within: f.kitagawa.within, mix: f.kitagawa.mix, oddsRatio: evidence.oddsRatio,
      interval: evidence.interval, p: f.test?.p, q: q, overdispersion: f.test?.overdispersion ?? 1,
      employers: f.employers, slope: f.slope, trendP: f.trendP, warnings: warnings)
  }

  private static func precedes(_ a: Signal, _ b: Signal) -> Bool {
    let order = SignalClass.order
    let ranks = (order[a.kind] ?? 0, order[b.kind] ?? 0)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    let values = (a.q ?? 2, b.q ?? 2)
    if values.0 != values.1 { return values.0 < values.1 }
    if a.offersRecent != b.offersRecent { return a.offersRecent > b.offersRecent }
    return a.family.id < b.family.id
  }
}
