public import Taxonomy

/// One stored offer with everything that was read in it.
public struct OfferDetail: Hashable, Sendable {
  /// A place of the offer.
  public struct Place: Hashable, Sendable {
    /// As the source writes it.
    public let label: String?
    /// Codes at each level that could be resolved.
    public let territories: [Territory.Level: String]
  }

  /// Row in the store.
  public let offer: Int64
  /// Name of the feed.
  public let source: String
  /// Identifier given by the source.
  public let identifier: String
  /// Title after cleaning and redaction; `nil` when the offer was purged.
  public let title: String?
  /// Text after cleaning and redaction; `nil` when the offer was purged.
  public let description: String?
  /// Day of creation, when known.
  public let created: CalendarDate?
  /// Day of the last change, when known.
  public let updated: CalendarDate?
  /// How many texts of it are known.
  public let versions: Int
  /// The near-duplicate cluster it belongs to (row of the kept offer).
  public let cluster: Int64
  /// Occupations of the loaded release; the first is the one it is counted under.
  public let occupations: [OfferOccupation]
  /// Sector code as the feed gives it.
  public let naf: String?
  /// Contract as the feed gives it.
  public let contract: String?
  /// Its own place first.
  public let places: [Place]
  /// Addresses it was published at.
  public let urls: [String]
  /// In text order; offsets in Unicode scalars of `title` and `description`.
  public let mentions: [Mention]
}
