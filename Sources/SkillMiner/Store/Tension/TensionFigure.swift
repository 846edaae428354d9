public import Taxonomy

/// How tight the labour market is for some occupations, as a survey says: a criterion beside demand, never mixed with it.
public struct TensionFigure: Hashable, Sendable {
  /// Who publishes it.
  public let survey: TensionRecord.Survey
  /// Year of the survey, the latest imported.
  public let year: Int
  /// The territory it is about: the one asked for, else its region, else (`nil`) France.
  public let territory: CubeScope.TerritoryKey?
  /// Codes and names of the lines it sums up, ascending.
  public let occupations: [Occupation]
  /// Recruitment projects of these lines; `nil` where they are kept secret.
  public let projects: Double?
  /// Those that employers expect to be difficult.
  public let difficult: Double?
  /// Those that are seasonal.
  public let seasonal: Double?
  /// Mean of the publisher's indicator over the lines, unweighted.
  public let indicator: Double?

  /// One line of the table.
  public struct Occupation: Hashable, Sendable {
    /// FAP or ROME code.
    public let code: String
    /// Name in the table.
    public let label: String
  }

  /// Share of the projects that are expected to be difficult.
  public var difficultShare: Double? {
    guard let projects, let difficult, projects > 0 else { return nil }
    return difficult / projects
  }
}
