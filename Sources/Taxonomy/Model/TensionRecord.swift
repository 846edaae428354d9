/// One line of a published table of recruitment tension, at one level.
public struct TensionRecord: Hashable, Sendable {
  /// Who publishes it.
  public enum Survey: String, Sendable, CaseIterable {
    /// *Besoins en main-d'œuvre* of France Travail: recruitment projects employers expect to be difficult.
    case bmo
    /// Tension indicator of the Dares.
    case dares
  }

  /// What the occupation's code is of.
  public enum Nomenclature: String, Sendable {
    /// *Familles professionnelles*.
    case fap
    /// Cards of the ROME.
    case rome
  }

  /// What one line is about.
  public struct Key: Hashable, Comparable, Sendable {
    /// Who publishes it.
    public let survey: Survey
    /// Year of the survey.
    public let year: Int
    /// What `occupation` is a code of.
    public let nomenclature: Nomenclature
    /// Code of the occupation.
    public let occupation: String
    /// Level of the territory; `nil` for all of France.
    public let level: Territory.Level?
    /// Code of the territory; empty for all of France.
    public let territory: String

    /// Makes the value from its parts.
    public init(
      survey: Survey, year: Int, nomenclature: Nomenclature, occupation: String, level: Territory.Level?,
      territory: String
    ) {
      self.survey = survey
      self.year = year
      self.nomenclature = nomenclature
      self.occupation = occupation
      self.level = level
      self.territory = territory
    }

    private var order: (String, Int, String, String, String) {
      (
        survey.rawValue + nomenclature.rawValue, year, occupation, level?.rawValue ?? "", territory
      )
    }

    /// By survey, year, occupation, level, territory.
    public static func < (a: Key, b: Key) -> Bool { a.order < b.order }
  }

  /// What it is about.
  public let key: Key
  /// Name of the occupation in the table.
  public let label: String
  /// Recruitment projects; `nil` where the publisher keeps them secret.
  public var projects: Double?
  /// Those that employers expect to be difficult.
  public var difficult: Double?
  /// Those that are seasonal.
  public var seasonal: Double?
  /// Indicator of tension, in the publisher's own scale.
  public var indicator: Double?

  /// Makes the value from its parts.
  public init(
    key: Key, label: String, projects: Double? = nil, difficult: Double? = nil, seasonal: Double? = nil,
    indicator: Double? = nil
  ) {
    self.key = key
    self.label = label
    self.projects = projects
    self.difficult = difficult
    self.seasonal = seasonal
    self.indicator = indicator
  }
}

/// A family of professions holds a card of the ROME (version 3), or the part of it that has one qualification.
public struct FAPLink: Hashable, Comparable, Sendable {
  /// Code of the family (`T4Z60`).
  public let fap: String
  /// Card of ROME v3.
  public let occupation: ROMECode
  /// Digit of the qualification; empty for the whole card.
  public let qualification: String

  /// Makes the value from its parts.
  public init(fap: String, occupation: ROMECode, qualification: String) {
    self.fap = fap
    self.occupation = occupation
    self.qualification = qualification
  }

  /// By family, card, qualification.
  public static func < (a: FAPLink, b: FAPLink) -> Bool {
    (a.fap, a.occupation, a.qualification) < (b.fap, b.occupation, b.qualification)
  }
}

/// The name of a family of professions, of any level: `A`, `A0Z`, `A0Z00`.
public struct FAPLabel: Hashable, Comparable, Sendable {
  /// Code of the family.
  public let fap: String
  /// French name, without the code.
  public let label: String

  /// Makes the value from its parts.
  public init(fap: String, label: String) {
    self.fap = fap
    self.label = label
  }

  /// From a code and a name that may begin with it, as in `A0Z : Agriculteurs`; `nil` when either is empty.
  init?(code: String, text: String) {
    let code = code.filter { !$0.isWhitespace }.uppercased()
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.count > 2, words[0] == code, words[1] == ":" { words.removeFirst(2) }
    guard (1...5).contains(code.utf8.count), !words.isEmpty, code.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      return nil
    }
    self.init(fap: code, label: words.joined(separator: " "))
  }

  /// By code, then name.
  public static func < (a: FAPLabel, b: FAPLabel) -> Bool { (a.fap, a.label) < (b.fap, b.label) }
}
