import Taxonomy

/// Demand and coverage of each certification for a terminal, at most a hundred columns wide.
public enum CoverageTable {
  /// - Parameter limit: how many families are shown for each certification; the others are counted.
  public static func text(_ result: AnalysisResult, limit: Int = 12) -> String {
    let assessed = result.assessments.count { $0.status == .assessed }
    var out = "Besoins et couverture\u{A0}: \(FrenchNumber.count(assessed, of: result.assessments.count)) "
    out += "certifications évaluées\n\n" + FamilyTable.table.header + "\n"
    for a in result.assessments {
      out += FamilyTable.heading(a.certification, notes: notes(a)) + "\n"
      for (position, family) in a.families.prefix(limit).enumerated() {
        out += FamilyTable.row(String(position + 1), family) + "\n"
      }
      let hidden = a.families.count - limit
      if hidden > 0 { out += "     … et \(FrenchNumber.integer(hidden)) autre\(hidden > 1 ? "s" : "")\n" }
      if !a.softSkills.isEmpty { out += softSkills(a.softSkills) }
    }
    return out + "\n" + FamilyTable.foot(result)
  }

  private static func notes(_ a: CertificationAssessment) -> [String] {
    var notes: [String] = []
    if a.isExpired { notes.append("expirée") }
    if a.status != .assessed { return notes + [FrenchWords.status(a.status)] }
    if a.links.origin == .proposed { notes.append("métiers proposés") }
    notes.append("\(FrenchNumber.integer(a.offers)) offre\(a.offers > 1 ? "s" : "")")
    return notes
  }

  private static func softSkills(_ families: [CertificationAssessment.Family]) -> String {
    let text = families.map { "\($0.family.label.lowercased()) \(FrenchNumber.percent($0.demand.share))" }
      .joined(separator: ", ")
    return TextTable.wrapped("savoir-être demandés\u{A0}: " + text, FamilyTable.table.width - 5)
      .map { "     " + $0 + "\n" }.joined()
  }
}
