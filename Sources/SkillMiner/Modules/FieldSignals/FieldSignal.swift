public import Taxonomy

/// An observation of the field (*signal faible*): what somebody met in companies, in a branch or at a forum table. Shown
/// beside the offers as agreeing or disagreeing; never mixed into their counts.
public struct FieldSignal: Hashable, Sendable, Codable {
  /// Who observed.
  public enum Role: String, Sendable, Codable, CaseIterable {
    case branch
    case company
    case trainingBody = "training-body"
    /// A trainee back from a period in a company.
    case trainee
    case forum
    case other

    /// The word of the questionnaire.
    public var french: String {
      switch self {
      case .branch: "branche"
      case .company: "entreprise"
      case .trainingBody: "organisme"
      case .trainee: "stagiaire"
      case .forum: "forum"
      case .other: "autre"
      }
    }
  }

  /// What is said of the competency.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// Needed and not taught.
    case missing
    /// Needed more than before.
    case growing
    /// Needed less than before.
    case declining
    /// Taught and not needed.
    case useless

    /// Whether it speaks for a module.
    public var agrees: Bool { self == .missing || self == .growing }

    /// The word of the questionnaire.
    public var french: String {
      switch self {
      case .missing: "manque"
      case .growing: "hausse"
      case .declining: "baisse"
      case .useless: "inutile"
      }
    }
  }

  /// A competency the observation is about.
  public struct Reading: Hashable, Sendable, Codable {
    /// Identifier of the family.
    public let family: String
    /// French label when it was read.
    public let label: String
    /// Whether a code named it, rather than free words that the analyser read.
    public let isCoded: Bool

    /// Makes the value from its parts.
    public init(family: String, label: String, isCoded: Bool) {
      self.family = family
      self.label = label
      self.isCoded = isCoded
    }
  }

  /// Identifier: the first sixteen digits of the SHA-256 of what was said, so that the same line twice is one signal.
  public let id: String
  /// Day of the observation, `2026-11-21`.
  public let date: String
  /// Who observed.
  public let role: Role
  /// Which body: a branch, a training body, a forum table; may be empty.
  public let source: String
  /// Sector in words or NAF; may be empty.
  public let sector: String
  /// Level of the territory (`Territory.Level`); empty when it is about no territory.
  public let territoryLevel: String
  /// Its code.
  public let territory: String
  /// Its name.
  public let territoryName: String
  /// Card of the ROME; `nil` when it is about none.
  public let occupation: String?
  /// Certification; `nil` when it is about none.
  public let certification: String?
  /// What is said.
  public let direction: Direction
  /// Words as they were written; may be empty when a code was given.
  public let words: String
  /// Competencies it is about; empty when the analyser recognised none.
  public let readings: [Reading]
  /// How many people or companies it stands for; at least 1.
  public let weight: Int

  /// Makes the value from its parts; the identifier is computed.
  public init(
    date: CalendarDate, role: Role, source: String, sector: String, territory: Territory?,
    occupation: String?,
    certification: String?, direction: Direction, words: String, readings: [Reading], weight: Int
  ) {
    self.date = date.description
    self.role = role
    self.source = source
    self.sector = sector
    territoryLevel = territory?.level.rawValue ?? ""
    self.territory = territory?.code ?? ""
    territoryName = territory?.name ?? ""
    self.occupation = occupation
    self.certification = certification
    self.direction = direction
    self.words = words
    self.readings = readings
    self.weight = max(1, weight)
    let said = [
      date.description, role.rawValue, source, sector, territoryLevel, self.territory, occupation ?? "",
      certification ?? "", direction.rawValue, words,
      readings.filter(\.isCoded).map(\.family).joined(separator: " "),
      String(self.weight),
    ]
    id = String(SHA256.digest(Array(said.map { "\($0.utf8.count):\($0)" }.joined().utf8)).prefix(16))
  }
}
