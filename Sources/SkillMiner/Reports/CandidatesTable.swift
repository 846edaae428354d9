import Taxonomy

/// Candidates for a terminal, at most a hundred columns wide.
public enum CandidatesTable {
  /// - Parameter limit: how many candidates are shown; the others are counted.
  public static func text(_ result: AnalysisResult, limit: Int = 40) -> String {
    var out = "Modules additionnels candidats\u{A0}: \(FrenchNumber.integer(result.candidates.count)) pour "
    let certifications = Set(result.candidates.map(\.certification.code)).count
    out += "\(FrenchNumber.integer(certifications)) certification\(certifications > 1 ? "s" : "")\n\n"
    guard !result.candidates.isEmpty else {
      return out + "Aucun module candidat avec ces offres et ces seuils.\n\n" + FamilyTable.foot(result)
    }
    out += FamilyTable.table.header + "\n"
    for (position, c) in result.candidates.prefix(limit).enumerated() {
      out += FamilyTable.heading(c.certification, notes: c.flags.map(FrenchWords.flag)) + "\n"
      for (line, family) in c.families.enumerated() {
        out += FamilyTable.row(line == 0 ? String(position + 1) : "", family) + "\n"
      }
    }
    let hidden = result.candidates.count - limit
    if hidden > 0 {
      out += "… et \(FrenchNumber.integer(hidden)) autre\(hidden > 1 ? "s" : "") (option --limit)\n"
    }
    return out + "\n" + FamilyTable.foot(result)
  }
}
