import Taxonomy

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
  /// Families an offer asks for on average in each window, at equal occupation, feed and season.
  public let detail: (reference: Double, recent: Double)
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
    _ cube: CubeColumns, windows: SignalWindows, families: CompetencyFamilies,
    rules: SignalRules = SignalRules(), poolsSources: Bool = false, threads: Int = 2
  ) {
    let study = SignalStudy(
      cube, windows: windows, rules: rules, poolsSources: poolsSources, threads: threads)
    self.init(study, q: SignalStudy.qValues([study.p])[0], families: families, rules: rules)
  }

  /// - Parameter q: q-value of each family of the study, over whatever table it is part of.
  init(
    _ study: SignalStudy, q: [Double?], families: CompetencyFamilies, rules: SignalRules
  ) {
    let frame = study.frame
    signals = study.figures.indices.map { place in
      let id = study.names[place]
      let family = families[id] ?? CompetencyFamily(id: id, label: id, kind: .knowHow, codes: [])
      return Self.signal(family, study.figures[place], q: q[place], rules: rules)
    }.sorted(by: Self.precedes)
    offersReference = frame.reference.offers
    offersRecent = frame.recent.offers
    employersReference = frame.reference.employers
    employersRecent = frame.recent.employers
    unknownEmployers =
      Double(frame.reference.unknown + frame.recent.unknown) / Double(max(1, frame.sample.offers.count))
    comparableShare = frame.comparableShare
    detail = study.detail
    controlsSeason = frame.season != .none
    brokenSources = zip(study.sourceNames, frame.isBroken).filter(\.1).map(\.0)
    tested = q.count { $0 != nil }
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
      employers: f.employers, employersReference: evidence.referenceEmployers,
      employersRecent: evidence.recentEmployers, effectiveRecent: f.effectiveRecent, slope: f.slope,
      trendP: f.trendP, warnings: warnings)
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
