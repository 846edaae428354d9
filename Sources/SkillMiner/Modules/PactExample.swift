import Taxonomy

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
      // Assistanat commercial (D1401) is an office trade, though the ROME files it under commerce.
      name: "Tertiaire + outils numériques", occupations: ["M12", "M15", "M16", "D1401"],
      families: ["outils-bureautiques", "outils-numeriques", "crm", "certification-bureautique"]),
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
    /// French: what the offers of these occupations say, whatever their certifications.
    public let demand: String
    /// French: why not, one sentence each; empty when it was found.
    public let reasons: [String]
  }

  /// Looks the example up in an analysis.
  ///
  /// - Parameters:
  ///   - lexicon: what is known of each family.
  ///   - input: the offers, for what they ask for beyond what certifications lead to.
  /// - Throws: what the input throws.
  public func answer(
    in result: AnalysisResult, lexicon: Lexicon, input: some DemandReading
  ) throws -> Answer {
    let codes = lexicon.release.occupations.map(\.code).filter { leads([$0]) }
    let sample = try OfferSample(input, occupations: Set(codes), parameters: result.parameters)
    let demand = OccupationDemand(codes, sample: sample)
    let asked = families.compactMap { id -> String? in
      guard let family = lexicon.families[id] else { return nil }
      let offers = sample.number(of: id).map { demand.asking([$0]).count } ?? 0
      return "«\u{A0}\(family.label)\u{A0}» dans \(Self.offers(offers))"
    }
    let total = FrenchNumber.count(
      demand.total, "offre distincte collectée", "offres distinctes collectées")
    let sentence = "\(total) dans ces métiers\u{A0}: \(asked.joined(separator: ", "))."
    let place = result.candidates.firstIndex { candidate in
      leads(candidate.links.occupations)
        && candidate.families.contains { families.contains($0.family.id) }
    }
    if let place {
      return Answer(
        example: self, found: (place + 1, result.candidates[place]), demand: sentence, reasons: [])
    }
    return Answer(
      example: self, found: nil, demand: sentence, reasons: reasons(result, lexicon.families))
  }

  private static func offers(_ n: Int) -> String { FrenchNumber.count(n, "offre", "offres") }

  private func leads(_ codes: [ROMECode]) -> Bool {
    occupations.isEmpty || codes.contains { code in occupations.contains { code.value.hasPrefix($0) } }
  }

  private func reasons(_ result: AnalysisResult, _ known: CompetencyFamilies) -> [String] {
    let mine = result.assessments.filter { leads($0.links.occupations) }
    guard !mine.isEmpty else {
      return ["Aucune certification chargée ne mène à ces métiers\u{A0}: il n’y a rien à compléter."]
    }
    let assessed = mine.filter { $0.status == .assessed }
    guard !assessed.isEmpty else {
      return [
        mine.count == 1
          ? "La seule certification de ces métiers n’est pas évaluable (sans texte ou sans offre)."
          : "Les \(mine.count) certifications de ces métiers ne sont pas évaluables (sans texte ou sans offre)."
      ]
    }
    return families.compactMap { id in
      guard let family = known[id] else {
        return "«\u{A0}\(id)\u{A0}» n’est pas une famille de cette taxonomie."
      }
      return covered(family, assessed) ?? tooFew(family, assessed, result.parameters)
    }
  }

  private func covered(
    _ family: CompetencyFamily, _ assessed: [CertificationAssessment]
  ) -> String? {
    for assessment in assessed {
      guard let found = assessment.families.first(where: { $0.family.id == family.id }) else { continue }
      let passage = found.verdict.passage.map { "\u{A0}: «\u{A0}\($0.text)\u{A0}»" } ?? ""
      return
        "«\u{A0}\(family.label)\u{A0}»\u{A0}: demandé (\(FrenchNumber.count(found.demand.offers, of: found.demand.offersTotal))), déjà couvert par "
        + "\(assessment.certification.code)\(passage)."
    }
    return nil
  }

  private func tooFew(
    _ family: CompetencyFamily, _ assessed: [CertificationAssessment], _ parameters: AnalysisParameters
  ) -> String {
    let names = assessed.prefix(4).map { "\($0.certification.code) (\(Self.offers($0.offers)))" }
    let more = assessed.count > 4 ? " et \(assessed.count - 4) autre\(assessed.count > 5 ? "s" : "")" : ""
    return
      "«\u{A0}\(family.label)\u{A0}»\u{A0}: trop peu demandé dans les offres des métiers de "
      + "\(names.joined(separator: ", "))\(more) (seuil\u{A0}: \(Self.offers(parameters.minimumOffers)) et une borne basse de "
      + "\(PortfolioReview.percent(parameters.minimumDemand)))."
  }
}
