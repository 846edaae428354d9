import Taxonomy

/// Demand among the distinct offers of some occupations. A near-duplicate cluster is one offer, read from its first
/// member, seen in the territories of all its members.
struct OccupationDemand {
  /// A distinct offer.
  struct Distinct {
    /// The member that speaks for it, as an index of the sample.
    let offer: Int
    var territories: [Int32]
  }

  let occupations: [ROMECode]
  let sample: OfferSample
  let distinct: [Distinct]
  /// Distinct offers (as indices of `distinct`, ascending) that ask for a family.
  let demanding: [Int32: [Int]]
  let providing: [Int32: [Int]]
  /// Distinct offers a known employer has.
  private let sizeOfEmployer: [Int32: Int]
  private let sumOfSquaredSizes: Double
  private let clusterCount: Int

  /// - Parameter accepts: which offers count.
  init(
    _ occupations: [ROMECode], sample: OfferSample, accepts: (OfferSample.Offer) -> Bool = { _ in true }
  ) {
    let members = occupations.flatMap { sample.byOccupation[$0] ?? [] }.filter { accepts(sample.offers[$0]) }
      .sorted { sample.offers[$0].row < sample.offers[$1].row }
    var distinct: [Distinct] = []
    var byCluster: [Int64: Int] = [:]
    var demanding: [Int32: [Int]] = [:]
    var providing: [Int32: [Int]] = [:]
    var sizes: [Int32: Int] = [:]
    var unknown = 0
    for member in members {
      let offer = sample.offers[member]
      if let known = byCluster[offer.cluster] {
        if offer.territory >= 0 { distinct[known].territories.append(offer.territory) }
        continue
      }
      byCluster[offer.cluster] = distinct.count
      for family in offer.demanded { demanding[family, default: []].append(distinct.count) }
      for family in offer.provided { providing[family, default: []].append(distinct.count) }
      if offer.employer >= 0 { sizes[offer.employer, default: 0] += 1 } else { unknown += 1 }
      distinct.append(Distinct(offer: member, territories: offer.territory >= 0 ? [offer.territory] : []))
    }
    self.occupations = occupations
    self.sample = sample
    self.distinct = distinct
    self.demanding = demanding
    self.providing = providing
    sizeOfEmployer = sizes
    sumOfSquaredSizes = sizes.values.reduce(0) { $0 + Double($1 * $1) } + Double(unknown)
    clusterCount = sizes.count + unknown
  }

  /// Distinct offers of the occupations.
  var total: Int { distinct.count }

  /// Known employers of the occupations.
  var employers: Int { sizeOfEmployer.count }

  /// Distinct offers whose occupation was proposed from their title.
  var undeclared: Int { distinct.reduce(0) { $0 + (sample.offers[$1.offer].declared ? 0 : 1) } }

  /// The offer that speaks for a distinct one.
  func offer(_ index: Int) -> OfferSample.Offer { sample.offers[distinct[index].offer] }

  /// Distinct offers that ask for at least one of the families, ascending.
  func asking(_ families: [Int32]) -> [Int] { Self.union(families, demanding) }

  /// Figures for offers that ask for at least one of the families.
  func figures(_ families: [Int32]) -> DemandFigures {
    let asking = asking(families)
    var perEmployer: [Int32: Int] = [:]
    var unknown = 0
    var undeclared = 0
    var territories = Set<Int32>()
    for index in asking {
      let offer = offer(index)
      if offer.employer >= 0 { perEmployer[offer.employer, default: 0] += 1 } else { unknown += 1 }
      if !offer.declared { undeclared += 1 }
      territories.formUnion(distinct[index].territories)
    }
    // Sums of whole numbers: exact in any order, so the order of a dictionary cannot show.
    var squares = (yy: Double(unknown), ym: Double(unknown), mm: sumOfSquaredSizes)
    var largest = 0
    for (employer, count) in perEmployer {
      squares.yy += Double(count * count)
      squares.ym += Double(count * (sizeOfEmployer[employer] ?? 0))
      largest = max(largest, count)
    }
    let effect = DesignEffect(
      size: total, successes: asking.count, clusters: clusterCount, squares: squares)
    let share = total > 0 ? Double(asking.count) / Double(total) : 0
    return DemandFigures(
      offers: asking.count, offersTotal: total, effectiveSize: effect.effectiveSize,
      interval: WilsonInterval(share: share, size: effect.effectiveSize), employers: perEmployer.count,
      territories: territories.count, provided: Self.union(families, providing).count,
      largestEmployerShare: asking.isEmpty ? 0 : Double(largest) / Double(asking.count),
      undeclared: undeclared)
  }

  private static func union(_ families: [Int32], _ table: [Int32: [Int]]) -> [Int] {
    if families.count == 1 { return table[families[0]] ?? [] }
    return Set(families.flatMap { table[$0] ?? [] }).sorted()
  }
}
