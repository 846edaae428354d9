public import Taxonomy

/// A line of a table of training supply with the territories it was found in.
public struct StoredTraining: Hashable, Sendable {
  /// Name of the table it stands in.
  public let source: String
  /// The line; its place as the table writes it.
  public let offer: TrainingOffer
  /// The place for people, as the table writes it.
  public let place: String
  /// Codes of its territories by level; empty when the place could not be found.
  public let territories: [Territory.Level: String]

  /// Makes the value from its parts.
  public init(
    source: String, offer: TrainingOffer, place: String, territories: [Territory.Level: String]
  ) {
    self.source = source
    self.offer = offer
    self.place = place
    self.territories = territories
  }
}

/// A table of training supply that was imported.
public struct SupplyTable: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Day it was imported.
  public let day: CalendarDate
  /// SHA-256 over its lines, hexadecimal.
  public let digest: String
}
