import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Who teaches a gap, as tables of training supply say.
@Suite struct SupplyIndexTests {
  /// Demand with a table of training supply.
  private struct Supplied: AnalysisInput, SupplyReading {
    var demand: InMemoryDemand
    var lines: [StoredTraining] = []
    var hasTable = true

    func certifications() throws -> [Certification] { demand.loaded }
    func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws {
      try demand.forEachDemand(occupations: occupations, body)
    }
    func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
      try demand.evidence(offer: offer, family: family)
    }
    func supplyTables() throws -> [SupplyTable] {
      guard hasTable, let day = CalendarDate("2026-05-01") else { return [] }
      return [SupplyTable(name: "carif", day: day, digest: "\(lines.count)")]
    }
    func trainings() throws -> [StoredTraining] { lines }
  }

  private func training(
    _ body: String, _ certification: String? = nil, title: String = "", department: String? = "67",
    end: String? = nil, places: Int? = nil
  ) -> StoredTraining {
    StoredTraining(
      source: "carif",
      offer: TrainingOffer(
        body: body, certification: certification.flatMap { CertificationCode($0) }, title: title,
        end: end.flatMap { CalendarDate($0) }, places: places), place: department ?? "",
      territories: department.map { [.department: $0, .region: "44"] } ?? [:])
  }

  private func world() throws -> Supplied {
    let occupation = try #require(ROMECode("N1103"))
    func certification(_ code: String, _ title: String, _ sentence: String) throws -> Certification {
      Certification(
        code: try #require(CertificationCode(code)), title: title, occupations: [occupation],
        blocks: [CompetencyBlock(code: code + "BC01", title: "Bloc", sentences: [sentence])])
    }
    var demand = InMemoryDemand(certifications: [
      try certification("RNCP1", "Titre", "Préparer les commandes"),
      Certification(
        code: try #require(CertificationCode("RS5054")), title: "CACES R489 chariots élévateurs", blocks: []),
    ])
    for i in 0..<60 {
      demand.add(
        occupation: "N1103", employer: "e\(i % 20)", department: "67",
        demanded: i < 30 ? ["caces-r489"] : [])
    }
    return Supplied(demand: demand)
  }

  private func supply(
    _ input: Supplied, territory: Territory? = nil
  ) throws -> (supply: GapSupply?, result: AnalysisResult) {
    let engine = try EmbeddedEngine.shared.get()
    var analysis = Analysis(extractor: engine.extractor, proposer: engine.proposer, tables: .none)
    analysis.parameters.supplyTerritory = territory
    let result = try analysis.run(input, today: try #require(CalendarDate("2026-06-01")))
    let candidate = result.candidates.first { $0.families.contains { $0.family.id == "caces-r489" } }
    return (try #require(candidate).supply.first { $0.family.id == "caces-r489" }, result)
  }

  @Test func whoTeachesTheGapIsNamed() throws {
    var input = try world()
    input.lines = [
      training("Centre A", "RS5054", places: 10),
      training("Centre A", "RS5054", title: "Session 2", places: 5),
      training("Centre B", title: "CACES R489 catégories 1, 3 et 5"), training("Centre C", "RNCP1"),
      training("Centre D", "RS5054", end: "2026-05-31"), training("Centre E", title: "Poterie"),
    ]
    let found = try #require(try supply(input).supply)
    #expect(found.here.map(\.body) == ["Centre A", "Centre B"])
    #expect(found.here[0].places == 15)
    #expect(found.elsewhere.isEmpty)
    #expect(found.sentence.contains("enseigné par Centre A (67), Centre B (67)"))
    #expect(found.sentence.contains("d’après la table du 01/05/2026"))
  }

  @Test func nobodyInTheTerritoryIsSaid() throws {
    var input = try world()
    input.lines = [training("Centre A", "RS5054", department: "59"), training("Centre B", "RNCP1")]
    let place = Territory(level: .department, code: "67", name: "Bas-Rhin")
    let found = try #require(try supply(input, territory: place).supply)
    #expect(found.here.isEmpty && found.elsewhere.map(\.body) == ["Centre A"])
    #expect(found.sentence.contains("personne dans ce territoire (Bas-Rhin) d’après la table du 01/05/2026"))
    #expect(found.sentence.contains("ailleurs, Centre A (59)"))
  }

  @Test func withoutATableNothingIsSaidAndNothingRanksOtherwise() throws {
    var input = try world()
    let empty = try supply(input)
    #expect(empty.supply?.sentence.contains("personne d’après la table") == true)
    input.lines = [training("Centre A", "RS5054")]
    let full = try supply(input)
    #expect(full.result.candidates.map(\.criteria) == empty.result.candidates.map(\.criteria))
    #expect(full.result.fingerprint != empty.result.fingerprint)
    input.hasTable = false
    #expect(try supply(input).supply == nil)
  }

  @Test func itReachesThePortfolio() throws {
    var input = try world()
    input.lines = [training("Centre A", "RS5054")]
    let result = try supply(input).result
    let pathway = Pathway(result.candidates[0], rank: 1, filiere: "Logistique", of: result)
    #expect(pathway.supply?.first?.contains("Centre A") == true)
    // Logs written before there was any supply are read as they are.
    let text = try AuditJSON.text(pathway)
    #expect(try AuditJSON.value(Pathway.self, from: text) == pathway)
    #expect(CandidatesJSON.text(result).contains("\"supply\""))
    #expect(CandidatesCSV.text(result).contains("enseigné par Centre A"))
  }
}
