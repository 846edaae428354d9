public import Taxonomy

/// What counting needs of one offer, without its text: one line of a cube that travels.
public struct OfferFact: Hashable, Sendable {
  /// What designates an offer.
  public struct Key: Hashable, Sendable {
    /// Name of the feed.
    public let source: String
    /// Identifier given by the source.
    public let identifier: String

    /// Makes the value from its parts.
    public init(source: String, identifier: String) {
      self.source = source
      self.identifier = identifier
    }
  }

  /// A place, as the feed writes it and as it was found.
  public struct Place: Hashable, Sendable {
    /// As the feed writes it.
    public let declared: DeclaredPlace
    /// What it turned out to be.
    public let resolved: ResolvedPlace

    /// Makes the value from its parts.
    public init(declared: DeclaredPlace, resolved: ResolvedPlace) {
      self.declared = declared
      self.resolved = resolved
    }
  }

  /// Something the text says, however often it says so.
  public struct Reading: Hashable, Sendable {
    /// The family it counts for.
    public let family: String?
    /// The item it is linked to.
    public let code: OGRCode?
    /// What it is.
    public let kind: Mention.Kind
    /// What the offer does with it.
    public let stance: Stance

    /// Makes the value from its parts.
    public init(family: String?, code: OGRCode?, kind: Mention.Kind, stance: Stance) {
      self.family = family
      self.code = code
      self.kind = kind
      self.stance = stance
    }
  }

  /// What designates it.
  public var key: Key
  /// 32 bytes: digest of title and description.
  public var fingerprint: [UInt8]
  /// Day of creation, when known.
  public var created: CalendarDate?
  /// Day of the last change, when known.
  public var updated: CalendarDate?
  /// The first is the one it is counted under.
  public var occupations: [OfferOccupation]
  /// Sector code as the feed gives it.
  public var naf: String?
  /// Contract as the feed gives it.
  public var contract: String?
  /// Digest of the employer's name; `nil` when unknown.
  public var employer: String?
  /// Its own place first.
  public var places: [Place]
  /// In the order of the text, each once.
  public var readings: [Reading]
  /// The offer kept of its near-duplicates; `nil` when it stands alone or is the one kept.
  public var kept: Key?

  /// A fact of which only this much is known.
  public init(key: Key, fingerprint: [UInt8]) {
    self.key = key
    self.fingerprint = fingerprint
    occupations = []
    places = []
    readings = []
  }

  /// The fact of an offer that was read.
  public init(_ prepared: PreparedOffer) {
    let offer = prepared.offer
    self.init(key: Key(source: offer.source, identifier: offer.id), fingerprint: prepared.fingerprint)
    created = offer.created
    updated = offer.updated
    occupations = prepared.occupations
    naf = offer.naf
    contract = offer.contract
    employer = prepared.employerKey
    places = [
      Place(
        declared: DeclaredPlace(offer),
        resolved: ResolvedPlace(codes: prepared.territories, resolution: prepared.resolution))
    ]
    var seen = Set<Reading>()
    for mention in prepared.mentions {
      let reading = Reading(
        family: mention.family, code: mention.code, kind: mention.kind, stance: mention.stance)
      if seen.insert(reading).inserted { readings.append(reading) }
    }
  }
}
