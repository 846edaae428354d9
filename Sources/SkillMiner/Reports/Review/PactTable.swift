import Taxonomy

/// The examples of the pacts, each with what was found or why not.
public enum PactTable {
  /// For a terminal.
  public static func text(_ answers: [PactExample.Answer], of result: AnalysisResult) -> String {
    var out = "Exemples des pactes régionaux\n"
    for answer in answers {
      out += "\n\(answer.example.name)\u{A0}: "
      guard let (rank, candidate) = answer.found else {
        out += "non trouvé\n  – \(answer.demand)\n" + answer.reasons.map { "  – \($0)\n" }.joined()
        continue
      }
      out +=
        "trouvé, rang \(FrenchNumber.integer(rank)) sur \(FrenchNumber.integer(result.candidates.count))\n"
      out += "  \(candidate.certification.title) (\(candidate.certification.code))\n"
      out += "  \(candidate.name)\n"
      out += "  \(figures(candidate))\n"
      out += "  \(answer.demand)\n"
      if let quote = quote(answer) {
        out += "  «\u{A0}\(quote.passage.sentence)\u{A0}» (offre \(quote.offer))\n"
      }
    }
    return out
  }

  /// For a document.
  ///
  /// - Parameter quotes: whether sentences of offers are told; their identifiers are in any case.
  public static func markdown(
    _ answers: [PactExample.Answer], of result: AnalysisResult, quotes: Bool
  ) -> String {
    let found = answers.count { $0.found != nil }
    var out = "# Exemples des pactes régionaux\n\n"
    out +=
      "\(found) sur \(answers.count) trouvés parmi \(FrenchNumber.integer(result.candidates.count)) modules candidats, "
    out += "\(FrenchNumber.count(result.offers, "offre", "offres")), taxonomie \(result.taxonomy), "
    out += "jour de l’analyse \(result.today). Empreinte\u{A0}: `\(result.fingerprint)`.\n\n"
    out += "| Exemple | Trouvé | Rang | Certification et module | Besoin | Preuve, ou pourquoi non |\n"
    out += "|---|---|---|---|---|---|\n"
    for answer in answers {
      var cells = [answer.example.name]
      if let (rank, c) = answer.found {
        let evidence = quote(answer).map {
          quotes ? "«\u{A0}\($0.passage.sentence)\u{A0}» (offre \($0.offer))" : "offre \($0.offer)"
        }
        cells += [
          "oui", FrenchNumber.integer(rank),
          "\(c.certification.code) \(c.certification.title)\u{A0}: **\(c.name)**",
          figures(c),
          "\(evidence.map { "\($0). " } ?? "")\(answer.demand)",
        ]
      } else {
        cells += ["non", "", "", "", ([answer.demand] + answer.reasons).joined(separator: " ")]
      }
      out += "| " + cells.map(cell).joined(separator: " | ") + " |\n"
    }
    return out
      + "\nRang\u{A0}: place du meilleur candidat de l’exemple dans le classement de l’analyse. Un exemple est "
      + "trouvé quand une certification de ces métiers a un module qui contient l’une de ses compétences.\n"
  }

  private static func figures(_ c: ModuleCandidate) -> String {
    "\(FrenchNumber.count(c.demand.offers, of: c.demand.offersTotal)) offres, "
      + FrenchNumber.percentRange(c.demand.interval.lower, c.demand.interval.upper)
  }

  private static func quote(_ answer: PactExample.Answer) -> ModuleCandidate.Evidence? {
    let evidence = answer.found?.candidate.evidence ?? []
    return evidence.first { answer.example.families.contains($0.family) } ?? evidence.first
  }

  /// A cell may hold neither a bar nor a line end.
  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
