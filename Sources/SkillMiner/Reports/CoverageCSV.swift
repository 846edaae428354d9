import Taxonomy

/// Demand and coverage for a spreadsheet: one line for each demanded family of each certification, and one line for a
/// certification of which nothing can be said.
public enum CoverageCSV {
  /// The whole file.
  public static func text(_ result: AnalysisResult) -> String { text(result, as: nil) }

  /// The same as an observatory publishes it.
  package static func text(_ result: AnalysisResult, as observatory: Observatory?) -> String {
    let secrecy = FigureSecrecy(observatory: observatory)
    var csv = CSVOutput(header: [
      "certification", "intitule", "niveau", "expiree", "etat", "liens", "metiers", "famille", "libelle",
      "codes_ogr", "verdict", "besoin", "borne_basse", "borne_haute", "offres", "offres_total", "employeurs",
      "territoires", "offres_formation_assuree", "raison", "bloc", "phrase", "empreinte", "versions",
    ])
    for a in result.assessments {
      let start = [
        a.certification.code.description, a.certification.title,
        a.certification.level.map(String.init) ?? "", a.isExpired ? "oui" : "non",
        FrenchWords.status(a.status), links(a.links),
        a.links.occupations.map(\.description).joined(separator: " "),
      ]
      let families = a.families + a.softSkills
      if families.isEmpty {
        csv.add(start + [String](repeating: "", count: 15) + [result.fingerprint, result.releases.text])
      }
      for f in families {
        csv.add(
          start + figures(f, isHidden: secrecy.hides(f, over: a.links)) + [
            FrenchWords.reason(f.verdict.reason), f.verdict.passage?.code ?? "",
            f.verdict.passage?.text ?? "",
            result.fingerprint, result.releases.text,
          ])
      }
    }
    return csv.text
  }

  static func links(_ links: OccupationLinks) -> String {
    links.origin == .official ? "officiels" : "proposés"
  }

  static func figures(_ f: CertificationAssessment.Family, isHidden: Bool) -> [String] {
    let d = f.demand
    let names = [
      f.family.id, f.family.label, f.family.codes.map(\.description).joined(separator: " "),
      FrenchWords.verdict(f.verdict.level),
    ]
    if isHidden { return names + [String](repeating: PageCell.secretWords, count: 8) }
    return names + [
      CSVOutput.number(d.share), CSVOutput.number(d.interval.lower),
      CSVOutput.number(d.interval.upper), String(d.offers), String(d.offersTotal), String(d.employers),
      String(d.territories), String(d.provided),
    ]
  }
}
