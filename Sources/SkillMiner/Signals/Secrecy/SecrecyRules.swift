/// Below which a published cell is kept back.
public struct SecrecyRules: Hashable, Sendable {
  /// Smallest number of offers that may be shown.
  public var offers = 10
  /// Smallest number of employers that may be shown.
  public var employers = 5

  /// The default rules.
  public init() {}

  /// What a cell stands for.
  public struct Cell: Hashable, Sendable {
    /// Distinct offers.
    public let offers: Int
    /// Distinct known employers among them.
    public let employers: Int

    /// Makes the value from its parts.
    public init(offers: Int, employers: Int) {
      self.offers = offers
      self.employers = employers
    }
  }

  /// Whether a cell must be kept back for its own sake. An empty cell tells of nobody.
  public func isSecret(_ cell: Cell) -> Bool {
    cell.offers > 0 && (cell.offers < offers || cell.employers < employers)
  }
}
