public import Taxonomy

/// Indicators of a pathway, month by month from its start.
public struct EvaluationSeries: Hashable, Sendable, Codable {
  /// One month.
  public struct Month: Hashable, Sendable, Codable {
    /// `2026-10`.
    public let month: String
    /// Distinct offers of the occupations published in it.
    public let offersTotal: Int
    /// Those that ask for at least one of the families.
    public let offers: Int
    /// Those whose employer trains for one of them.
    public let provided: Int
    /// Known employers among the asking offers.
    public let employers: Int
  }

  /// Verdict of a family when the pathway was put in, and now.
  public struct Coverage: Hashable, Sendable, Codable {
    /// Identifier of the family.
    public let family: String
    /// Verdict then.
    public let before: String
    /// Verdict now; `nil` when the certification or the family can no longer be judged.
    public let now: String?
  }

  /// First day counted.
  public let start: String
  /// Months in order, those without any offer included.
  public let months: [Month]
  /// Families of the module that are certificates or habilitations.
  public let credentials: [String]
  /// Distinct offers since the start that name one of those, asked for or provided; `nil` when there is none.
  public let namingCredential: Int?
  /// Coverage then and now: a referential that changed to take the module in shows here.
  public let coverage: [Coverage]
  /// What the counts were made with; `nil` in an evaluation that was kept before it was written down.
  public let releases: ReleaseSet?

  /// Counts a pathway's indicators.
  ///
  /// - Parameters:
  ///   - pathway: what is looked at.
  ///   - start: first day counted: the day of validation, as a rule.
  ///   - today: last day counted.
  ///   - assessment: the certification as assessed now; `nil` when it is gone.
  ///   - releases: what the assessment and the reading of the offers were made with.
  ///   - territory: only its offers; all when `nil`.
  ///   - input: the offers.
  public init(
    of pathway: Pathway, from start: CalendarDate, until today: CalendarDate,
    assessment: CertificationAssessment?, families: CompetencyFamilies, territory: Territory? = nil,
    releases: ReleaseSet? = nil, input: some DemandReading
  ) throws {
    let wanted = Set(pathway.key.families)
    let credentials = Set(pathway.families.map(\.id).filter { families[$0]?.kind == .credential })
    let months = max(0, today.monthIndex - start.monthIndex) + 1
    var counts = [Count](repeating: Count(), count: months)
    var naming = 0
    var seen = Set<Int64>()
    let occupations = Set(assessment?.links.occupations ?? [])
    if !occupations.isEmpty {
      try input.forEachDemand(occupations: occupations) { offer in
        guard let day = offer.created, day >= start, day <= today,
          territory.map({ offer.territories[$0.level] == $0.code }) ?? true,
          seen.insert(offer.cluster).inserted
        else {
          return
        }
        let place = day.monthIndex - start.monthIndex
        let asks = offer.demanded.contains { wanted.contains($0) }
        counts[place].total += 1
        if offer.provided.contains(where: { wanted.contains($0) }) { counts[place].provided += 1 }
        if (offer.demanded + offer.provided).contains(where: { credentials.contains($0) }) { naming += 1 }
        guard asks else { return }
        counts[place].asking += 1
        if let employer = offer.employer { counts[place].employers.insert(employer) }
      }
    }
    self.start = start.description
    self.releases = releases
    self.months = counts.enumerated().map { place, count in
      let index = start.monthIndex + place
      let month = index % 12 + 1
      return Month(
        month: "\(index / 12)-\(month < 10 ? "0" : "")\(month)", offersTotal: count.total,
        offers: count.asking,
        provided: count.provided, employers: count.employers.count)
    }
    self.credentials = credentials.sorted()
    namingCredential = credentials.isEmpty ? nil : naming
    coverage = pathway.families.map { family in
      Coverage(
        family: family.id, before: family.verdict,
        now: assessment?.families.first { $0.family.id == family.id }?.verdict.level.rawValue)
    }
  }

  private struct Count {
    var total = 0
    var asking = 0
    var provided = 0
    var employers = Set<String>()
  }
}
