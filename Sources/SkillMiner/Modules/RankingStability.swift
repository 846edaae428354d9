import Taxonomy

/// How firmly candidates stand among the first ten: the share of bootstrap replicates in which they do.
///
/// Employers are resampled, not offers, because offers of one employer are one decision. Each gets a weight drawn from
/// the Poisson distribution of mean 1 (Hanley and MacGibbon 2006), the same for all its offers; an offer of unknown employer
/// is a cluster of its own. Weights depend on seed, replicate and cluster only, so the order of the work cannot show.
struct RankingStability {
  /// Most stored offers stability is measured on.
  static let offerLimit = 300_000

  private let replicates: Int
  private let seed: UInt64
  private let weights: AnalysisParameters.Weights
  /// How many places count.
  private let places = 10

  init(parameters: AnalysisParameters) {
    replicates = parameters.bootstrap
    seed = parameters.seed
    weights = parameters.weights
  }

  /// Measures every candidate.
  func measure(_ candidates: inout [ModuleCandidate], demands: [[ROMECode]: OccupationDemand]) {
    let rows = candidates.map { candidate in
      Row(candidate, demand: demands[candidate.links.occupations])
    }
    let demoted = candidates.map { $0.flags.contains(.singleEmployer) }
    let keys = candidates.map { CandidateKey($0).description }
    var inside = [Int](repeating: 0, count: candidates.count)
    for replicate in 0..<replicates {
      var totals: [[ROMECode]: Double] = [:]
      let values = rows.map { row in
        row.vector {
          weight(replicate, $0)
        } total: { demand in
          if let known = totals[demand.occupations] { return known }
          let total = demand.distinct.indices.reduce(0.0) { $0 + weight(replicate, Row.cluster($1, demand)) }
          totals[demand.occupations] = total
          return total
        }
      }
      let fronts = ParetoRanking.fronts(values, demoted: demoted)
      let scores = ParetoRanking.scores(values, weights)
      let order = candidates.indices.sorted {
        (fronts[$0], -scores[$0], keys[$0]) < (fronts[$1], -scores[$1], keys[$1])
      }
      for place in order.prefix(places) { inside[place] += 1 }
    }
    for place in candidates.indices {
      candidates[place].stability = Double(inside[place]) / Double(max(1, replicates))
    }
  }

  // MARK: Weights

  /// Poisson weight of mean 1 of a cluster in a replicate.
  private func weight(_ replicate: Int, _ cluster: UInt64) -> Double {
    let bits = SplitMix.mix(seed &+ SplitMix.mix(UInt64(replicate) &+ 1) &+ cluster &* 0x9E37_79B9_7F4A_7C15)
    let uniform = Double(bits >> 11) * 0x1p-53
    var (count, term) = (0.0, 0.367879441171442322)
    var sum = term
    while uniform >= sum, count < 20 {
      count += 1
      term /= count
      sum += term
    }
    return count
  }

  /// What of a candidate moves with the weights.
  private struct Row {
    let criteria: ModuleCandidate.Criteria
    let demand: OccupationDemand?
    /// Distinct offers that ask.
    let asking: [Int]
    /// Independent observations a distinct offer is worth.
    let worth: Double

    init(_ candidate: ModuleCandidate, demand: OccupationDemand?) {
      criteria = candidate.criteria
      self.demand = demand
      let numbers = candidate.families.compactMap { demand?.sample.number(of: $0.family.id) }
      asking = demand?.asking(numbers) ?? []
      worth =
        candidate.demand.offersTotal > 0
        ? candidate.demand.effectiveSize / Double(candidate.demand.offersTotal) : 1
    }

    /// Employers first, then offers of unknown employer.
    static func cluster(_ distinct: Int, _ demand: OccupationDemand) -> UInt64 {
      let offer = demand.offer(distinct)
      return offer.employer >= 0 ? UInt64(offer.employer) : 1 << 32 | UInt64(bitPattern: offer.row)
    }

    func vector(weight: (UInt64) -> Double, total: (OccupationDemand) -> Double) -> [Double] {
      guard let demand else { return ParetoRanking.vector(criteria) }
      var sum = 0.0
      var employers = Set<Int32>()
      var territories = Set<Int32>()
      for index in asking {
        let w = weight(Self.cluster(index, demand))
        guard w > 0 else { continue }
        sum += w
        let offer = demand.offer(index)
        if offer.employer >= 0 { employers.insert(offer.employer) }
        territories.formUnion(demand.distinct[index].territories)
      }
      let all = total(demand)
      let interval = WilsonInterval(share: all > 0 ? sum / all : 0, size: all * worth)
      return ParetoRanking.vector(
        ModuleCandidate.Criteria(
          demand: interval.lower, employers: employers.count, territories: territories.count,
          depth: criteria.depth, transferability: criteria.transferability, provided: criteria.provided,
          dynamics: criteria.dynamics, field: criteria.field, tension: criteria.tension))
    }
  }
}
