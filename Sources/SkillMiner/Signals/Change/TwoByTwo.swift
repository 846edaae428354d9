/// Counts of one stratum: offers of the recent and the reference window that ask for a family, or do not. They may be
/// fractions when they are effective counts.
public struct TwoByTwo: Hashable, Sendable {
  /// Recent offers that ask (a).
  public var recentYes: Double
  /// Recent offers that do not (b).
  public var recentNo: Double
  /// Reference offers that ask (c).
  public var referenceYes: Double
  /// Reference offers that do not (d).
  public var referenceNo: Double

  /// Makes the value from its parts.
  public init(recentYes: Double, recentNo: Double, referenceYes: Double, referenceNo: Double) {
    self.recentYes = recentYes
    self.recentNo = recentNo
    self.referenceYes = referenceYes
    self.referenceNo = referenceNo
  }

  /// Offers of the stratum.
  public var total: Double { recentYes + recentNo + referenceYes + referenceNo }
}
