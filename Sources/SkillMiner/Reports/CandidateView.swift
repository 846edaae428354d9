import Taxonomy

/// One candidate as a page shows it.
package struct CandidateView: Sendable {
  package let rank: String
  package let anchor: String
  /// Whether it has a fiche of its own in the page.
  package let isShown: Bool
  package let name: String
  package let code: String
  package let certification: String
  package let level: String
  package let badges: [BadgeView]
  package let demand: String
  package let interval: String
  package let count: String
  package let employers: String
  package let territories: String
  package let verdict: String
  package let symbol: String
  package let chart: String
  package let families: [FamilyView]
  /// Whether figures for all families together say more than the only family's own.
  package let hasSeveral: Bool
  package let criteria: [Criterion]
  package let links: String
  /// Empty when the registration runs on.
  package let expiry: String
  package let evidence: [Evidence]
  package let hasEvidence: Bool

  /// A criterion with its value, side by side with the others.
  package struct Criterion: Sendable {
    package let label: String
    package let value: String
  }

  /// A quoted sentence.
  package struct Evidence: Sendable {
    package let sentence: MarkedSentence
    package let offer: String
    package let date: String
    package let place: String
  }

  init(_ c: ModuleCandidate, rank: Int, isShown: Bool = true, result: AnalysisResult) {
    let largest = c.families.map(\.demand.interval.upper).max() ?? 1
    let scale = IntervalChart.scale(for: max(largest, c.demand.interval.upper))
    let parameters = result.parameters
    self.rank = String(rank)
    self.isShown = isShown
    anchor = "module-\(rank)"
    name = c.name
    code = c.certification.code.description
    certification = c.certification.title
    level = c.certification.level.map { "niveau\u{A0}\($0)" } ?? "niveau inconnu"
    badges = c.flags.map(BadgeView.init)
    demand = FrenchNumber.percent(c.demand.share)
    interval = FrenchNumber.percentRange(c.demand.interval.lower, c.demand.interval.upper)
    count = FrenchNumber.count(c.demand.offers, of: c.demand.offersTotal)
    employers = FrenchNumber.integer(c.demand.employers)
    territories = FrenchNumber.integer(c.demand.territories)
    families = c.families.map { FamilyView($0, parameters: parameters, scale: scale) }
    hasSeveral = c.families.count > 1
    let allMissing = c.families.allSatisfy { $0.verdict.level == .missing }
    let anyMissing = c.families.contains { $0.verdict.level == .missing }
    verdict = allMissing ? "absente" : anyMissing ? "absente ou partielle" : "partielle"
    symbol = allMissing ? "○" : anyMissing ? "○ ◐" : "◐"
    chart = IntervalChart.svg(
      share: c.demand.share, interval: c.demand.interval, threshold: parameters.minimumDemand, scale: scale)
    criteria = Self.criteria(c, parameters)
    links = Self.links(c)
    expiry = c.flags.contains(.expired) ? Self.expiry(c.certification) : ""
    evidence = c.evidence.map {
      Evidence(
        sentence: MarkedSentence($0.passage.sentence, start: $0.passage.start, end: $0.passage.end),
        offer: $0.offer, date: $0.date.map(FrenchWords.date) ?? "date inconnue",
        place: $0.place ?? "lieu inconnu")
    }
    hasEvidence = !evidence.isEmpty
  }

  private static func criteria(_ c: ModuleCandidate, _ parameters: AnalysisParameters) -> [Criterion] {
    let k = c.criteria
    return [
      Criterion(label: "Besoin (borne basse)", value: FrenchNumber.percent(k.demand)),
      Criterion(label: "Employeurs connus", value: FrenchNumber.integer(k.employers)),
      Criterion(
        label: FrenchWords.territories(parameters.territoryLevel, 2).firstUppercased,
        value: FrenchNumber.integer(k.territories)),
      Criterion(label: "Profondeur du manque", value: FrenchNumber.percent(k.depth)),
      Criterion(label: "Autres certifications concernées", value: FrenchNumber.integer(k.transferability)),
      Criterion(
        label: "Formation assurée par l’employeur",
        value:
          "\(FrenchNumber.percent(k.provided)) (\(FrenchNumber.count(c.demand.provided, of: c.demand.offersTotal)))"
      ),
      Criterion(label: "Évolution sûre de la part", value: FrenchNumber.percent(k.dynamics)),
      Criterion(label: "Signaux de terrain", value: field(c.field)),
      Criterion(
        label: "Recrutements difficiles (BMO)", value: k.tension.map(FrenchNumber.percent) ?? "non chargé"),
      Criterion(label: "Front de Pareto", value: String(c.front)),
    ]
      + (c.stability.map {
        [Criterion(label: "Parmi les dix premiers (rééchantillonnage)", value: FrenchNumber.percent($0))]
      } ?? [])
      + c.alternatives.map { Criterion(label: "Existe déjà", value: $0.sentence) }
      + c.supply.map { Criterion(label: "Offre de formation", value: $0.sentence) }
  }

  private static func field(_ field: FieldAgreement) -> String {
    switch field.verdict {
    case .none: "aucun"
    case .agrees: "concordants (\(field.agreeing), \(field.sources) source\(field.sources > 1 ? "s" : ""))"
    case .disagrees: "discordants (\(field.disagreeing))"
    case .mixed: "partagés (\(field.agreeing) pour, \(field.disagreeing) contre)"
    }
  }

  private static func links(_ c: ModuleCandidate) -> String {
    let codes = c.links.occupations.map(\.description).joined(separator: ", ")
    return c.links.origin == .official
      ? "Métiers ROME\u{A0}: \(codes) (liens officiels du répertoire)"
      : "Métiers ROME\u{A0}: \(codes) (liens proposés d’après l’intitulé, à valider)"
  }

  private static func expiry(_ c: Certification) -> String {
    let end = c.expiry.map { "Enregistrement échu le \(FrenchWords.date($0))" } ?? "Enregistrement inactif"
    let successors = c.successors.map(\.description).joined(separator: ", ")
    return successors.isEmpty
      ? "\(end)\u{A0}; certification remplaçante inconnue." : "\(end)\u{A0}; remplacée par \(successors)."
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
