package import Taxonomy

/// Outlines of territories as a map draws them: projected, simplified to what a page shows, overseas territories in
/// boxes of their own below the mainland. Made once when the program starts.
package struct MapOutlines: Sendable {
  /// A place of the drawing, in its units.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
  }

  /// One territory; holes are rings too, told apart by the even-odd rule.
  package struct Shape: Sendable {
    package let code: String
    package let rings: [[Point]]
  }

  /// The drawing of one level.
  package struct Drawing: Sendable {
    package let width: Double
    package let height: Double
    /// In the order of their codes.
    package let shapes: [Shape]
  }

  /// Names the outlines for caches; empty without any.
  package let digest: String
  private let drawings: [Territory.Level: Drawing]

  /// No outlines: maps are made of tiles.
  package static let none = MapOutlines(digest: "", drawings: [:])

  package init(digest: String, drawings: [Territory.Level: Drawing]) {
    self.digest = digest
    self.drawings = drawings
  }

  /// The drawing of a level; `nil` when nobody gave its outlines.
  package func drawing(_ level: Territory.Level) -> Drawing? { drawings[level] }
}
