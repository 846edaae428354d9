public import Taxonomy

/// A place as a feed writes it.
public struct DeclaredPlace: Hashable, Sendable {
  /// As in `32 - GIMONT`.
  public let label: String?
  /// Five digits.
  public let postcode: String?
  /// INSEE code.
  public let commune: String?
  /// Degrees north.
  public let latitude: Double?
  /// Degrees east.
  public let longitude: Double?

  /// Makes the value from its parts.
  public init(
    label: String?, postcode: String?, commune: String?, latitude: Double? = nil, longitude: Double? = nil
  ) {
    self.label = label
    self.postcode = postcode
    self.commune = commune
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// What a declared place turned out to be.
public struct ResolvedPlace: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// Codes at each level that could be resolved.
  public var codes: [Territory.Level: String]
  /// How the place was found; `nil` when nobody said.
  public var resolution: Gazetteer.Resolution?

  /// Makes the value from its parts.
  public init(codes: [Territory.Level: String], resolution: Gazetteer.Resolution?) {
    self.codes = codes
    self.resolution = resolution
  }

  /// Codes found in a way that is not said.
  public init(dictionaryLiteral elements: (Territory.Level, String)...) {
    codes = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    resolution = nil
  }
}

extension DeclaredPlace {
  /// Where an offer says that it stands.
  init(_ offer: JobOffer) {
    self.init(
      label: offer.place, postcode: offer.postcode, commune: offer.commune, latitude: offer.latitude,
      longitude: offer.longitude)
  }
}
