public import SkillMiner
import Taxonomy

/// A small ranked analysis for tests of portfolios: as many candidates as asked for, one a certification, spread over
/// occupations, each better than the next.
public enum ReviewWorld {
  private struct Unreadable: Error {}

  /// One candidate of the analysis.
  public struct Item: Sendable {
    /// Number of the certification.
    public var number: Int
    /// ROME code it leads to.
    public var occupation: String
    /// Families of the module.
    public var families: [String]
    /// Flags.
    public var flags: [ModuleCandidate.Flag]
    /// Asking offers, of 200.
    public var offers: Int

    /// Makes the value from its parts.
    public init(
      _ number: Int, _ occupation: String, _ families: [String], flags: [ModuleCandidate.Flag] = [],
      offers: Int = 60
    ) {
      self.number = number
      self.occupation = occupation
      self.families = families
      self.flags = flags
      self.offers = offers
    }
  }

  /// Fifteen candidates of five grands domaines, three each.
  public static var items: [Item] {
    let occupations = ["N1103", "D1106", "F1701", "G1602", "H2902"]
    return (0..<15).map { n in
      Item(101 + n, occupations[n % 5], ["f\(n)"], offers: 100 - n)
    }
  }

  /// The analysis; candidates keep the order of the items.
  public static func result(
    _ items: [Item] = items, covered: [String: [String]] = [:], fingerprint: String = "f1",
    releases: ReleaseSet = SampleResult.releases()
  ) throws -> AnalysisResult {
    guard let today = CalendarDate("2026-10-01") else { throw Unreadable() }
    var candidates: [ModuleCandidate] = []
    var assessments: [CertificationAssessment] = []
    for item in items {
      guard let code = CertificationCode("RNCP\(item.number)"), let rome = ROMECode(item.occupation) else {
        throw Unreadable()
      }
      let certification = Certification(code: code, title: "Titre \(item.number)", level: 4)
      let links = OccupationLinks(occupations: [rome], origin: .official)
      let families = item.families.map { family($0, offers: item.offers, .missing) }
      let figures = demand(item.offers)
      if !families.isEmpty {
        var candidate = ModuleCandidate(
          certification: certification, links: links, families: families,
          name: ModuleNaming().name(families.map(\.family), occupations: links.occupations), demand: figures,
          criteria: ModuleCandidate.Criteria(
            demand: figures.interval.lower, employers: 20, territories: 8, depth: 1, transferability: 0,
            provided: 0), flags: item.flags,
          evidence: [
            ModuleCandidate.Evidence(
              offer: "o\(item.number)", date: today, place: "67 - STRASBOURG", family: families[0].family.id,
              passage: EvidencePassage(
                sentence: "Nous demandons \(item.families[0]).", start: 15, end: 17, stance: .required,
                code: nil))
          ])
        candidate.front = 1
        candidates.append(candidate)
      }
      let known = (covered["RNCP\(item.number)"] ?? []).map { family($0, offers: item.offers, .covered) }
      assessments.append(
        CertificationAssessment(
          certification: certification, links: links, status: .assessed, isExpired: false, offers: 200,
          employers: 90, undeclaredOffers: 0, families: families + known, softSkills: []))
    }
    return AnalysisResult(
      fingerprint: fingerprint, releases: releases, today: today, parameters: AnalysisParameters(),
      offers: 3000, window: nil, warnings: [], assessments: assessments, candidates: candidates)
  }

  private static func demand(_ offers: Int) -> DemandFigures {
    DemandFigures(
      offers: offers, offersTotal: 200, effectiveSize: 160,
      interval: WilsonInterval(share: Double(offers) / 200, size: 160), employers: 20, territories: 8,
      provided: 0, largestEmployerShare: 0.1, undeclared: 0)
  }

  private static func family(
    _ id: String, offers: Int, _ level: CoverageVerdict.Level
  ) -> CertificationAssessment.Family {
    CertificationAssessment.Family(
      family: CompetencyFamily(id: id, label: "Compétence \(id)", kind: .knowHow, codes: []),
      demand: demand(offers),
      verdict: CoverageVerdict(level: level, reason: level == .covered ? .form : .absent),
      isGap: level != .covered)
  }
}
