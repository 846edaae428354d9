public import Taxonomy

/// An example the regional pacts give of a certification and the module that completes it: what the program should find,
/// and has to explain when it does not.
public struct PactExample: Sendable {
  /// French: the example, as the pacts put it.
  public let name: String
  /// Beginnings of the ROME codes the certification leads to; empty for any.
  public let occupations: [String]
  /// Families any of which makes the module.
  public let families: [String]

  /// The examples of the framework and of the pacts of Grand Est, Auvergne-Rhône-Alpes and Normandie.
  public static let all = [
    PactExample(
      name: "Préparation de commandes + CACES", occupations: ["N1103", "N1105", "N1110"],
      families: ["caces-r489", "caces-r485"]),
    PactExample(
      name: "Gros œuvre + CACES engins et grue auxiliaire",
      occupations: ["F1701", "F1702", "F1703", "F1302"],
      families: ["caces-r482", "caces-r490"]),
    PactExample(
      name: "Chaudronnerie aéronautique + qualification aéronautique",
      occupations: ["H2902", "H2911", "H2903"],
      families: ["qualification-aeronautique"]),
    PactExample(
      name: "Vente + tenue de caisse", occupations: ["D11", "D12", "D15"], families: ["tenue-de-caisse"]),
    PactExample(
      name: "Tertiaire + outils numériques", occupations: ["M12", "M15", "M16"],
      families: ["outils-bureautiques", "certification-bureautique"]),
    PactExample(name: "Hôtellerie + anglais du tourisme", occupations: ["G"], families: ["anglais-tourisme"]),
    PactExample(name: "Habilitations du nucléaire", occupations: [], families: ["habilitation-nucleaire"]),
    PactExample(name: "Électricité + SST", occupations: ["F1602", "I1309", "H2602"], families: ["sst"]),
    PactExample(name: "Transport + SST", occupations: ["N4"], families: ["sst"]),
    PactExample(name: "Services à la personne + SST", occupations: ["K13", "K22"], families: ["sst"]),
  ]

  /// What an analysis answers to an example.
  public struct Answer: Sendable {
    /// The example.
    public let example: PactExample
    /// Place of the best candidate (from 1) and the candidate; `nil` when none was found.
    public let found: (rank: Int, candidate: ModuleCandidate)?
    /// French: why not, one sentence each; empty when it was found.
    public let reasons: [String]
  }

  /// Looks the example up in an analysis.
  ///
  /// - Parameter families: what is known of each family, by identifier.
  public func answer(in result: AnalysisResult, families known: [String: CompetencyFamily]) -> Answer {
    let place = result.candidates.firstIndex { candidate in
      leads(candidate.links) && candidate.families.contains { families.contains($0.family.id) }
    }
    if let place {
      return Answer(example: self, found: (place + 1, result.candidates[place]), reasons: [])
    }
    return Answer(example: self, found: nil, reasons: reasons(result, known))
  }

  private func leads(_ links: OccupationLinks) -> Bool {
    occupations.isEmpty
      || links.occupations.contains { code in occupations.contains { code.value.hasPrefix($0) } }
  }

  private func reasons(_ result: AnalysisResult, _ known: [String: CompetencyFamily]) -> [String] {
    let mine = result.assessments.filter { leads($0.links) }
    guard !mine.isEmpty else {
      return ["Aucune certification chargée ne mène à ces métiers."]
    }
    let assessed = mine.filter { $0.status == .assessed }
    guard !assessed.isEmpty else {
      return ["Ses \(mine.count) certifications ne sont pas évaluables (sans texte ou sans offre)."]
    }
    return families.map { id in
      let label = known[id]?.label ?? id
      guard known[id] != nil else {
        return "«\u{A0}\(label)\u{A0}» n’est pas une famille de cette taxonomie."
      }
      for assessment in assessed {
        guard let family = assessment.families.first(where: { $0.family.id == id }) else { continue }
        let passage = family.verdict.passage.map { ": «\u{A0}\($0.text)\u{A0}»" } ?? ""
        return
          "«\u{A0}\(label)\u{A0}» est demandée (\(family.demand.offers)/\(family.demand.offersTotal)) et déjà couverte par "
          + "\(assessment.certification.code)\(passage.isEmpty ? "." : "\u{A0}" + passage)"
      }
      let offers = assessed.map(\.offers).max() ?? 0
      return
        "«\u{A0}\(label)\u{A0}» n’est pas assez demandée dans les offres collectées de ces métiers (\(offers) offres au plus "
        + "par certification\u{A0}; seuil\u{A0}: \(result.parameters.minimumOffers) offres et une borne basse de "
        + "\(PortfolioReview.percent(result.parameters.minimumDemand)))."
    }
  }
}
