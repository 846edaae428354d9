public import Taxonomy

/// A coherent group of gaps of one certification: what an additional module would teach.
public struct ModuleCandidate: Sendable {
  /// What a reader must know before using the candidate.
  public enum Flag: String, Sendable, CaseIterable {
    /// Fewer offers or employers than a firm statement needs.
    case smallSupport = "small-support"
    /// One employer makes most of the demand.
    case singleEmployer = "single-employer"
    /// The certification is tied to its occupations by a proposal that awaits review.
    case proposedLinks = "proposed-links"
    /// The registration of the certification has ended.
    case expired
    /// Some offers got their occupation from their title, not from the feed.
    case undeclaredOccupations = "undeclared-occupations"
  }

  /// Criteria shown side by side, never hidden in one score. Larger is stronger for each.
  public struct Criteria: Hashable, Sendable {
    /// Lower bound of the share of offers that ask for at least one of the families.
    public let demand: Double
    /// Known employers that ask for one of the families.
    public let employers: Int
    /// Territories where one of them is asked for.
    public let territories: Int
    /// Mean over the families: missing 1, partial 0.5.
    public let depth: Double
    /// Other certifications where the main family is a gap too.
    public let transferability: Int
    /// Share of offers whose employer trains for one of the families.
    public let provided: Double
    /// Change of the share of asking offers between the two halves of the period: the bound nearest to no change of
    /// its interval, 0 when chance may explain it. Negative when demand falls.
    public let dynamics: Double
    /// Distinct bodies of the field that agree.
    public let field: Int
    /// Share of the recruitment projects that employers expect to be difficult in its occupations (BMO survey); `nil` when
    /// no table says anything of them.
    public let tension: Double?

    /// Makes the value from its parts.
    public init(
      demand: Double, employers: Int, territories: Int, depth: Double, transferability: Int, provided: Double,
      dynamics: Double = 0, field: Int = 0, tension: Double? = nil
    ) {
      self.demand = demand
      self.employers = employers
      self.territories = territories
      self.depth = depth
      self.transferability = transferability
      self.provided = provided
      self.dynamics = dynamics
      self.field = field
      self.tension = tension
    }
  }

  /// A sentence of an offer that asks for one of the families.
  public struct Evidence: Hashable, Sendable {
    /// Identifier the source gave the offer.
    public let offer: String
    /// Day of publication.
    public let date: CalendarDate?
    /// Place as the source writes it.
    public let place: String?
    /// The family the sentence asks for.
    public let family: String
    /// The sentence and its mention.
    public let passage: EvidencePassage

    /// Makes the value from its parts.
    public init(
      offer: String, date: CalendarDate?, place: String?, family: String, passage: EvidencePassage
    ) {
      self.offer = offer
      self.date = date
      self.place = place
      self.family = family
      self.passage = passage
    }
  }

  /// The certification the module would complete.
  public let certification: Certification
  /// The occupations it leads to.
  public let links: OccupationLinks
  /// One to six families, largest lower bound first.
  public let families: [CertificationAssessment.Family]
  /// French: what the module would be called on a programme of courses.
  public let name: String
  /// Figures for the families taken together.
  public let demand: DemandFigures
  /// What ranks it.
  public internal(set) var criteria: Criteria
  /// In the order of `Flag.allCases`.
  public let flags: [Flag]
  /// Sentences of offers, recent and of different employers first.
  public let evidence: [Evidence]
  /// Pareto front, from 1.
  public var front = 0
  /// Weighted mean of the criteria, 0…1, that orders candidates of one front.
  public var score = 0.0
  /// Share of employer-bootstrap replicates in which it stays among the first ten; `nil` when not measured.
  public var stability: Double?
  /// What certifies a gap of it already, the surest first.
  public var alternatives: [CoverageAlternative] = []
  /// What the field says of its families.
  public var field = FieldAgreement()

  /// Who teaches its families, when a table of training supply is loaded.
  public var supply: [GapSupply] = []

  /// Makes the value from its parts.
  public init(
    certification: Certification, links: OccupationLinks, families: [CertificationAssessment.Family],
    name: String, demand: DemandFigures, criteria: Criteria, flags: [Flag], evidence: [Evidence]
  ) {
    self.certification = certification
    self.links = links
    self.families = families
    self.name = name
    self.demand = demand
    self.criteria = criteria
    self.flags = flags
    self.evidence = evidence
  }
}
