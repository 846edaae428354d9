import Taxonomy

/// Where a pathway stands in a later analysis.
public struct PathwayStanding: Hashable, Sendable {
  /// What became of its candidate.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The same families of the same certification are still proposed.
    case same
    /// The certification still has a module with some of the families, composed differently.
    case recomposed
    /// No family of it is a gap any more, or the certification is gone: the decision is kept and shown so.
    case vanished
  }

  /// Number of the pathway.
  public let number: Int
  /// What became of it.
  public let outcome: Outcome
  /// The candidate now; `nil` when it vanished.
  public let key: CandidateKey?
  /// Figures now; `nil` when it vanished.
  public let figures: PathwayFigures?
  /// French: what changed since it was put in, one sentence each; empty when nothing did.
  public let changes: [String]
}

/// Holds a portfolio against an analysis: what changed for each pathway.
public struct PortfolioReview: Sendable {
  /// For every standing pathway, in the order of the portfolio.
  public let standings: [PathwayStanding]
  /// Whether the analysis is the one every pathway was drawn from.
  public let isUnchanged: Bool
  /// French: pathways that other releases were used for than for the analysis, one sentence for each set of releases.
  public let warnings: [String]
  /// What the analysis was made with.
  public let releases: ReleaseSet
  /// Fingerprint of the analysis.
  public let fingerprint: String

  /// Compares.
  public init(_ portfolio: Portfolio, with result: AnalysisResult) {
    standings = portfolio.standing.map { Self.standing(of: $0, in: result) }
    isUnchanged = portfolio.standing.allSatisfy { $0.fingerprint == result.fingerprint }
    warnings = ReleaseWarnings.of(portfolio.standing, against: result)
    releases = result.releases
    fingerprint = result.fingerprint
  }

  /// What is to be said before these pathways are compared to an analysis.
  static func warnings(_ pathways: [Pathway], against result: AnalysisResult) -> [String] {
    ReleaseWarnings.of(pathways, against: result)
  }

  /// The standing of a pathway.
  static func standing(of pathway: Pathway, in result: AnalysisResult) -> PathwayStanding {
    let keys = result.candidates.map(CandidateKey.init)
    if let place = keys.firstIndex(of: pathway.key) {
      let now = PathwayFigures(result.candidates[place], rank: place + 1)
      return PathwayStanding(
        number: pathway.number, outcome: .same, key: pathway.key, figures: now,
        changes: changes(pathway, now, result.candidates[place]))
    }
    let likeness = keys.map { $0.likeness(pathway.key) }
    if let best = likeness.max(), best > 0, let place = likeness.firstIndex(of: best) {
      let candidate = result.candidates[place]
      let now = PathwayFigures(candidate, rank: place + 1)
      return PathwayStanding(
        number: pathway.number, outcome: .recomposed, key: keys[place], figures: now,
        changes: composition(pathway, candidate) + changes(pathway, now, candidate))
    }
    return PathwayStanding(
      number: pathway.number, outcome: .vanished, key: nil, figures: nil,
      changes: [vanishing(pathway, result)])
  }

  private static func changes(
    _ pathway: Pathway, _ now: PathwayFigures, _ candidate: ModuleCandidate
  ) -> [String] {
    let then = pathway.figures
    var changes: [String] = []
    if then.offers != now.offers || then.offersTotal != now.offersTotal {
      changes.append(
        "Besoin\u{A0}: \(FrenchNumber.count(then.offers, of: then.offersTotal)) offres, "
          + "aujourd’hui \(FrenchNumber.count(now.offers, of: now.offersTotal))"
      )
    }
    if then.lower != now.lower {
      changes.append("Borne basse\u{A0}: \(percent(then.lower)), aujourd’hui \(percent(now.lower))")
    }
    if then.rank != now.rank { changes.append("Rang\u{A0}: \(then.rank), aujourd’hui \(now.rank)") }
    if then.employers != now.employers {
      changes.append(
        "Employeurs\u{A0}: \(FrenchNumber.integer(then.employers)), "
          + "aujourd’hui \(FrenchNumber.integer(now.employers))")
    }
    for family in candidate.families {
      let before = pathway.families.first { $0.id == family.family.id }?.verdict
      if let before, before != family.verdict.level.rawValue {
        changes.append(
          "«\u{A0}\(family.family.label)\u{A0}» était \(french(before)), elle est "
            + french(family.verdict.level.rawValue))
      }
    }
    let gained = now.flags.filter { !then.flags.contains($0) }.compactMap(ModuleCandidate.Flag.init)
    for flag in gained {
      switch flag {
      case .singleEmployer: changes.append("Un seul employeur porte désormais l’essentiel du besoin")
      case .smallSupport: changes.append("L’effectif est devenu trop faible pour une affirmation ferme")
      case .expired: changes.append("L’enregistrement de la certification est échu")
      case .proposedLinks, .undeclaredOccupations: break
      }
    }
    return changes
  }

  private static func composition(_ pathway: Pathway, _ candidate: ModuleCandidate) -> [String] {
    let now = Set(candidate.families.map(\.family.id))
    let gone = pathway.families.filter { !now.contains($0.id) }.map(\.label)
    let new = candidate.families.filter { !pathway.key.families.contains($0.family.id) }
      .map(\.family.label)
    return (gone.isEmpty ? [] : ["N’est plus dans le module\u{A0}: \(gone.joined(separator: ", "))"])
      + (new.isEmpty ? [] : ["S’ajoute au module\u{A0}: \(new.joined(separator: ", "))"])
  }

  /// Why a module is proposed no longer.
  private static func vanishing(_ pathway: Pathway, _ result: AnalysisResult) -> String {
    guard
      let assessment = result.assessments.first(where: {
        $0.certification.code.description == pathway.key.certification
      })
    else { return "Disparu\u{A0}: la certification n’est plus dans le référentiel chargé" }
    switch assessment.status {
    case .withoutText: return "Disparu\u{A0}: la certification n’a plus de texte de compétences"
    case .withoutOccupation: return "Disparu\u{A0}: la certification n’est plus reliée à un métier"
    case .withoutOffers: return "Disparu\u{A0}: plus aucune offre collectée dans ses métiers"
    case .assessed: break
    }
    let covered = assessment.families.filter {
      pathway.key.families.contains($0.family.id) && $0.verdict.level == .covered
    }
    if !covered.isEmpty {
      let labels = covered.map(\.family.label).joined(separator: ", ")
      return "Disparu\u{A0}: les blocs couvrent désormais \(labels)"
    }
    return "Disparu\u{A0}: le besoin est passé sous le seuil"
  }

  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10),\(tenths % 10)\u{A0}%"
  }

  static func french(_ verdict: String) -> String {
    switch CoverageVerdict.Level(rawValue: verdict) {
    case .covered: "couverte"
    case .partial: "partielle"
    case .missing: "absente"
    case nil: verdict
    }
  }
}
