public import Taxonomy

/// What a territory has to debate: what is asked for most, what rises and falls, what its certifications leave out, what
/// the field says, and the pathways proposed so far.
public struct ForumAgenda: Sendable {
  /// A competency asked for in the territory.
  public struct Demand: Sendable {
    /// The family.
    public let family: CompetencyFamily
    /// Its figures over every offer of the territory.
    public let figures: DemandFigures
  }

  /// The territory.
  public let territory: Territory
  /// Day of the agenda.
  public let today: CalendarDate
  /// Distinct offers of the territory.
  public let offers: Int
  /// Days their publication spans.
  public let window: ClosedRange<CalendarDate>?
  /// Asked for most, largest lower bound first; families under the thresholds of publication are left out.
  public let demanded: [Demand]
  /// How many families were left out for too few offers or employers.
  public let withheld: Int
  /// Rising, strongest first; empty when `signalsMissing` says why.
  public let emerging: [SignalRow]
  /// Falling, strongest first.
  public let fading: [SignalRow]
  /// French: why nothing is said of change; `nil` when it was tested.
  public let signalsMissing: String?
  /// Gaps of certifications in the offers of the territory, best first.
  public let missing: [ModuleCandidate]
  /// Observations of the field about the territory, newest first.
  public let field: [FieldSignal]
  /// Pathways to debate; empty without a portfolio.
  public let pathways: [Pathway]
  /// Fingerprint of the analysis.
  public let fingerprint: String
  /// What the analysis was made with.
  public let releases: ReleaseSet
  /// French: pathways that were drawn with other releases, one sentence for each set of releases.
  public let warnings: [String]

  /// Makes the agenda.
  ///
  /// - Parameters:
  ///   - result: the analysis of the territory's own offers (`AnalysisParameters.territory`).
  ///   - signals: change between two periods, as the room may see it; `nil` when it could not be tested, for the
  ///     reason given.
  ///   - isSecret: whether the figures of a family in the territory are kept back for the sake of other tables.
  ///   - field: every field signal that stands.
  ///   - limit: how many lines of each list.
  public init(
    territory: Territory, result: AnalysisResult, signals: [SignalRow]?, signalsMissing: String?,
    field: [FieldSignal], portfolio: Portfolio?, lexicon: Lexicon, input: some DemandReading, limit: Int = 10,
    isSecret: (String) -> Bool = { _ in false }
  ) throws {
    self.territory = territory
    today = result.today
    let release = lexicon.release
    let codes = release.occupations.map(\.code)
    let sample = try OfferSample(input, occupations: Set(codes), parameters: result.parameters)
    let demand = OccupationDemand(codes, sample: sample)
    var shown: [Demand] = []
    var withheld = 0
    for (number, _) in demand.demanding.sorted(by: { $0.key < $1.key }) {
      guard let family = lexicon.families[sample.families[Int(number)]], family.kind != .softSkill,
        FamilyScope(family, release: release) == .teachable
      else { continue }
      let figures = demand.figures([number])
      if figures.offers >= result.parameters.supportOffers,
        figures.employers >= result.parameters.supportEmployers, !isSecret(family.id)
      {
        shown.append(Demand(family: family, figures: figures))
      } else {
        withheld += 1
      }
    }
    offers = demand.total
    window = sample.window
    demanded = Array(
      shown.sorted {
        ($1.figures.interval.lower, $0.family.id) < ($0.figures.interval.lower, $1.family.id)
      }.prefix(limit))
    self.withheld = withheld
    let rows = (signals ?? []).filter { $0.family.kind != .softSkill }
    emerging = Array(rows.filter { $0.kind == .emerging || $0.kind == .growing }.prefix(limit))
    fading = Array(rows.filter { $0.kind == .declining || $0.kind == .vanishing }.prefix(limit))
    self.signalsMissing = signals == nil ? signalsMissing ?? "Aucune période à comparer." : nil
    missing = Array(
      result.candidates.filter {
        !$0.flags.contains(.singleEmployer)
          && !Disclosure.published.hides(offers: $0.demand.offers, employers: $0.demand.employers)
      }.prefix(limit))
    self.field = Array(
      field.filter {
        $0.territory.isEmpty
          || ($0.territoryLevel == territory.level.rawValue && $0.territory == territory.code)
      }.reversed().prefix(limit))
    pathways = portfolio?.active ?? []
    fingerprint = result.fingerprint
    releases = result.releases
    warnings = ReleaseWarnings.of(pathways, against: result)
  }
}
