public import Taxonomy

/// One stored offer as statistics see it: what it demands and the stratum it stands in.
public struct DemandRecord: Hashable, Sendable {
  /// Row in the store.
  public let offer: Int64
  /// Identifier given by the source.
  public let identifier: String
  /// Name of the feed.
  public let source: String
  /// The near-duplicate cluster it belongs to (row of the kept offer; its own row when it stands alone). Statistics
  /// count a cluster once per month and territory.
  public let cluster: Int64
  /// Day of creation, when known.
  public let created: CalendarDate?
  /// The occupation in codes of the loaded release, and whether the feed declared it or the title proposed it.
  public let occupation: ROMECode?
  /// Whether the feed declared it, rather than the title proposing it.
  public let occupationIsDeclared: Bool
  /// A key equal for offers of one employer; `nil` when unknown.
  public let employer: String?
  /// Place as the source writes it.
  public let place: String?
  /// Codes of the place at each level that could be resolved.
  public let territories: [Territory.Level: String]
  /// Families demanded (stance mission, required or desired), ascending, each once.
  public let demanded: [String]
  /// Families the employer trains for (stance provided), ascending, each once.
  public let provided: [String]

  /// Makes the value from its parts.
  public init(
    offer: Int64, identifier: String, source: String, cluster: Int64, created: CalendarDate?,
    occupation: ROMECode?, occupationIsDeclared: Bool, employer: String?, place: String?,
    territories: [Territory.Level: String], demanded: [String], provided: [String]
  ) {
    self.offer = offer
    self.identifier = identifier
    self.source = source
    self.cluster = cluster
    self.created = created
    self.occupation = occupation
    self.occupationIsDeclared = occupationIsDeclared
    self.employer = employer
    self.place = place
    self.territories = territories
    self.demanded = demanded
    self.provided = provided
  }
}

/// A sentence of an offer with the mention that makes it evidence.
public struct EvidencePassage: Hashable, Sendable {
  /// The sentence, or the part of it around the mention.
  public let sentence: String
  /// Unicode scalar offsets of the mention within `sentence`, end exclusive.
  public let start: Int
  /// Scalar after the last of the mention.
  public let end: Int
  /// What the mention is in its offer.
  public let stance: Stance
  /// The item, when the mention is linked to one.
  public let code: OGRCode?

  /// Makes the value from its parts.
  public init(sentence: String, start: Int, end: Int, stance: Stance, code: OGRCode?) {
    self.sentence = sentence
    self.start = start
    self.end = end
    self.stance = stance
    self.code = code
  }
}

/// What coverage, modules and signals read of a store. `Store` implements it; tests may use values in memory.
public protocol DemandReading {
  /// Calls `body` for each current offer in ascending row order.
  ///
  /// - Parameter occupations: only offers of these cards (codes of the loaded release); every offer when `nil`.
  func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws

  /// The passages of an offer that mention a family, in text order.
  func evidence(offer: Int64, family: String) throws -> [EvidencePassage]

  /// Offers that wait to be read, and so are not among them.
  func unreadOffers() throws -> Int
}

extension DemandReading {
  /// None waits.
  public func unreadOffers() throws -> Int { 0 }
}
