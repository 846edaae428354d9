/// Where a commune lies.
public struct CommunePoint: Hashable, Comparable, Sendable {
  /// INSEE code.
  public let commune: String
  /// Degrees north (WGS 84).
  public let latitude: Double
  /// Degrees east (WGS 84).
  public let longitude: Double

  /// `nil` for what lies on no map.
  public init?(_ commune: String, latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180, latitude != 0 || longitude != 0 else { return nil }
    self.commune = commune
    self.latitude = latitude
    self.longitude = longitude
  }

  /// By code, then place.
  public static func < (a: CommunePoint, b: CommunePoint) -> Bool {
    (a.commune, a.latitude, a.longitude) < (b.commune, b.latitude, b.longitude)
  }
}

/// A postcode of a commune; each may have several of the other.
public struct CommunePostcode: Hashable, Comparable, Sendable {
  /// Five digits.
  public let postcode: String
  /// INSEE code.
  public let commune: String

  /// A pair.
  public init(_ postcode: String, _ commune: String) {
    self.postcode = postcode
    self.commune = commune
  }

  /// By postcode, then commune.
  public static func < (a: CommunePostcode, b: CommunePostcode) -> Bool {
    (a.postcode, a.commune) < (b.postcode, b.commune)
  }
}
