public import Taxonomy

/// A certification held against the demand of the occupations it leads to.
public struct CertificationAssessment: Sendable {
  /// Whether something can be said.
  public enum Status: String, Sendable {
    case assessed
    /// Its blocks carry no competence sentence: « non évaluable », never a gap.
    case withoutText = "without-text"
    /// Neither an official code nor a proposal ties it to an occupation.
    case withoutOccupation = "without-occupation"
    /// No collected offer stands under its occupations.
    case withoutOffers = "without-offers"
  }

  /// A demanded family with its figures and its verdict.
  public struct Family: Hashable, Sendable {
    /// The family.
    public let family: CompetencyFamily
    /// What offers say of it.
    public let demand: DemandFigures
    /// What the blocks say of it.
    public let verdict: CoverageVerdict
    /// Missing or partial, with enough demand, and something a module can teach.
    public let isGap: Bool
    /// The reviewer's verdict that stands in place of the program's; `nil` when none does.
    public let overruling: StandingOverruling?

    /// Makes the value from its parts.
    public init(
      family: CompetencyFamily, demand: DemandFigures, verdict: CoverageVerdict, isGap: Bool,
      overruling: StandingOverruling? = nil
    ) {
      self.family = family
      self.demand = demand
      self.verdict = verdict
      self.isGap = isGap
      self.overruling = overruling
    }
  }

  /// The certification.
  public let certification: Certification
  /// The occupations it was held against.
  public let links: OccupationLinks
  /// Whether something can be said.
  public let status: Status
  /// Whether its registration has ended on the day of the analysis.
  public let isExpired: Bool
  /// Distinct offers of its occupations.
  public let offers: Int
  /// Known employers of those offers.
  public let employers: Int
  /// Those offers whose occupation was proposed from their title.
  public let undeclaredOffers: Int
  /// Families with enough demand, soft skills and diplomas left out: largest lower bound first, then by identifier.
  public let families: [Family]
  /// The same for soft skills, which make no module by themselves.
  public let softSkills: [Family]

  /// Makes the value from its parts.
  public init(
    certification: Certification, links: OccupationLinks, status: Status, isExpired: Bool, offers: Int,
    employers: Int, undeclaredOffers: Int, families: [Family], softSkills: [Family]
  ) {
    self.certification = certification
    self.links = links
    self.status = status
    self.isExpired = isExpired
    self.offers = offers
    self.employers = employers
    self.undeclaredOffers = undeclaredOffers
    self.families = families
    self.softSkills = softSkills
  }

  /// The families it leaves out.
  public var gaps: [Family] { families.filter(\.isGap) }
}
