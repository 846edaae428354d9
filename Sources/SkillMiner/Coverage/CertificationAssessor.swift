import Taxonomy

/// Assesses certifications one after the other over a sample of offers. It belongs to one thread.
final class CertificationAssessor {
  private let lexicon: Lexicon
  private let parameters: AnalysisParameters
  private let today: CalendarDate
  private let reader: BlockReader
  private let judge: CoverageJudge
  /// Overrulings that hold, by certification, then family.
  private let overrulings: [String: [String: StandingOverruling]]
  /// What the certifications assessed so far teach.
  private(set) var index: CoverageIndex

  init(
    extractor: Extractor, tables: CoverageTables, parameters: AnalysisParameters, today: CalendarDate,
    overrulings: [StandingOverruling] = []
  ) throws {
    lexicon = extractor.lexicon
    self.parameters = parameters
    self.today = today
    reader = try BlockReader(extractor: extractor)
    judge = CoverageJudge(lexicon: extractor.lexicon, tables: tables)
    index = CoverageIndex(judge: judge, today: today, implied: tables.implied)
    self.overrulings = Dictionary(grouping: overrulings) { $0.overruling.certification }.mapValues {
      Dictionary($0.map { ($0.overruling.family, $0) }, uniquingKeysWith: { $1 })
    }
  }

  func assess(
    _ certification: Certification, links: OccupationLinks, demand: OccupationDemand
  ) -> CertificationAssessment {
    let text = reader.read(certification, occupations: links.occupations)
    index.add(certification, text)
    let status: CertificationAssessment.Status =
      !text.isEvaluable
      ? .withoutText
      : links.occupations.isEmpty ? .withoutOccupation : demand.total == 0 ? .withoutOffers : .assessed
    let families =
      status == .assessed
      ? assessFamilies(text, demand, overrulings[certification.code.description] ?? [:]) : []
    return CertificationAssessment(
      certification: certification, links: links, status: status,
      isExpired: certification.expiry.map { $0 < today } ?? (certification.isActive == false),
      offers: demand.total, employers: demand.employers, undeclaredOffers: demand.undeclared,
      families: families.filter { $0.family.kind != .softSkill },
      softSkills: families.filter { $0.family.kind == .softSkill })
  }

  private func assessFamilies(
    _ text: CertificationText, _ demand: OccupationDemand, _ overrulings: [String: StandingOverruling]
  ) -> [CertificationAssessment.Family] {
    var assessed: [CertificationAssessment.Family] = []
    for (number, asking) in demand.demanding.sorted(by: { $0.key < $1.key })
    where asking.count >= parameters.minimumOffers {
      // A number of the sample always has a name; a family the lexicon no longer holds is not judged.
      guard let family = lexicon.families[demand.sample.families[Int(number)]] else { continue }
      let scope = FamilyScope(family, release: lexicon.release)
      if scope == .degree { continue }
      let figures = demand.figures([number])
      guard figures.interval.lower >= parameters.minimumDemand else { continue }
      var verdict = judge.verdict(of: family, in: text)
      let overruling = overrulings[family.id]
      if let overruling {
        verdict = CoverageVerdict(
          level: overruling.overruling.level, reason: .overruled, passage: verdict.passage, item: verdict.item
        )
      }
      assessed.append(
        CertificationAssessment.Family(
          family: family, demand: figures, verdict: verdict,
          isGap: verdict.level != .covered && scope == .teachable, overruling: overruling))
    }
    return assessed.sorted {
      ($1.demand.interval.lower, $0.family.id) < ($0.demand.interval.lower, $1.family.id)
    }
  }
}
