public import Taxonomy

/// The examples of the pacts, each with what was found or why not.
public enum PactTable {
  /// For a terminal.
  public static func text(_ result: AnalysisResult, families: [String: CompetencyFamily]) -> String {
    var out = "Exemples des pactes régionaux\n"
    for answer in PactExample.all.map({ $0.answer(in: result, families: families) }) {
      out += "\n\(answer.example.name)\u{A0}: "
      guard let (rank, candidate) = answer.found else {
        out += "non trouvé\n" + answer.reasons.map { "  – \($0)\n" }.joined()
        continue
      }
      out += "trouvé, rang \(rank) sur \(result.candidates.count)\n"
      out += "  \(candidate.certification.title) (\(candidate.certification.code))\n"
      out += "  \(candidate.name)\n"
      out += "  \(FrenchNumber.count(candidate.demand.offers, of: candidate.demand.offersTotal)) offres, "
      out +=
        FrenchNumber.percentRange(candidate.demand.interval.lower, candidate.demand.interval.upper) + "\n"
      let quote =
        candidate.evidence.first { answer.example.families.contains($0.family) } ?? candidate.evidence.first
      if let quote { out += "  «\u{A0}\(quote.passage.sentence)\u{A0}» (offre \(quote.offer))\n" }
    }
    return out
  }
}
