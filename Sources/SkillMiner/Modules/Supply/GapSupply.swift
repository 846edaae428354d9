public import Taxonomy

/// Who teaches a gap already, as tables of training supply say. Nothing here counts for the ranking.
public struct GapSupply: Hashable, Sendable {
  /// A body that teaches it.
  public struct Training: Hashable, Sendable {
    /// Name of the body.
    public let body: String
    /// Where, as its table writes it.
    public let place: String
    /// What it teaches: the title, or the number of the certification.
    public let title: String
    /// The certification it prepares for.
    public let certification: CertificationCode?
    /// First day of the next session; `nil` for any time.
    public let start: CalendarDate?
    /// Places of the sessions, added up; `nil` when unknown.
    public let places: Int?
    /// Codes of the Formacode thesaurus its table gives, ascending.
    public let formacodes: [String]
    /// Cards of the ROME its table gives, possibly of version 3, ascending.
    public let occupations: [ROMECode]
    /// Codes of its territories by level.
    public let territories: [Territory.Level: String]
  }

  /// Most bodies named in a sentence.
  static let named = 3

  /// The family that is taught.
  public let family: CompetencyFamily
  /// Where was looked; `nil` for everywhere.
  public let territory: Territory?
  /// Bodies and places there, by name; a body with several courses of one place stands there once.
  public let here: [Training]
  /// Those elsewhere.
  public let elsewhere: [Training]
  /// Day the youngest table was imported.
  public let day: CalendarDate
  /// Names of the tables.
  public let tables: [String]

  /// French: who teaches it, or that nobody does.
  public var sentence: String {
    let source = "d’après la table du \(FrenchDay.text(day))"
    let label = family.label
    guard !here.isEmpty else {
      let nobody =
        territory.map { "personne dans ce territoire (\($0.name)) \(source)" } ?? "personne \(source)"
      let others =
        elsewhere.isEmpty ? "" : "\u{A0}; ailleurs, \(Self.list(elsewhere))"
      return "\(label)\u{A0}: \(nobody)\(others)"
    }
    return "\(label)\u{A0}: enseigné par \(Self.list(here)), \(source)"
  }

  private static func list(_ trainings: [Training]) -> String {
    var names: [String] = []
    for training in trainings {
      let name = training.place.isEmpty ? training.body : "\(training.body) (\(training.place))"
      if !names.contains(name) { names.append(name) }
    }
    let more = names.count - named
    return names.prefix(named).joined(separator: ", ")
      + (more > 0 ? " et \(more) autre\(more > 1 ? "s" : "")" : "")
  }
}

/// A day as French writes it in figures.
enum FrenchDay {
  /// `21/11/2026`.
  static func text(_ day: CalendarDate) -> String {
    let parts = day.description.split(separator: "-")
    return parts.reversed().joined(separator: "/")
  }
}
