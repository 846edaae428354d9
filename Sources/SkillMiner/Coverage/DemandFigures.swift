/// What the offers of some occupations say of one family, or of several taken together (asked for by at least one).
public struct DemandFigures: Hashable, Sendable {
  /// Distinct offers that ask for it.
  public let offers: Int
  /// Distinct offers of the occupations.
  public let offersTotal: Int
  /// Independent observations the total is worth (`DesignEffect`).
  public let effectiveSize: Double
  /// Wilson interval of the share, 95 %, on the effective size.
  public let interval: WilsonInterval
  /// Known employers among the asking offers.
  public let employers: Int
  /// Territories among the asking offers, all places of re-posts included.
  public let territories: Int
  /// Distinct offers whose employer trains for it; never counted as demand.
  public let provided: Int
  /// Share of the asking offers that belongs to the known employer with the most of them.
  public let largestEmployerShare: Double
  /// Asking offers whose occupation was proposed from their title.
  public let undeclared: Int

  /// Share of the offers that ask for it.
  public var share: Double { offersTotal > 0 ? Double(offers) / Double(offersTotal) : 0 }
  /// Share of the offers whose employer trains for it.
  public var providedShare: Double { offersTotal > 0 ? Double(provided) / Double(offersTotal) : 0 }

  /// Makes the value from its parts.
  public init(
    offers: Int, offersTotal: Int, effectiveSize: Double, interval: WilsonInterval, employers: Int,
    territories: Int, provided: Int, largestEmployerShare: Double, undeclared: Int
  ) {
    self.offers = offers
    self.offersTotal = offersTotal
    self.effectiveSize = effectiveSize
    self.interval = interval
    self.employers = employers
    self.territories = territories
    self.provided = provided
    self.largestEmployerShare = largestEmployerShare
    self.undeclared = undeclared
  }
}
