public import Taxonomy

/// Which stored offers are looked for. What is not given does not restrict.
public struct OfferSearch: Hashable, Sendable {
  /// Words the title holds, in any case.
  public var title: String?
  /// Occupation it is counted under.
  public var occupation: ROMECode?
  /// Name of the feed.
  public var source: String?
  /// Identifier given by the source.
  public var identifier: String?
  /// A territory it stands in.
  public var territory: CubeScope.TerritoryKey?
  /// Family it mentions.
  public var family: String?
  /// First day of creation.
  public var from: CalendarDate?
  /// Last day of creation.
  public var until: CalendarDate?

  /// Every offer.
  public init() {}

  /// Whether a page may have to look at many offers to find few.
  var isSparse: Bool { self != OfferSearch() }
}

/// One page of a search.
public struct OfferPage: Hashable, Sendable {
  /// Offers found, latest rows first.
  public let offers: [OfferSummary]
  /// Where the next page starts; `nil` at the end. A page may be short, even empty, and not be the last.
  public let next: Int64?
}

/// An offer in a list.
public struct OfferSummary: Hashable, Sendable {
  /// Row in the store.
  public let offer: Int64
  /// Name of the feed.
  public let source: String
  /// Identifier given by the source.
  public let identifier: String
  /// Title after cleaning and redaction; `nil` when the offer was purged.
  public let title: String?
  /// Day of creation, when known.
  public let created: CalendarDate?
  /// Occupation it is counted under.
  public let occupation: ROMECode?
  /// Place as the source writes it.
  public let place: String?
  /// Its département, when it could be resolved.
  public let department: String?
}
