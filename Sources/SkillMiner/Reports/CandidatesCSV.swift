import Taxonomy

/// Candidates for a spreadsheet: one line for each family of each candidate.
public enum CandidatesCSV {
  /// The whole file.
  public static func text(_ result: AnalysisResult) -> String { text(result, as: nil) }

  /// The same as an observatory publishes it.
  package static func text(_ result: AnalysisResult, as observatory: Observatory?) -> String {
    let secrecy = FigureSecrecy(observatory: observatory)
    var csv = CSVOutput(header: [
      "rang", "certification", "intitule", "niveau", "expiree", "liens", "module", "famille", "libelle",
      "codes_ogr", "verdict", "besoin", "borne_basse", "borne_haute", "offres", "offres_total", "employeurs",
      "territoires", "offres_formation_assuree", "signalements", "empreinte",
      "cle", "evolution", "organismes_terrain", "terrain_contre", "stabilite", "existe_deja",
      "offre_de_formation", "front", "tension", "versions",
    ])
    for (position, c) in result.candidates.enumerated() {
      for f in c.families {
        csv.add(
          [
            String(position + 1), c.certification.code.description, c.certification.title,
            c.certification.level.map(String.init) ?? "", c.flags.contains(.expired) ? "oui" : "non",
            CoverageCSV.links(c.links), c.name,
          ] + CoverageCSV.figures(f, isHidden: secrecy.hides(f, over: c.links)) + [
            c.flags.map(FrenchWords.flag).joined(separator: " | "), result.fingerprint,
            CandidateKey(c).description,
            secrecy.hides(c) ? PageCell.secretWords : CSVOutput.number(c.criteria.dynamics),
            String(c.criteria.field),
            String(c.field.disagreeing), c.stability.map(CSVOutput.number) ?? "",
            c.alternatives.filter { $0.family == f.family }.map(\.sentence).joined(separator: " | "),
            c.supply.filter { $0.family == f.family }.map(\.sentence).joined(separator: " | "),
            String(c.front), c.criteria.tension.map(CSVOutput.number) ?? "", result.releases.text,
          ])
      }
    }
    return csv.text
  }
}
