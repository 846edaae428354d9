public import Taxonomy

/// Offers a store keeps in a file of their own.
public struct ArchiveRecord: Hashable, Sendable {
  /// Name of the file, in the folder of the store.
  public let name: String
  /// Digest of sources, identifiers, texts and the reading of its offers.
  public let digest: String
  /// Number of offers.
  public let offers: Int
  /// First and last day of creation.
  public let window: ClosedRange<CalendarDate>

  /// Makes the value from its parts.
  public init(name: String, digest: String, offers: Int, window: ClosedRange<CalendarDate>) {
    self.name = name
    self.digest = digest
    self.offers = offers
    self.window = window
  }
}
