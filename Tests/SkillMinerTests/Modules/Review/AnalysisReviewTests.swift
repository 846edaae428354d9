import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What reviewers and the field change in an analysis, and what exists already.
@Suite struct AnalysisReviewTests {
  /// Demand with what reviewers and the field said.
  private struct Reviewed: AnalysisInput, FieldReading {
    var demand: InMemoryDemand
    var standing: [StandingOverruling] = []
    var signals: [FieldSignal] = []

    func certifications() throws -> [Certification] { demand.loaded }
    func overrulings() throws -> [StandingOverruling] { standing }
    func fieldSignals() throws -> [FieldSignal] { signals }
    func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws {
      try demand.forEachDemand(occupations: occupations, body)
    }
    func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
      try demand.evidence(offer: offer, family: family)
    }
  }

  private func certification(
    _ code: String, _ title: String = "", occupation: String = "N1103", sentences: [String],
    expiry: String? = nil, successors: [String] = []
  ) throws -> Certification {
    Certification(
      code: try #require(CertificationCode(code)), title: title.isEmpty ? "Titre \(code)" : title, level: 4,
      expiry: expiry.flatMap { CalendarDate($0) }, occupations: [try #require(ROMECode(occupation))],
      blocks: [CompetencyBlock(code: code + "BC01", title: "Bloc", sentences: sentences)],
      successors: successors.compactMap { CertificationCode($0) })
  }

  private func run(
    _ input: some AnalysisInput, _ change: (inout AnalysisParameters) -> Void = { _ in }
  ) throws -> AnalysisResult {
    let engine = try EmbeddedEngine.shared.get()
    var analysis = Analysis(
      extractor: engine.extractor, proposer: engine.proposer,
      tables: CoverageTables(gestures: .none, implied: try .embedded()))
    change(&analysis.parameters)
    return try analysis.run(input, today: try #require(CalendarDate("2026-06-01")))
  }

  private func demand(_ certifications: [Certification], asking: [String] = ["caces-r489"]) -> InMemoryDemand
  {
    var input = InMemoryDemand(certifications: certifications)
    for i in 0..<60 {
      input.add(
        occupation: "N1103", employer: "e\(i % 20)", department: "6\(i % 4)",
        created: "2026-0\(i % 6 + 1)-10", demanded: i < 30 ? asking : [])
    }
    return input
  }

  @Test func anOverrulingHoldsThroughAnalyses() throws {
    let base = demand([try certification("RNCP1", sentences: ["Préparer les commandes"])])
    #expect(try run(base).candidates.map { $0.families.map(\.family.id) } == [["caces-r489"]])
    let overruling = CoverageOverruling(
      certification: base.loaded[0].code, family: "caces-r489", level: .covered, note: "Vu", seen: .missing)
    let standing = StandingOverruling(overruling, who: "Branche", when: AuditMoment(day: StoreFixtures.today))
    let reviewed = Reviewed(demand: base, standing: [standing])
    let result = try run(reviewed)
    #expect(result.candidates.isEmpty)
    let family = try #require(result.assessments[0].families.first { $0.family.id == "caces-r489" })
    #expect(family.verdict.level == .covered && family.verdict.reason == .overruled)
    #expect(family.overruling == standing)
    #expect(try run(base).fingerprint != result.fingerprint)
  }

  @Test func aTitleThatImpliesALicenceIsNoGap() throws {
    let driver = try certification(
      "RNCP1", "Conducteur du transport routier de marchandises sur porteur", sentences: ["Arrimer la charge"]
    )
    let packer = try certification("RNCP2", "Préparateur de commandes", sentences: ["Arrimer la charge"])
    let result = try run(demand([driver, packer], asking: ["permis-c"]))
    #expect(result.candidates.map(\.certification.code.description) == ["RNCP2"])
    let verdict = result.assessments[0].families.first { $0.family.id == "permis-c" }?.verdict
    #expect(verdict?.reason == .implied && verdict?.passage?.place == .title)
  }

  @Test func whatCertifiesTheGapAlreadyIsNamed() throws {
    let gap = try certification(
      "RNCP1", "Métier du quai option A manutention", sentences: ["Préparer les commandes"],
      successors: ["RNCP2"])
    let named = ["Obtenir le CACES R489 catégorie 3"]
    let all = [
      gap, try certification("RNCP2", "Autre titre", sentences: named),
      try certification("RNCP3", "Métier du quai option B chargement", sentences: named),
      try certification("RNCP4", "Un bloc ailleurs", occupation: "M1805", sentences: named),
      try certification("RNCP5", "Échu", occupation: "M1805", sentences: named, expiry: "2020-01-01"),
      Certification(
        code: try #require(CertificationCode("RS5")), title: "CACES R489 chariots de manutention"),
    ]
    let candidate = try #require(try run(demand(all)).candidates.first { $0.certification.code == gap.code })
    #expect(candidate.alternatives.map(\.kind) == [.successor, .option, .register])
    #expect(candidate.alternatives.map(\.certification.description) == ["RNCP2", "RNCP3", "RS5"])
    let block = try #require(
      try run(demand([gap, all[3], all[4]])).candidates.first { $0.certification.code == gap.code }?
        .alternatives.first)
    #expect(block.kind == .block && block.block == "RNCP4BC01")
    #expect(block.sentence.contains("module = bloc RNCP4BC01"))
  }

  @Test func theFieldIsShownBesideTheOffers() throws {
    let base = demand([try certification("RNCP1", sentences: ["Préparer les commandes"])])
    let signal = FieldSignal(
      date: StoreFixtures.today, role: .branch, source: "Branche", sector: "", territory: nil,
      occupation: "N1103",
      certification: nil, direction: .missing, words: "CACES",
      readings: [FieldSignal.Reading(family: "caces-r489", label: "CACES", isCoded: true)], weight: 9)
    let with = try #require(try run(Reviewed(demand: base, signals: [signal])).candidates.first)
    let without = try #require(try run(base).candidates.first)
    #expect(with.field.agreeing == 1 && with.criteria.field == 1)
    #expect(with.demand == without.demand)
    #expect(without.field.verdict == .none)
  }

  @Test func oneEmployerIsNotPromoted() throws {
    var input = demand([
      try certification("RNCP1", sentences: ["Préparer les commandes"]),
      try certification("RNCP2", occupation: "M1805", sentences: ["Coder"]),
    ])
    for i in 0..<60 {
      input.add(
        occupation: "M1805", employer: i < 55 ? "géant" : "f\(i)", department: "6\(i % 9)",
        demanded: ["caces-r489"])
    }
    let result = try run(input)
    #expect(result.candidates.map(\.certification.code.description) == ["RNCP1", "RNCP2"])
    #expect(result.candidates[1].flags.contains(.singleEmployer))
    #expect(result.candidates[1].demand.offers > result.candidates[0].demand.offers)
    #expect(result.candidates[1].front > result.candidates[0].front)
    let drawn = try PortfolioDrawer().draw(result).pathways
    #expect(drawn.map(\.key.certification) == ["RNCP1"])
  }

  @Test func onlyTheOffersOfATerritoryCount() throws {
    let base = demand([try certification("RNCP1", sentences: ["Préparer les commandes"])])
    let result = try run(base) {
      $0.territory = Territory(level: .department, code: "61", name: "Orne")
    }
    #expect(result.offers == 15)
  }

  @Test func stabilityIsMeasuredAndRepeats() throws {
    var certifications: [Certification] = []
    for n in 1...14 {
      certifications.append(
        try certification("RNCP\(n)", occupation: n == 14 ? "M1805" : "N1103", sentences: ["Coder \(n)"]))
    }
    var input = demand(certifications)
    for i in 0..<40 {
      input.add(
        occupation: "M1805", employer: "g\(i)", demanded: i < 2 ? ["permis-b"] : i < 6 ? ["caces-r489"] : [])
    }
    let first = try run(input) { $0.bootstrap = 60 }.candidates.map(\.stability)
    #expect(first == (try run(input) { $0.bootstrap = 60 }.candidates.map(\.stability)))
    #expect(first.allSatisfy { $0.map { (0...1).contains($0) } ?? false })
    #expect(abs(first.compactMap { $0 }.reduce(0, +) - 10) < 1e-9)
    #expect(try run(input) { $0.bootstrap = 0 }.candidates.allSatisfy { $0.stability == nil })
  }

  @Test func demandThatMovedIsToldFromChance() throws {
    func shares(_ older: Int, _ recent: Int) throws -> Double {
      var input = InMemoryDemand(certifications: [try certification("RNCP1", sentences: ["Coder"])])
      for i in 0..<400 {
        let asks = i < 200 ? i < older : i - 200 < recent
        input.add(
          occupation: "N1103", employer: "e\(i)", created: i < 200 ? "2026-01-10" : "2026-05-10",
          demanded: asks ? ["caces-r489"] : [])
      }
      return try #require(try run(input).candidates.first).criteria.dynamics
    }
    #expect(try shares(20, 80) > 0.15)
    #expect(try shares(80, 20) < -0.15)
    #expect(try shares(50, 56) == 0)
  }

  @Test func crossCuttingModulesAreFound() throws {
    var input = InMemoryDemand()
    for (n, occupation) in ["N1103", "D1106", "G1602", "M1805"].enumerated() {
      input.loaded.append(try certification("RNCP\(n + 1)", occupation: occupation, sentences: ["Coder"]))
      for i in 0..<30 {
        input.add(occupation: occupation, employer: "e\(i)", demanded: i < 12 ? ["sst"] : [])
      }
    }
    let found = CrossCuttingModule.find(in: try run(input))
    #expect(found.map(\.family.id) == ["sst"])
    #expect(found[0].certifications.count == 4 && found[0].domains.count == 4)
    #expect(found[0].offers == 48)
  }
}
