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

  init(_ frame: SignalFrame) {
    self.frame = frame
    evaluator = ClusteredScoreTest.Evaluator(frame.design)
  }

  mutating func figures(_ asking: [Int32]) -> Figures {
    let sample = frame.sample
    var yes = (reference: [Int32: Int](), recent: [Int32: Int]())
    var known = (reference: Set<Int32>(), recent: Set<Int32>())
    var perEmployer: [Int32: Int] = [:]
    var perGroup: [Int32: (reference: Int, recent: Int)] = [:]
    var perStratum: [Int32: (reference: Int, recent: Int)] = [:]
    var perMonth = [Double](repeating: 0, count: frame.months.count)
    var comparable = (offers: 0, employers: Set<Int32>())
    var broken = 0
    for offer in asking.map(Int.init) {
      let cluster = sample.clusters[offer]
      let employer = sample.employers[offer]
      let stratum = frame.design.stratum[offer]
      if sample.isRecent[offer] {
        yes.recent[cluster, default: 0] += 1
        perGroup[sample.groups[offer], default: (0, 0)].recent += 1
        perStratum[stratum, default: (0, 0)].recent += 1
        if employer >= 0 {
          known.recent.insert(employer)
          perEmployer[employer, default: 0] += 1
        }
        if frame.isBroken[Int(sample.sources[offer])] { broken += 1 }
      } else {
        yes.reference[cluster, default: 0] += 1
        perGroup[sample.groups[offer], default: (0, 0)].reference += 1
        perStratum[stratum, default: (0, 0)].reference += 1
        if employer >= 0 { known.reference.insert(employer) }
      }
      if frame.design.squares[Int(stratum)] > 0 {
        comparable.offers += 1
        if employer >= 0 { comparable.employers.insert(employer) }
      }
      perMonth[frame.monthPlace[offer]] += 1
    }
    var f = Figures()
    f.evidence.referenceOffers = yes.reference.values.reduce(0, +)
    f.evidence.recentOffers = yes.recent.values.reduce(0, +)
    f.evidence.referenceEmployers = known.reference.count
    f.evidence.recentEmployers = known.recent.count
    (f.shareReference, f.intervalReference, _) = frame.reference.share(yes.reference)
    (f.shareRecent, f.intervalRecent, f.effectiveRecent) = frame.recent.share(yes.recent)
    f.evidence.referenceUpper = f.intervalReference.upper
    f.evidence.recentUpper = f.intervalRecent.upper
    f.employers = known.reference.union(known.recent).count
    f.largest = Double(perEmployer.values.max() ?? 0) / Double(max(1, f.evidence.recentOffers))
    f.broken = Double(broken) / Double(max(1, f.evidence.recentOffers))
    f.kitagawa = kitagawa(perGroup)
    if frame.rules.isSupported(offers: comparable.offers, employers: comparable.employers.count) {
      let test = evaluator.test(asking)
      if test.independentVariance > 0 {
        f.test = test
        (f.evidence.oddsRatio, f.evidence.interval, f.evidence.logError) = oddsRatio(perStratum, test)
      }
    }
    if f.test != nil, frame.months.count >= 8 {
      let series = adjusted(perMonth, perGroup)
      f.slope = TheilSen.slope(series)
      f.trendP = MannKendall(series).p
    }
    return f
  }

  private func kitagawa(_ perGroup: [Int32: (reference: Int, recent: Int)]) -> KitagawaDecomposition {
    var rest = KitagawaDecomposition.Group(
      referenceTotal: frame.reference.offers, recentTotal: frame.recent.offers)
    var groups = perGroup.sorted { $0.key < $1.key }.map { group, yes in
      let size = frame.groupSizes[Int(group)]
      rest.referenceTotal -= size.reference
      rest.recentTotal -= size.recent
      return KitagawaDecomposition.Group(
        referenceTotal: size.reference, referenceYes: yes.reference, recentTotal: size.recent,
        recentYes: yes.recent)
    }
    // Groups that nobody asks in move no share; they only complete the totals.
    groups.append(rest)
    return KitagawaDecomposition(groups)
  }

  private func oddsRatio(
    _ perStratum: [Int32: (reference: Int, recent: Int)], _ test: ClusteredScoreTest
  ) -> (Double?, ClosedRange<Double>?, Double?) {
    // Strata in which nobody asks add nothing to the sums.
    let tables = perStratum.sorted { $0.key < $1.key }.compactMap { stratum, yes -> TwoByTwo? in
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
  private func adjusted(
    _ perMonth: [Double], _ perGroup: [Int32: (reference: Int, recent: Int)]
  ) -> [Double] {
    var residual = perMonth
    var yes = 0.0
    for (group, count) in perGroup.sorted(by: { $0.key < $1.key }) {
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
