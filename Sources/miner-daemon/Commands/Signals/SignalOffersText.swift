import SkillMiner
import Taxonomy

/// The offers behind one row of a table of signals, each with the sentence that makes it count.
enum SignalOffersText {
  static func text(
    _ family: String, store: Store, input: any CubeReading, analysis: SignalAnalysis,
    request: SignalRequest
  ) throws -> String {
    let asking = try analysis.offers(of: family, input, request)
    guard !asking.isEmpty else {
      throw ReadingError(
        Finding(
          severity: .failure, code: "SIGNAL-003", file: request.title,
          message: "aucune offre des deux périodes ne demande «\u{A0}\(family)\u{A0}».",
          advice:
            "Prenez l’identifiant dans la colonne «\u{A0}famille\u{A0}» de l’export CSV ou JSON des signaux.")
      )
    }
    let employers = Set(asking.filter { $0.employer >= 0 }.map(\.employer)).count
    guard !request.disclosure.hides(offers: asking.count, employers: employers) else {
      throw ReadingError(
        Finding(
          severity: .failure, code: "SIGNAL-005", file: request.title,
          message:
            "trop peu d’offres ou d’employeurs demandent «\u{A0}\(family)\u{A0}» pour qu’elles soient montrées "
            + "(secret statistique).",
          advice: "Élargissez le périmètre\u{A0}; un lecteur habilité ajoute --full-detail."))
    }
    let label = analysis.lexicon.families[family]?.label ?? family
    var out = "\(label) (\(family))\u{A0}: \(FrenchWords.count(asking.count, "offre", "offres"))\n"
    let recent = Dictionary(asking.map { ($0.offer, $0.isRecent) }, uniquingKeysWith: { $0 || $1 })
    let heads = try store.heads(of: asking.map(\.offer))
    for head in heads {
      let sentence = try store.evidence(offer: head.offer, family: family).first { $0.stance.isDemand }
      let facts = [
        recent[head.offer] == true ? "récente" : "référence", head.created?.description ?? "sans date",
        head.source,
        head.identifier, head.place ?? "", head.title,
      ]
      out += "\n" + facts.filter { !$0.isEmpty }.joined(separator: " · ") + "\n"
      if let sentence { out += "  «\u{A0}\(sentence.sentence)\u{A0}»\n" }
    }
    let purged = asking.count - heads.count
    if purged > 0 {
      out +=
        "\n\(FrenchWords.count(purged, "offre purgée, comptée", "offres purgées, comptées")) sans texte.\n"
    }
    return out
  }
}
