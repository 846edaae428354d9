import Foundation

/// Figures of one family after the other over one sample; one a thread.
struct SignalCounter {
  /// Everything but what depends on the other families of the table.
  struct Figures {
    var evidence = SignalRules.Evidence()
    var shareReference = 0.0
    var shareRecent = 0.0
    var intervalReference = WilsonInterval(share: 0, size: 0)
    var intervalRecent = WilsonInterval(share: 0, size: 0)
    var kitagawa = KitagawaDecomposition([KitagawaDecomposition.Group]())
    var test: ClusteredScoreTest?
    var employers = 0
    var effectiveRecent = 0.0
    var largest = 0.0
    var broken = 0.0
    var slope: Double?
    var trendP: Double?
  }

  private let frame: SignalFrame
  private var evaluator: ClusteredScoreTest.Evaluator
  /// Asking offers by employer (else near-duplicate cluster), by group and by stratum; empty between two families.
  private var clusters: AskingTally
  private var groups: AskingTally
  private var strata: AskingTally
  /// Employers with offers in comparable strata, likewise.
  private var isComparable: [Bool]

  init(_ frame: SignalFrame) {
    self.frame = frame
    evaluator = ClusteredScoreTest.Evaluator(frame.design)
    clusters = AskingTally(places: frame.isEmployer.count)
    groups = AskingTally(places: frame.groupSizes.count)
    strata = AskingTally(places: frame.strataSizes.count)
    isComparable = [Bool](repeating: false, count: frame.isEmployer.count)
  }

  mutating func figures(_ asking: [Int32]) -> Figures {
    let sample = frame.sample
    var perMonth = [Double](repeating: 0, count: frame.months.count)
    var comparable = (offers: 0, employers: 0)
    var broken = 0
    for offer in asking.map(Int.init) {
      let isRecent = sample.isRecent[offer]
      let cluster = sample.clusters[offer]
      let stratum = frame.design.stratum[offer]
      clusters.add(cluster, recent: isRecent)
      groups.add(sample.groups[offer], recent: isRecent)
      strata.add(stratum, recent: isRecent)
      if isRecent, frame.isBroken[Int(sample.sources[offer])] { broken += 1 }
      if frame.design.squares[Int(stratum)] > 0 {
        comparable.offers += 1
        if frame.isEmployer[Int(cluster)], !isComparable[Int(cluster)] {
          isComparable[Int(cluster)] = true
          comparable.employers += 1
        }
      }
      perMonth[frame.monthPlace[offer]] += 1
    }
    groups.sort()
    strata.sort()
    defer { clear() }
    var f = Figures()
    count(employers: &f)
    (f.shareReference, f.intervalReference, _) = frame.reference.share(
      clusters.counts(recent: false))
    (f.shareRecent, f.intervalRecent, f.effectiveRecent) = frame.recent.share(
      clusters.counts(recent: true))
    f.evidence.referenceUpper = f.intervalReference.upper
    f.evidence.recentUpper = f.intervalRecent.upper
    f.broken = Double(broken) / Double(max(1, f.evidence.recentOffers))
    f.kitagawa = kitagawa()
    if frame.rules.isSupported(offers: comparable.offers, employers: comparable.employers) {
      let test = evaluator.test(asking)
      if test.independentVariance > 0 {
        f.test = test
        (f.evidence.oddsRatio, f.evidence.interval, f.evidence.logError) = oddsRatio(test)
      }
    }
    if f.test != nil, frame.months.count >= 8 {
      let series = adjusted(perMonth)
      f.slope = TheilSen.slope(series)
      f.trendP = MannKendall(series).p
    }
    return f
  }

  private mutating func clear() {
    for cluster in clusters.met { isComparable[Int(cluster)] = false }
    clusters.clear()
    groups.clear()
    strata.clear()
  }

  /// Asking offers and known employers of both windows.
  private func count(employers f: inout Figures) {
    var largest = 0
    for cluster in clusters.met {
      let yes = clusters[cluster]
      f.evidence.referenceOffers += yes.reference
      f.evidence.recentOffers += yes.recent
      guard frame.isEmployer[Int(cluster)] else { continue }
      f.employers += 1
      if yes.reference > 0 { f.evidence.referenceEmployers += 1 }
      if yes.recent > 0 { f.evidence.recentEmployers += 1 }
      largest = max(largest, yes.recent)
    }
    f.largest = Double(largest) / Double(max(1, f.evidence.recentOffers))
  }

  private func kitagawa() -> KitagawaDecomposition {
    var rest = KitagawaDecomposition.Group(
      referenceTotal: frame.reference.offers, recentTotal: frame.recent.offers)
    var parts = groups.met.map { group in
      let yes = groups[group]
      let size = frame.groupSizes[Int(group)]
      rest.referenceTotal -= size.reference
      rest.recentTotal -= size.recent
      return KitagawaDecomposition.Group(
        referenceTotal: size.reference, referenceYes: yes.reference, recentTotal: size.recent,
        recentYes: yes.recent)
    }
    // Groups that nobody asks in move no share; they only complete the totals.
    parts.append(rest)
    return KitagawaDecomposition(parts)
  }

  private func oddsRatio(_ test: ClusteredScoreTest) -> (Double?, ClosedRange<Double>?, Double?) {
    // Strata in which nobody asks add nothing to the sums.
    let tables = strata.met.compactMap { stratum -> TwoByTwo? in
      let yes = strata[stratum]
      let size = frame.strataSizes[Int(stratum)]
      guard size.reference > 0, size.recent > 0 else { return nil }
      return TwoByTwo(
        recentYes: Double(yes.recent), recentNo: Double(size.recent - yes.recent),
        referenceYes: Double(yes.reference), referenceNo: Double(size.reference - yes.reference))
    }
    let common = MantelHaenszel(tables)
    var ratio = common.oddsRatio
    var variance = common.logVariance
    if variance == nil {
      // Nobody asked in one window: half an offer in each cell of the table of all comparable strata (Haldane 1956).
      let sum = tables.reduce(into: (a: 0.5, c: 0.5)) {
        $0.a += $1.recentYes
        $0.c += $1.referenceYes
      }
      let b = Double(frame.comparable.recent) + 1 - sum.a
      let d = Double(frame.comparable.reference) + 1 - sum.c
      ratio = sum.a * d / (b * sum.c)
      variance = 1 / sum.a + 1 / b + 1 / sum.c + 1 / d
    }
    guard let ratio, let variance, ratio > 0, ratio.isFinite else { return (nil, nil, nil) }
    let error = (variance * test.overdispersion).squareRoot()
    let width = StudentDistribution.twoSidedQuantile(0.05, degrees: test.degrees) * error
    return (ratio, ratio * exp(-width)...ratio * exp(width), error)
  }

  /// Monthly shares with the mix of groups taken out: the overall share plus the mean residual of the month.
  private func adjusted(_ perMonth: [Double]) -> [Double] {
    var residual = perMonth
    var yes = 0.0
    for group in groups.met {
      let count = groups[group]
      let size = frame.groupSizes[Int(group)]
      let share = Double(count.reference + count.recent) / Double(size.reference + size.recent)
      yes += Double(count.reference + count.recent)
      for entry in frame.monthsOfGroup[Int(group)] {
        residual[Int(entry.month)] -= share * Double(entry.count)
      }
    }
    let overall = yes / Double(max(1, sample.count))
    return residual.indices.map { overall + residual[$0] / Double(max(1, frame.months[$0].count)) }
  }

  private var sample: [Int64] { frame.sample.offers }
}
