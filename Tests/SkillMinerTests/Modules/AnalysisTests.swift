import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// The whole chain on a small world. Families are words no block holds or holds word for word, so that the outcome does
/// not depend on what the extractor understands.
@Suite struct AnalysisTests {
  private func release() throws -> TaxonomyRelease {
    let code = try #require(ROMECode("N1103"))
    func item(_ code: Int32, _ label: String, _ kind: Competency.Kind = .knowHow) -> Competency {
      Competency(code: OGRCode(number: code), label: label, kind: kind)
    }
    return TaxonomyRelease(
      name: "ROME d’essai", digest: "d1",
      occupations: [Occupation(code: code, label: "Préparateur", parent: code)], appellations: [],
      competencies: [
        item(1, "Zinguer des oriflammes"), item(2, "Broder des gonfanons"), item(3, "Emballer les commandes"),
        item(4, "Ponctualité", .softSkill), item(5, "Gérer un projet héraldique", .macro),
        Competency(
          code: OGRCode(number: 6), label: "CAP brodeur", kind: .knowledge, nature: .credential,
          subcategory: "Certifications"),
        Competency(
          code: OGRCode(number: 7), label: "Permis bateau", kind: .knowledge, nature: .credential,
          subcategory: "Certifications"),
      ], links: [])
  }

  private func world() throws -> InMemoryDemand {
    func certification(_ code: String, sentences: [String], expiry: String? = nil) throws -> Certification {
      Certification(
        code: try #require(CertificationCode(code)), title: "Titre \(code)",
        expiry: expiry.flatMap { CalendarDate($0) }, occupations: [try #require(ROMECode("N1103"))],
        blocks: [CompetencyBlock(code: code + "BC01", title: "Bloc", sentences: sentences)])
    }
    var input = InMemoryDemand(certifications: [
      try certification("RNCP2", sentences: ["Emballer les commandes avec soin"], expiry: "2026-01-01"),
      try certification("RNCP1", sentences: ["Emballer les commandes", "Zinguer des oriflammes"]),
      try certification("RNCP3", sentences: []),
    ])
    for i in 0..<40 {
      var families = ["ogr-3", "ogr-4"]
      if i < 12 { families += ["ogr-1", "ogr-2"] }
      input.add(
        occupation: "N1103", employer: "e\(i % 8)", department: "0\(i % 4 + 1)", demanded: families,
        provided: i == 39 ? ["ogr-2"] : [],
        sentences: ["ogr-2": "Savoir broder, offre \(i).", "ogr-1": "Zinguer \(i % 2)."])
    }
    return input
  }

  private func run(
    _ input: InMemoryDemand, _ change: (inout AnalysisParameters) -> Void = { _ in }
  ) throws -> AnalysisResult {
    let lexicon = try Lexicon(release: try release(), overlays: .none)
    var analysis = Analysis(
      extractor: Extractor(lexicon: lexicon), proposer: try OccupationProposer(lexicon: lexicon),
      tables: .none)
    change(&analysis.parameters)
    return try analysis.run(input, today: try #require(CalendarDate("2026-06-01")))
  }

  @Test func gapsBecomeModules() throws {
    let result = try run(try world())
    let found = result.candidates.map { ($0.certification.code.description, $0.families.map(\.family.id)) }
    #expect(found.count == 2)
    #expect(found.contains { $0.0 == "RNCP1" && $0.1 == ["ogr-2"] })
    #expect(found.contains { $0.0 == "RNCP2" && $0.1 == ["ogr-1", "ogr-2"] })
    #expect(result.assessments.map(\.status) == [.assessed, .assessed, .withoutText])
    #expect(result.assessments[0].softSkills.map(\.family.id) == ["ogr-4"])
    #expect(result.warnings.map(\.code) == ["ANALYSE-003"])
  }

  @Test func macroCompetenciesAndDegreesMakeNoModule() throws {
    var input = InMemoryDemand(certifications: try world().loaded)
    for i in 0..<20 {
      input.add(occupation: "N1103", employer: "e\(i)", demanded: ["ogr-5", "ogr-6", "ogr-7"])
    }
    let result = try run(input)
    #expect(Set(result.candidates.flatMap(\.families).map(\.family.id)) == ["ogr-7"])
    #expect(result.assessments[0].families.map(\.family.id) == ["ogr-5", "ogr-7"])
  }

  @Test func criteriaFlagsAndEvidence() throws {
    let candidate = try #require(try run(try world()).candidates.first { $0.families.count == 2 })
    #expect(candidate.demand.offers == 12)
    #expect(candidate.demand.employers == 8)
    #expect(candidate.criteria.territories == 4)
    #expect(candidate.criteria.depth == 1)
    #expect(candidate.criteria.provided == 1.0 / 40)
    #expect(candidate.flags == [.expired])
    #expect(candidate.evidence.count == 5)
    #expect(Set(candidate.evidence.map(\.passage.sentence)).count == 5)
    #expect(Set(candidate.evidence.map(\.family)) == ["ogr-1", "ogr-2"])
  }

  @Test func smallSupportAndDominanceAreFlagged() throws {
    var input = InMemoryDemand(certifications: try world().loaded)
    for i in 0..<20 {
      input.add(occupation: "N1103", employer: "e\(i)", declared: i > 0, demanded: i < 4 ? ["ogr-2"] : [])
    }
    for _ in 0..<5 { input.add(occupation: "N1103", employer: "géant", demanded: ["ogr-2"]) }
    let flags = try #require(try run(input).candidates.first { $0.certification.code.number == 1 }).flags
    #expect(flags == [.smallSupport, .singleEmployer, .undeclaredOccupations])
  }

  @Test func fewOffersCarryNoStatement() throws {
    var input = InMemoryDemand(certifications: try world().loaded)
    for i in 0..<3 { input.add(occupation: "N1103", employer: "e\(i)", demanded: i < 2 ? ["ogr-2"] : []) }
    #expect(try run(input).candidates.isEmpty)
  }

  @Test func emptyInputsSaySo() throws {
    #expect(try run(InMemoryDemand()).warnings.map(\.code) == ["ANALYSE-001", "ANALYSE-002"])
    let result = try run(InMemoryDemand(certifications: try world().loaded))
    #expect(result.warnings.map(\.code) == ["ANALYSE-002", "ANALYSE-003", "ANALYSE-005"])
    #expect(result.candidates.isEmpty)
  }

  @Test func fingerprintFollowsWhatTheResultDependsOn() throws {
    let input = try world()
    let base = try run(input).fingerprint
    #expect(base.count == 64)
    #expect(try run(input).fingerprint == base)
    #expect(try run(input) { $0.minimumDemand = 0.04 }.fingerprint != base)
    var more = input
    more.add(occupation: "N1103", demanded: [])
    #expect(try run(more).fingerprint != base)
    var fewer = input
    fewer.loaded.removeLast()
    #expect(try run(fewer).fingerprint != base)
  }

  @Test func sameInputSameBytes() throws {
    let a = try run(try world())
    let b = try run(try world())
    #expect(CandidatesJSON.text(a) == CandidatesJSON.text(b))
    #expect(CoverageCSV.text(a) == CoverageCSV.text(b))
  }
}
