public import Taxonomy

/// From stored demand and certifications to candidate modules: the whole chain, once.
public struct Analysis {
  /// Reads blocks as offers were read.
  public let extractor: Extractor
  /// Proposes occupations where a certification has none.
  public let proposer: OccupationProposer
  /// What people wrote down of certificates.
  public let tables: CoverageTables
  /// What modules are called.
  public let names: ModuleNames
  /// What the analyst chose.
  public var parameters: AnalysisParameters

  /// Makes the value from its parts.
  public init(
    extractor: Extractor, proposer: OccupationProposer, tables: CoverageTables, names: ModuleNames = .none,
    parameters: AnalysisParameters = AnalysisParameters()
  ) {
    self.extractor = extractor
    self.proposer = proposer
    self.tables = tables
    self.names = names
    self.parameters = parameters
  }

  /// With an engine's reading and the tables of the program.
  ///
  /// - Throws: `ReadingError` when the program was built without one of its tables or from a damaged one.
  public init(engine: ReadingEngine, parameters: AnalysisParameters = AnalysisParameters()) throws {
    self.init(
      extractor: engine.extractor, proposer: engine.proposer, tables: try CoverageTables.embedded(),
      names: try ModuleNames.embedded(), parameters: parameters)
  }

  /// Runs the analysis.
  ///
  /// - Parameters:
  ///   - input: demand and certifications.
  ///   - today: the day registrations are judged on.
  ///   - progress: called after each certification with how many are done and how many there are; what it throws ends
  ///     the analysis.
  /// - Throws: what the input throws; content never makes it fail.
  public func run(
    _ input: some AnalysisInput, today: CalendarDate, progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> AnalysisResult {
    let lexicon = extractor.lexicon
    let certifications = try input.certifications().sorted { $0.code < $1.code }
    let links = certifications.map {
      OccupationLinks.resolve($0, release: lexicon.release, proposer: proposer)
    }
    let sample = try OfferSample(
      input, occupations: Set(links.flatMap(\.occupations)), parameters: parameters)
    var fingerprint = Fingerprint(
      lexicon: lexicon, certifications: certifications, tables: tables, names: names)
    fingerprint.add(sample, parameters: parameters, today: today)

    let assessor = try CertificationAssessor(
      extractor: extractor, tables: tables, parameters: parameters, today: today,
      overrulings: try input.overrulings())
    var demands: [[ROMECode]: OccupationDemand] = [:]
    var assessments: [CertificationAssessment] = []
    for (certification, links) in zip(certifications, links) {
      let demand = demands[links.occupations] ?? OccupationDemand(links.occupations, sample: sample)
      demands[links.occupations] = demand
      assessments.append(assessor.assess(certification, links: links, demand: demand))
      try progress(assessments.count, certifications.count)
    }
    fingerprint.add(assessments)
    let signals = try input.fieldSignals()
    fingerprint.add(signals)
    let supply = try SupplyIndex(
      input as? any SupplyReading, territory: parameters.supplyTerritory ?? parameters.territory,
      extractor: extractor, index: assessor.index, today: today)
    fingerprint.add(supply?.canonical ?? [])
    let builder = ModuleBuilder(
      parameters: parameters, assessments: assessments, lexicon: lexicon, index: assessor.index,
      signals: signals, naming: ModuleNaming(names: names, release: lexicon.release), supply: supply)
    var candidates: [ModuleCandidate] = []
    var halves: [[ROMECode]: DemandHalves] = [:]
    for assessment in assessments where !assessment.gaps.isEmpty {
      guard let demand = demands[assessment.links.occupations] else { continue }
      let occupations = assessment.links.occupations
      if halves[occupations] == nil {
        halves[occupations] = DemandHalves(demand, minimum: parameters.supportOffers)
      }
      candidates += try builder.candidates(
        of: assessment, demand: demand, halves: halves[occupations], input: input)
    }
    fingerprint.add(tensionOf: candidates)
    // Beyond, replicates would cost more than the rest of the analysis.
    if parameters.bootstrap > 0, sample.offers.count <= RankingStability.offerLimit {
      RankingStability(parameters: parameters).measure(&candidates, demands: demands)
    }
    return AnalysisResult(
      fingerprint: fingerprint.digest,
      releases: ReleaseSet(
        lexicon: lexicon, certifications: certifications.count, referential: fingerprint.referential),
      today: today, parameters: parameters,
      offers: sample.offers.count, window: sample.window,
      warnings: AnalysisWarnings.all(
        assessments: assessments, sample: sample, today: today, unread: try input.unreadOffers()),
      assessments: assessments,
      candidates: ParetoRanking.ranked(candidates, weights: parameters.weights))
  }
}
