/// Figures of a candidate as they stood when it was put into a portfolio, or at a later analysis.
public struct PathwayFigures: Hashable, Sendable, Codable {
  /// Place in the ranking, from 1.
  public let rank: Int
  /// Pareto front, from 1.
  public let front: Int
  /// Distinct offers that ask for at least one of the families.
  public let offers: Int
  /// Distinct offers of the occupations.
  public let offersTotal: Int
  /// Bounds of the share of offers that ask, 95 %, rounded to a millionth.
  public let lower: Double
  /// Upper bound.
  public let upper: Double
  /// Known employers among the asking offers.
  public let employers: Int
  /// Territories among the asking offers.
  public let territories: Int
  /// Mean over the families: missing 1, partial 0.5.
  public let depth: Double
  /// Other certifications where the main family is a gap too.
  public let transferability: Int
  /// Share of bootstrap replicates in which it stays in the first ten; `nil` when not measured.
  public let stability: Double?
  /// Flags, by their raw values.
  public let flags: [String]

  /// The figures of a candidate of a rank.
  public init(_ candidate: ModuleCandidate, rank: Int) {
    self.rank = rank
    front = candidate.front
    offers = candidate.demand.offers
    offersTotal = candidate.demand.offersTotal
    lower = Self.rounded(candidate.demand.interval.lower)
    upper = Self.rounded(candidate.demand.interval.upper)
    employers = candidate.demand.employers
    territories = candidate.demand.territories
    depth = Self.rounded(candidate.criteria.depth)
    transferability = candidate.criteria.transferability
    stability = candidate.stability.map(Self.rounded)
    flags = candidate.flags.map(\.rawValue)
  }

  /// Share of the offers that ask.
  public var share: Double { offersTotal > 0 ? Double(offers) / Double(offersTotal) : 0 }

  private static func rounded(_ x: Double) -> Double { (x * 1_000_000).rounded() / 1_000_000 }
}
