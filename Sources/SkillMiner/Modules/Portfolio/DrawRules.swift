/// By which rules a portfolio is drawn.
public struct DrawRules: Hashable, Sendable, Codable {
  /// Most pathways of one filière.
  public var perFiliere = 3
  /// Whether certifications whose registration has ended may be drawn.
  public var allowsExpired = false
  /// Whether candidates with small support may be drawn.
  public var allowsSmallSupport = false

  /// The default rules.
  public init() {}
}
