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
  /// What counting looks at, flat, so that no offer is copied for it: number of the employer among these offers (`-1`
  /// when unknown), and whether the feed declared the occupation, by distinct offer.
  private let employerOfOffer: [Int32]
  private let isDeclared: [Bool]
  /// Territories of distinct offer i: `territories[territoryStarts[i]..<territoryStarts[i + 1]]`, numbers of the sample.
  private let territories: [Int32]
  private let territoryStarts: [Int]
  private let territoryCount: Int
  /// Distinct offers a known employer has.
  private let sizeOfEmployer: [Int]
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
    var employerOfOffer: [Int32] = []
    var isDeclared: [Bool] = []
    var numbers: [Int32: Int32] = [:]
    var sizes: [Int] = []
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
      if offer.employer >= 0 {
        let number = numbers[offer.employer] ?? Int32(sizes.count)
        if Int(number) == sizes.count {
          numbers[offer.employer] = number
          sizes.append(0)
        }
        sizes[Int(number)] += 1
        employerOfOffer.append(number)
      } else {
        unknown += 1
        employerOfOffer.append(-1)
      }
      isDeclared.append(offer.declared)
      distinct.append(Distinct(offer: member, territories: offer.territory >= 0 ? [offer.territory] : []))
    }
    self.occupations = occupations
    self.sample = sample
    self.distinct = distinct
    self.demanding = demanding
    self.providing = providing
    self.employerOfOffer = employerOfOffer
    self.isDeclared = isDeclared
    territories = distinct.flatMap(\.territories)
    territoryStarts = distinct.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.territories.count) }
    territoryCount = Int(territories.max() ?? -1) + 1
    sizeOfEmployer = sizes
    sumOfSquaredSizes = sizes.reduce(0) { $0 + Double($1 * $1) } + Double(unknown)
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
    var perEmployer = [Int](repeating: 0, count: sizeOfEmployer.count)
    var isMet = [Bool](repeating: false, count: territoryCount)
    var unknown = 0
    var undeclared = 0
    var territoriesMet = 0
    for index in asking {
      let employer = employerOfOffer[index]
      if employer >= 0 { perEmployer[Int(employer)] += 1 } else { unknown += 1 }
      if !isDeclared[index] { undeclared += 1 }
      for place in territoryStarts[index]..<territoryStarts[index + 1] {
        let territory = Int(territories[place])
        if !isMet[territory] {
          isMet[territory] = true
          territoriesMet += 1
        }
      }
    }
    var squares = (yy: Double(unknown), ym: Double(unknown), mm: sumOfSquaredSizes)
    var largest = 0
    var employers = 0
    for (employer, count) in perEmployer.enumerated() where count > 0 {
      employers += 1
      squares.yy += Double(count * count)
      squares.ym += Double(count * sizeOfEmployer[employer])
      largest = max(largest, count)
    }
    let effect = DesignEffect(
      size: total, successes: asking.count, clusters: clusterCount, squares: squares)
    let share = total > 0 ? Double(asking.count) / Double(total) : 0
    return DemandFigures(
      offers: asking.count, offersTotal: total, effectiveSize: effect.effectiveSize,
      interval: WilsonInterval(share: share, size: effect.effectiveSize), employers: employers,
      territories: territoriesMet, provided: Self.union(families, providing).count,
      largestEmployerShare: asking.isEmpty ? 0 : Double(largest) / Double(asking.count),
      undeclared: undeclared)
  }

  private static func union(_ families: [Int32], _ table: [Int32: [Int]]) -> [Int] {
    families.reduce(into: []) { all, family in
      guard let more = table[family] else { return }
      all = all.isEmpty ? more : merged(all, more)
    }
  }

  /// What stands in at least one of two ascending lists, ascending.
  private static func merged(_ a: [Int], _ b: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      result.append(min(x, y))
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    result += a[i...]
    result += b[j...]
    return result
  }
}
