public import Taxonomy

/// Data written by people beside a taxonomy: families of near-equivalents and further ways of writing an item.
public struct Overlays: Sendable {
  public var families: [CompetencyFamily]

  /// No overlay at all.
  public static let none = Overlays(families: [])

  public init(families: [CompetencyFamily]) {
    self.families = families
  }

  /// The overlays compiled into the binary (`taxonomy-data/overlays/`).
  public static func embedded() throws -> Overlays { .none }
}
