/// One release of ESCO, immutable. ESCO is the second taxonomy beside the ROME: it has synonyms, which the ROME lacks.
public struct ESCORelease: Sendable {
  /// Name of the release, as in `ESCO 1.2`.
  public let name: String
  /// SHA-256 of what was read, hexadecimal.
  public let digest: String
  /// Skills and knowledge, by URI.
  public let skills: [ESCOSkill]
  /// Occupations, by URI.
  public let occupations: [ESCOOccupation]
  /// Groups of skills and of occupations (ISCO-08), by URI.
  public let groups: [ESCOGroup]
  /// Which concept stands under which, by narrower, then broader; without cycles.
  public let broader: [ESCOLink]
  /// Which occupation asks for which skill; empty where the release was published without.
  public let demands: [ESCODemand]

  /// - Parameters: arrays in any order; a URI given twice keeps its first record.
  public init(
    name: String, digest: String, skills: [ESCOSkill], occupations: [ESCOOccupation], groups: [ESCOGroup],
    broader: [ESCOLink], demands: [ESCODemand]
  ) {
    func unique<T>(_ items: [T], _ key: (T) -> ESCOURI) -> [T] {
      var seen = Set<ESCOURI>()
      return items.filter { seen.insert(key($0)).inserted }.sorted { key($0) < key($1) }
    }
    self.name = name
    self.digest = digest
    self.skills = unique(skills) { $0.uri }
    self.occupations = unique(occupations) { $0.uri }
    self.groups = unique(groups) { $0.uri }
    self.broader = broader.sorted { ($0.narrower, $0.broader) < ($1.narrower, $1.broader) }
    self.demands = demands.sorted { ($0.occupation, $0.skill) < ($1.occupation, $1.skill) }
  }
}

/// A skill or piece of knowledge of ESCO.
public struct ESCOSkill: Hashable, Sendable {
  /// Whether one does it or knows it.
  public enum Kind: String, Sendable, CaseIterable {
    case skill = "skill/competence"
    case knowledge
    /// The release does not say.
    case unknown = ""
  }

  /// Identifier.
  public let uri: ESCOURI
  /// Preferred label.
  public let label: String
  /// Alternative and hidden labels, each once, without the preferred one.
  public let alternatives: [String]
  /// What it is.
  public let kind: Kind
  /// How widely it is used: `transversal`, `cross-sector`, `sector-specific`, `occupation-specific`; may be empty.
  public let reuse: String
  /// Definition or description; may be empty.
  public let description: String
  /// Whether the release has withdrawn it.
  public let isObsolete: Bool

  /// Makes the value from its parts.
  public init(
    uri: ESCOURI, label: String, alternatives: [String], kind: Kind, reuse: String, description: String,
    isObsolete: Bool
  ) {
    self.uri = uri
    self.label = label
    self.alternatives = alternatives
    self.kind = kind
    self.reuse = reuse
    self.description = description
    self.isObsolete = isObsolete
  }
}

/// An occupation of ESCO.
public struct ESCOOccupation: Hashable, Sendable {
  /// Identifier.
  public let uri: ESCOURI
  /// Preferred label.
  public let label: String
  /// Alternative and hidden labels, each once, without the preferred one.
  public let alternatives: [String]
  /// ISCO-08 unit group, four digits.
  public let iscoGroup: String
  /// Whether the release has withdrawn it.
  public let isObsolete: Bool

  /// Makes the value from its parts.
  public init(uri: ESCOURI, label: String, alternatives: [String], iscoGroup: String, isObsolete: Bool) {
    self.uri = uri
    self.label = label
    self.alternatives = alternatives
    self.iscoGroup = iscoGroup
    self.isObsolete = isObsolete
  }
}

/// A group of skills or of occupations.
public struct ESCOGroup: Hashable, Sendable {
  /// Identifier.
  public let uri: ESCOURI
  /// ISCO-08 or skill-group code; empty when the release gives none.
  public let code: String
  /// Preferred label.
  public let label: String

  /// Makes the value from its parts.
  public init(uri: ESCOURI, code: String, label: String) {
    self.uri = uri
    self.code = code
    self.label = label
  }
}

/// A concept stands under another.
public struct ESCOLink: Hashable, Sendable {
  /// The narrower concept.
  public let narrower: ESCOURI
  /// The broader one.
  public let broader: ESCOURI

  /// Makes the value from its parts.
  public init(narrower: ESCOURI, broader: ESCOURI) {
    self.narrower = narrower
    self.broader = broader
  }
}

/// An occupation asks for a skill.
public struct ESCODemand: Hashable, Sendable {
  /// The occupation.
  public let occupation: ESCOURI
  /// The skill.
  public let skill: ESCOURI
  /// Whether it is essential; optional otherwise.
  public let isEssential: Bool

  /// Makes the value from its parts.
  public init(occupation: ESCOURI, skill: ESCOURI, isEssential: Bool) {
    self.occupation = occupation
    self.skill = skill
    self.isEssential = isEssential
  }
}
