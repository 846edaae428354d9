public import Taxonomy

/// What stored offers look like from afar: the counts that rules judge.
public struct OfferProfile: Sendable {
  /// Offers of a feed by month of creation (`CalendarDate.monthIndex`).
  public struct Source: Sendable {
    /// Name of the feed.
    public var name: String
    /// Offers by month; months without offers are absent.
    public var months: [Int: Int]

    /// Makes the value from its parts.
    public init(name: String, months: [Int: Int]) {
      self.name = name
      self.months = months
    }
  }

  /// Offers of an occupation, and how many of them its largest employer published.
  public struct Stratum: Sendable {
    /// ROME code.
    public var occupation: String
    /// Offers counted under it.
    public var offers: Int
    /// Offers of the employer that published most.
    public var largestEmployer: Int

    /// Makes the value from its parts.
    public init(occupation: String, offers: Int, largestEmployer: Int) {
      self.occupation = occupation
      self.offers = offers
      self.largestEmployer = largestEmployer
    }
  }

  /// All offers.
  public var offers = 0
  /// Offers without any occupation.
  public var withoutOccupation = 0
  /// Feeds, by name.
  public var sources: [Source] = []
  /// Occupations, by code.
  public var strata: [Stratum] = []
  /// Sector codes as feeds give them, most frequent first.
  public var sectors: [(code: String, offers: Int)] = []
  /// The NAF, as many levels of it as the store holds.
  public var naf = NAFNomenclature(names: [:])
  /// Declared commune codes that the map does not hold, most frequent first.
  public var unknownCommunes: [(code: String, offers: Int)] = []
  /// Offers by how their place was found.
  public var places: [(resolution: Gazetteer.Resolution, offers: Int)] = []

  /// Nothing counted yet.
  public init() {}
}
