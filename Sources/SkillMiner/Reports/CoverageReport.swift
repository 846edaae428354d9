import Taxonomy

/// The report on demand and coverage as a page shows it.
public struct CoverageReport: Sendable {
  public let frame: ReportFrame
  public let assessedCount: String
  public let certifications: [Entry]

  /// One certification.
  public struct Entry: Sendable {
    public let code: String
    public let title: String
    public let level: String
    public let isExpired: Bool
    public let isProposed: Bool
    /// Empty when it could be assessed.
    public let status: String
    public let hasStatus: Bool
    public let offers: String
    public let employers: String
    public let families: [FamilyView]
    public let hasFamilies: Bool
    public let softSkills: String
    public let hasSoftSkills: Bool
  }

  public init(_ result: AnalysisResult) {
    frame = ReportFrame(title: "Besoins en compétences et couverture par les certifications", result)
    assessedCount = FrenchNumber.count(
      result.assessments.count { $0.status == .assessed }, of: result.assessments.count)
    certifications = result.assessments.map { a in
      let scale = IntervalChart.scale(for: a.families.map(\.demand.interval.upper).max() ?? 1)
      return Entry(
        code: a.certification.code.description, title: a.certification.title,
        level: a.certification.level.map { "niveau\u{A0}\($0)" } ?? "niveau inconnu", isExpired: a.isExpired,
        isProposed: a.links.origin == .proposed && !a.links.occupations.isEmpty,
        status: a.status == .assessed ? "" : FrenchWords.status(a.status),
        hasStatus: a.status != .assessed,
        offers: FrenchNumber.integer(a.offers), employers: FrenchNumber.integer(a.employers),
        families: a.families.map { FamilyView($0, parameters: result.parameters, scale: scale) },
        hasFamilies: !a.families.isEmpty,
        softSkills: a.softSkills.map {
          "\($0.family.label.lowercased()) \(FrenchNumber.percent($0.demand.share)) "
            + "(\(FrenchNumber.count($0.demand.offers, of: $0.demand.offersTotal)))"
        }.joined(separator: ", "),
        hasSoftSkills: !a.softSkills.isEmpty)
    }
  }
}
