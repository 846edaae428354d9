import SkillMiner
import Taxonomy

/// The offers behind one row of a table of signals, each with the sentence that makes it count.
enum SignalOffersText {
  static func text(
    _ family: String, store: Store, analysis: SignalAnalysis, request: SignalRequest
  ) throws -> String {
    let asking = try analysis.offers(of: family, store, request)
    guard !asking.isEmpty else {
      throw ReadingError(
        Finding(
          severity: .failure, code: "SIGNAL-003", file: request.title,
          message: "aucune offre des deux périodes ne demande «\u{A0}\(family)\u{A0}».",
          advice:
            "Prenez l’identifiant dans la colonne «\u{A0}famille\u{A0}» de l’export CSV ou JSON des signaux.")
      )
    }
    let label = analysis.lexicon.families[family]?.label ?? family
    var out = "\(label) (\(family))\u{A0}: \(FrenchText.count(asking.count, "offre", "offres"))\n"
    let recent = Dictionary(asking.map { ($0.offer, $0.isRecent) }, uniquingKeysWith: { $0 || $1 })
    for head in try store.heads(of: asking.map(\.offer)) {
      let sentence = try store.evidence(offer: head.offer, family: family).first { $0.stance.isDemand }
      let facts = [
        recent[head.offer] == true ? "récente" : "référence", head.created?.description ?? "sans date",
        head.source,
        head.identifier, head.place ?? "", head.title,
      ]
      out += "\n" + facts.filter { !$0.isEmpty }.joined(separator: " · ") + "\n"
      if let sentence { out += "  «\u{A0}\(sentence.sentence)\u{A0}»\n" }
    }
    let purged = asking.count { $0.offer < 0 }
    if purged > 0 {
      out += "\n\(FrenchText.count(purged, "offre purgée", "offres purgées")), comptée(s) sans texte.\n"
    }
    return out
  }
}
