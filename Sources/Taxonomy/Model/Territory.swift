/// A place statistics are made for.
public struct Territory: Hashable, Comparable, Sendable {
  /// Levels from small to large. Bassins d'emploi (France Travail) and zones d'emploi (Insee) are different maps.
  public enum Level: String, Sendable, CaseIterable {
    case commune
    case employmentBasin = "bassin"
    case employmentZone = "zone-emploi"
    case department = "departement"
    case region
  }

  /// Size of the territory.
  public let level: Level
  /// INSEE or France Travail code, kept as text (leading zeros, 2A).
  public let code: String
  /// Name as people read it.
  public let name: String

  /// A territory of a level.
  public init(level: Level, code: String, name: String) {
    self.level = level
    self.code = code
    self.name = name
  }

  /// By level, then code.
  public static func < (a: Territory, b: Territory) -> Bool {
    (a.level.rawValue, a.code) < (b.level.rawValue, b.code)
  }
}

/// What a commune belongs to; a member is `nil` when the tables do not say.
public struct CommuneRecord: Hashable, Sendable {
  /// INSEE code, five characters.
  public let code: String
  /// Name as the official table writes it.
  public let name: String
  /// Bassin d’emploi of France Travail.
  public let basin: String?
  /// Zone d’emploi of Insee.
  public let zone: String?
  /// Département, two or three characters; empty when unknown.
  public let department: String
  /// Region, two digits; empty when unknown.
  public let region: String
  /// The commune an arrondissement, associated or delegated commune belongs to.
  public let parent: String?

  /// A commune, or what is part of one.
  public init(
    code: String, name: String, basin: String?, zone: String?, department: String, region: String,
    parent: String? = nil
  ) {
    self.code = code
    self.name = name
    self.basin = basin
    self.zone = zone
    self.department = department
    self.region = region
    self.parent = parent
  }
}
