import Taxonomy

/// The report on demand and coverage as a page shows it.
package struct CoverageReport: Sendable {
  package let frame: ReportFrame
  package let assessedCount: String
  package let certifications: [Entry]

  /// One certification.
  package struct Entry: Sendable {
    package let code: String
    package let title: String
    package let level: String
    package let isExpired: Bool
    package let isProposed: Bool
    /// Empty when it could be assessed.
    package let status: String
    package let hasStatus: Bool
    package let offers: String
    package let employers: String
    package let families: [FamilyView]
    package let hasFamilies: Bool
    package let softSkills: String
    package let hasSoftSkills: Bool
  }

  package init(_ result: AnalysisResult) {
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
