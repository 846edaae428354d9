/// A filière as a region defines it: a named set of occupations, sectors and certifications.
public struct Filiere: Hashable, Sendable {
  /// Identifier the user gave.
  public let id: String
  /// Name as people read it.
  public let name: String
  /// Cards of the ROME, in the order of the file.
  public let occupations: [ROMECode]
  /// NAF codes of any level.
  public let sectors: [String]
  /// Certifications.
  public let certifications: [CertificationCode]

  /// Makes the value from its parts.
  public init(
    id: String, name: String, occupations: [ROMECode], sectors: [String], certifications: [CertificationCode]
  ) {
    self.id = id
    self.name = name
    self.occupations = occupations
    self.sectors = sectors
    self.certifications = certifications
  }
}

/// A territory a user drew: a contract's area, a group of communes, several départements.
public struct Perimeter: Hashable, Sendable {
  /// Identifier the user gave.
  public let id: String
  /// Name as people read it.
  public let name: String
  /// Codes it is made of, by level.
  public let members: [Territory.Level: Set<String>]

  /// Makes the value from its parts.
  public init(id: String, name: String, members: [Territory.Level: Set<String>]) {
    self.id = id
    self.name = name
    self.members = members
  }

  /// Whether a place lies in it, by its codes at each level.
  public func contains(_ codes: [Territory.Level: String]) -> Bool {
    members.contains { level, members in codes[level].map(members.contains) ?? false }
  }

  /// What it is made of, in a fixed order: part of the fingerprint of what is counted in it.
  public var canonical: String {
    Territory.Level.allCases.sorted { $0.rawValue < $1.rawValue }.compactMap { level in
      members[level].map { "\(level.rawValue) \($0.sorted().joined(separator: " "))" }
    }.joined(separator: ", ")
  }
}
