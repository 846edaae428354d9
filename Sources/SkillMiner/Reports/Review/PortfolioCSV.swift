/// A portfolio for a spreadsheet: one line a pathway, removed ones included.
public enum PortfolioCSV {
  /// - Parameter review: what an analysis says of each pathway now.
  public static func text(_ portfolio: Portfolio, review: PortfolioReview? = nil) -> String {
    var csv = CSVOutput(header: [
      "portefeuille", "revision", "parcours", "etat", "epingle", "retire", "filiere", "certification",
      "intitule",
      "niveau", "module", "competences", "borne_basse", "borne_haute", "offres", "offres_total", "employeurs",
      "territoires", "rang", "stabilite", "existe_deja", "offre_de_formation", "remarque", "decide_par",
      "decide_le", "motif",
      "devenir", "changements", "cle", "empreinte", "versions", "avertissement",
    ])
    for p in portfolio.pathways {
      let last = p.removed ?? p.decisions.last
      let standing = review?.standings.first { $0.number == p.number }
      csv.add([
        portfolio.id, String(portfolio.revision), String(p.number), p.state.french,
        p.isPinned ? "oui" : "non",
        p.removed == nil ? "non" : "oui", p.filiere, p.key.certification, p.certification,
        p.level.map(String.init) ?? "", p.title, p.families.map(\.label).joined(separator: " | "),
        CSVOutput.number(p.figures.lower), CSVOutput.number(p.figures.upper), String(p.figures.offers),
        String(p.figures.offersTotal), String(p.figures.employers), String(p.figures.territories),
        String(p.figures.rank), p.figures.stability.map(CSVOutput.number) ?? "",
        p.alternatives.joined(separator: " | "), (p.supply ?? []).joined(separator: " | "), p.note,
        last?.who ?? "", last?.when.description ?? "",
        last?.why ?? "", standing.map { outcome($0.outcome) } ?? "",
        standing?.changes.joined(separator: " | ") ?? "", p.key.description, p.fingerprint,
        p.releases?.text ?? "", warning(p, review),
      ])
    }
    return csv.text
  }

  /// That figures then and now rest on other releases.
  private static func warning(_ p: Pathway, _ review: PortfolioReview?) -> String {
    guard let review, p.removed == nil, p.fingerprint != review.fingerprint else {
      return ""
    }
    guard let then = p.releases else { return "versions d’origine inconnues" }
    let clauses = then.differences(from: review.releases)
    return clauses.isEmpty ? "" : "versions différentes\u{A0}: " + clauses.joined(separator: " | ")
  }

  private static func outcome(_ outcome: PathwayStanding.Outcome) -> String {
    switch outcome {
    case .same: "présent"
    case .recomposed: "recomposé"
    case .vanished: "disparu"
    }
  }
}
