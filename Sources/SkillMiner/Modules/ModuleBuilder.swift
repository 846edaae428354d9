import Taxonomy

/// Turns the gaps of a certification into candidate modules with criteria, flags and evidence.
struct ModuleBuilder {
  let parameters: AnalysisParameters
  /// In how many certifications a family is a gap.
  private let certificationsWithGap: [String: Int]
  private let lexicon: Lexicon
  private let index: CoverageIndex
  private let succession: SuccessionChain
  private let signals: [FieldSignal]
  private let naming: ModuleNaming
  private let supply: SupplyIndex?

  init(
    parameters: AnalysisParameters, assessments: [CertificationAssessment], lexicon: Lexicon,
    index: CoverageIndex, signals: [FieldSignal], naming: ModuleNaming, supply: SupplyIndex?
  ) {
    self.parameters = parameters
    self.lexicon = lexicon
    self.index = index
    self.signals = signals
    self.naming = naming
    self.supply = supply
    succession = SuccessionChain(assessments.map(\.certification))
    var counts: [String: Int] = [:]
    for assessment in assessments {
      for gap in assessment.gaps { counts[gap.family.id, default: 0] += 1 }
    }
    certificationsWithGap = counts
  }

  func candidates(
    of assessment: CertificationAssessment, demand: OccupationDemand, halves: DemandHalves?,
    input: some AnalysisInput
  ) throws -> [ModuleCandidate] {
    let gaps = assessment.gaps.compactMap { gap in
      demand.sample.number(of: gap.family.id).map { (gap: gap, number: $0) }
    }
    let groups = GapGrouping.groups(
      incidence: gaps.map { demand.asking([$0.number]) }, total: demand.total, threshold: parameters.cohesion,
      maximumSize: parameters.moduleSize)
    let tension = try input.tension(
      of: assessment.links.occupations, in: parameters.territory, release: lexicon.release)
    return try groups.map { group in
      let members = group.map { gaps[$0] }
      let figures = demand.figures(members.map(\.number))
      let picker = EvidencePicker(demand: demand, limit: parameters.evidence)
      let evidence = try picker.pick(families: members.map { ($0.gap.family.id, $0.number) }) {
        try input.evidence(offer: $0, family: $1)
      }
      let field = FieldAgreement(
        signals, families: Set(members.map(\.gap.family.id)), certification: assessment.certification.code,
        occupations: Set(assessment.links.occupations), release: lexicon.release)
      var candidate = ModuleCandidate(
        certification: assessment.certification, links: assessment.links, families: members.map(\.gap),
        name: naming.name(members.map(\.gap.family), occupations: assessment.links.occupations),
        demand: figures,
        criteria: criteria(
          members.map(\.gap), figures, dynamics: halves?.change(members.map(\.number)).sure ?? 0,
          field: field.sources, tension: tension),
        flags: flags(assessment, figures), evidence: evidence)
      candidate.field = field
      candidate.alternatives = members.flatMap {
        index.alternatives(for: $0.gap.family, of: assessment.certification, succession: succession)
      }
      candidate.supply = members.compactMap { supply?.supply(of: $0.gap.family) }
      return candidate
    }
  }

  private func criteria(
    _ families: [CertificationAssessment.Family], _ figures: DemandFigures, dynamics: Double, field: Int,
    tension: Double?
  ) -> ModuleCandidate.Criteria {
    let depth = families.reduce(0) { $0 + ($1.verdict.level == .missing ? 1 : 0.5) }
    let others = families.first.map { (certificationsWithGap[$0.family.id] ?? 1) - 1 } ?? 0
    return ModuleCandidate.Criteria(
      demand: figures.interval.lower, employers: figures.employers, territories: figures.territories,
      depth: families.isEmpty ? 0 : depth / Double(families.count), transferability: others,
      provided: figures.providedShare, dynamics: dynamics, field: field, tension: tension)
  }

  private func flags(
    _ assessment: CertificationAssessment, _ figures: DemandFigures
  ) -> [ModuleCandidate.Flag] {
    ModuleCandidate.Flag.allCases.filter { flag in
      switch flag {
      case .smallSupport:
        figures.offers < parameters.supportOffers || figures.employers < parameters.supportEmployers
      case .singleEmployer: figures.largestEmployerShare > parameters.dominance
      case .proposedLinks: assessment.links.origin == .proposed
      case .expired: assessment.isExpired
      case .undeclaredOccupations: figures.undeclared > 0
      }
    }
  }
}
