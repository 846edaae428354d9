import Foundation
public import Taxonomy

/// An occupation of the loaded release that an offer stands for.
public struct OfferOccupation: Hashable, Sendable {
  /// How it is known.
  public enum Origin: String, Sendable {
    /// The feed gives it.
    case declared
    /// One of several descendants of the older code the feed gives.
    case expanded
    /// Proposed from the title.
    case proposed
  }

  /// Card of the loaded release.
  public let code: ROMECode
  /// How it is known.
  public let origin: Origin

  /// Makes the value from its parts.
  public init(code: ROMECode, origin: Origin) {
    self.code = code
    self.origin = origin
  }
}

/// What a source and an identifier designate, with the text's fingerprint.
public struct OfferKey: Hashable, Sendable {
  /// Name of the feed.
  public let source: String
  /// Identifier given by the source.
  public let identifier: String
  /// Digest of title and description.
  public let fingerprint: [UInt8]

  /// Makes the value from its parts.
  public init(source: String, identifier: String, fingerprint: [UInt8]) {
    self.source = source
    self.identifier = identifier
    self.fingerprint = fingerprint
  }

  /// The start of a digest is as good as all of the key.
  public func hash(into hasher: inout Hasher) {
    fingerprint.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0.prefix(8))) }
  }
}

/// An offer ready to be kept: cleaned, redacted, placed and read.
public struct PreparedOffer: Sendable {
  /// The offer.
  public var offer: JobOffer
  /// Digest of title and description: equal texts are duplicates.
  public var fingerprint: [UInt8]
  /// Digest of what is equal for offers of one employer; `nil` when unknown.
  public let employerKey: String?
  /// Codes of the place at each level that could be resolved.
  public var territories: [Territory.Level: String]
  /// How the place was found; `nil` when nobody said.
  public var resolution: Gazetteer.Resolution?
  /// The first is the one it is counted under.
  public var occupations: [OfferOccupation]
  /// What was found in its texts.
  public var mentions: [Mention]
  /// Findings about a record that was kept all the same.
  public var warnings: [Finding]
  /// Whether an archive of the store holds it: a duplicate that changes nothing.
  var isArchived = false
  /// Whether its text is to be read later: until then it counts nowhere.
  var isUnread = false
  /// The description packed on the thread that read it; packed when it is written when `nil`.
  var body: Data?
  /// The sketch made there; made when it is written when `nil`.
  var sketch: OfferSketch?

  /// - Parameter employerKey: a key equal for offers of one employer, or its digest.
  public init(
    offer: JobOffer, fingerprint: [UInt8], employerKey: String? = nil,
    territories: [Territory.Level: String] = [:], occupations: [OfferOccupation] = [],
    mentions: [Mention] = [],
    warnings: [Finding] = []
  ) {
    self.offer = offer
    self.fingerprint = fingerprint
    self.employerKey = employerKey.map(EmployerDigest.of)
    self.territories = territories
    self.occupations = occupations
    self.mentions = mentions
    self.warnings = warnings
  }

  /// What it is recognised by.
  public var key: OfferKey {
    OfferKey(source: offer.source, identifier: offer.id, fingerprint: fingerprint)
  }
}

/// One record of a feed after preparation.
public enum PreparedRecord: Sendable {
  case offer(PreparedOffer)
  case quarantined(QuarantinedRecord)

  /// What an offer is recognised by; `nil` for a record set aside.
  var key: OfferKey? {
    if case .offer(let offer) = self { offer.key } else { nil }
  }

  /// What is to be read of an offer; `nil` for a record set aside.
  var toRead: OfferToRead? {
    if case .offer(let prepared) = self { OfferToRead(prepared.offer) } else { nil }
  }

  /// Changes an offer where it stands: none of its many texts is copied. A record set aside stays as it is.
  mutating func update(_ body: (inout PreparedOffer) -> Void) {
    switch consume self {
    case .offer(var offer):
      body(&offer)
      self = .offer(offer)
    case .quarantined(let record): self = .quarantined(record)
    }
  }
}

/// A stored offer as the extractor needs it.
public struct OfferToRead: Hashable, Sendable {
  /// Row in the store.
  public let offer: Int64
  /// Title after cleaning.
  public let title: String
  /// Text after cleaning.
  public let description: String
  /// As the feed gave it.
  public let occupation: ROMECode?
  /// Label the feed gives with the code.
  public let occupationLabel: String?
  /// Job title the feed gives.
  public let appellation: String?

  init(
    offer: Int64, title: String, description: String, occupation: ROMECode?, occupationLabel: String?,
    appellation: String?
  ) {
    self.offer = offer
    self.title = title
    self.description = description
    self.occupation = occupation
    self.occupationLabel = occupationLabel
    self.appellation = appellation
  }

  /// An offer that has no row yet.
  init(_ offer: JobOffer) {
    self.init(
      offer: 0, title: offer.title, description: offer.description, occupation: offer.occupation,
      occupationLabel: offer.occupationLabel, appellation: offer.appellation)
  }
}

/// What was read in a stored offer.
public struct OfferReading: Sendable {
  /// Row in the store.
  public let offer: Int64
  /// The first is the one it is counted under.
  public let occupations: [OfferOccupation]
  /// What was found in its texts.
  public let mentions: [Mention]

  /// Makes the value from its parts.
  public init(offer: Int64, occupations: [OfferOccupation], mentions: [Mention]) {
    self.offer = offer
    self.occupations = occupations
    self.mentions = mentions
  }
}
