public import Taxonomy

/// The offers a signal is about. What is not given does not restrict.
public struct CubeScope: Hashable, Sendable {
  /// Occupations of the loaded release.
  public var occupations: Set<ROMECode>?
  /// Beginnings of NAF codes without points (`47`, `4711F`).
  public var sectors: [String]?
  /// One territory.
  public var territory: TerritoryKey?
  /// Months looked at (`CalendarDate.monthIndex`); offers without a date are left out when given.
  public var months: ClosedRange<Int>?

  /// A territory by level and code.
  public struct TerritoryKey: Hashable, Sendable {
    /// Size of the territory.
    public let level: Territory.Level
    /// Its code at that level.
    public let code: String

    /// Makes the value from its parts.
    public init(level: Territory.Level, code: String) {
      self.level = level
      self.code = code
    }
  }

  /// Every offer.
  public init() {}
}
