public import Taxonomy

/// What an analyst may choose. Everything here is part of the fingerprint.
public struct AnalysisParameters: Hashable, Sendable {
  /// A gap needs this much demand, by the lower bound of its interval (share, 0…1).
  public var minimumDemand = 0.03
  /// A gap needs this many distinct offers that ask for it: one or two offers carry no statement.
  public var minimumOffers = 3
  /// Offers below which a candidate is flagged for small support (STATISTICS, section 4).
  public var supportOffers = 10
  /// Known employers below which support is small.
  public var supportEmployers = 5
  /// One employer with more than this share of the asking offers is flagged.
  public var dominance = 0.5
  /// Families are asked for together from this normalised PMI on.
  public var cohesion = 0.15
  /// Most families one module may hold.
  public var moduleSize = 6
  /// Level places are counted at.
  public var territoryLevel = Territory.Level.department
  /// Leave out offers whose occupation was proposed from their title.
  public var declaredOccupationsOnly = false
  /// First day of publication looked at; offers without a date are left out when either day is given.
  public var from: CalendarDate?
  /// Last day of publication looked at.
  public var until: CalendarDate?
  /// Only offers placed in this territory; every offer when `nil`.
  public var territory: Territory?
  /// Only offers placed in this perimeter, drawn by a user; every offer when `nil`.
  public var perimeter: Perimeter?
  /// Where training supply is looked for; `territory` when `nil`, else everywhere.
  public var supplyTerritory: Territory?
  /// Replicates of the employer bootstrap that measures the stability of the first ten; 0 leaves it out.
  public var bootstrap = 50
  /// Seed of the bootstrap.
  public var seed: UInt64 = 20_261_121
  /// Most sentences shown for a candidate.
  public var evidence = 5
  /// Weights of the criteria inside one Pareto front.
  public var weights = Weights()

  /// How much each criterion counts among candidates that do not dominate each other; only ratios matter.
  public struct Weights: Hashable, Sendable {
    /// Weight of the lower bound of demand.
    public var demand = 0.40
    /// Weight of the number of employers.
    public var employers = 0.15
    /// Weight of the number of territories.
    public var territories = 0.15
    /// Weight of how deep the gap is.
    public var depth = 0.15
    /// Weight of how many other certifications share it.
    public var transferability = 0.10
    /// Weight of the share of employers who train for it.
    public var provided = 0.05
    /// Weight of a change of demand that chance does not explain.
    public var dynamics = 0.10
    /// Weight of the bodies of the field that agree.
    public var field = 0.10
    /// Weight of the tension of recruitment, where a table says it.
    public var tension = 0.05

    /// The default weights.
    public init() {}
  }

  /// The default parameters.
  public init() {}

  /// One line a parameter, in a fixed order.
  var canonical: [String] {
    [
      "minimumDemand=\(minimumDemand)", "minimumOffers=\(minimumOffers)", "supportOffers=\(supportOffers)",
      "supportEmployers=\(supportEmployers)", "dominance=\(dominance)", "cohesion=\(cohesion)",
      "moduleSize=\(moduleSize)", "territoryLevel=\(territoryLevel.rawValue)",
      "declaredOccupationsOnly=\(declaredOccupationsOnly)", "from=\(from?.description ?? "")",
      "until=\(until?.description ?? "")", "evidence=\(evidence)",
      "weights=\(weights.demand),\(weights.employers),\(weights.territories),\(weights.depth),"
        + "\(weights.transferability),\(weights.provided),\(weights.dynamics),\(weights.field),\(weights.tension)",
      "territory=\(territory.map { "\($0.level.rawValue) \($0.code)" } ?? "*")",
      "bootstrap=\(bootstrap) \(seed)",
      "supplyTerritory=\(supplyTerritory.map { "\($0.level.rawValue) \($0.code)" } ?? "")",
    ] + (perimeter.map { ["perimeter=\($0.canonical)"] } ?? [])
  }
}
