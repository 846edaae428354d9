/// Whom a portfolio is for.
public struct PortfolioScope: Hashable, Sendable, Codable {
  /// What sort of body.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case region
    case branch
  }

  /// What sort of body.
  public let kind: Kind
  /// Its name as people read it: *Grand Est*, *Commerce de détail*.
  public let name: String
  /// Code of the region, or identifier of the filière; `nil` when every offer counts.
  public let code: String?

  /// Makes the value from its parts.
  public init(kind: Kind, name: String, code: String? = nil) {
    self.kind = kind
    self.name = name
    self.code = code
  }
}
