import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What an analysis answers to the pacts' examples, found or not.
@Suite struct PactExampleTests {
  private func result(
    asking: Int, sentences: [String] = ["Préparer les commandes"]
  ) throws -> (result: AnalysisResult, input: InMemoryDemand, lexicon: Lexicon) {
    let engine = try EmbeddedEngine.shared.get()
    let code = try #require(CertificationCode("RNCP1"))
    var input = InMemoryDemand(certifications: [
      Certification(
        code: code, title: "Titre", occupations: [try #require(ROMECode("N1103"))],
        blocks: [CompetencyBlock(code: "RNCP1BC01", title: "Bloc", sentences: sentences)])
    ])
    for i in 0..<60 {
      input.add(
        occupation: "N1103", employer: "e\(i % 20)", department: "67",
        demanded: i < asking ? ["caces-r489"] : [])
    }
    let analysis = Analysis(extractor: engine.extractor, proposer: engine.proposer, tables: .none)
    let result = try analysis.run(input, today: try #require(CalendarDate("2026-06-01")))
    return (result, input, engine.extractor.lexicon)
  }

  private func answers(_ asking: Int, _ sentences: [String]? = nil) throws -> (
    [PactExample.Answer], AnalysisResult
  ) {
    let (result, input, lexicon) =
      try sentences.map { try self.result(asking: asking, sentences: $0) } ?? self.result(asking: asking)
    return (try PactExample.all.map { try $0.answer(in: result, lexicon: lexicon, input: input) }, result)
  }

  @Test func whatIsFoundHasItsRankAndEvidence() throws {
    let (answers, result) = try answers(30)
    let first = try #require(answers.first)
    #expect(first.found?.rank == 1)
    #expect(first.demand.hasPrefix("60\u{A0}offres distinctes"))
    #expect(first.demand.contains("dans 30\u{A0}offres"))
    let markdown = PactTable.markdown(answers, of: result, quotes: false)
    #expect(markdown.contains("| Préparation de commandes + CACES | oui | 1 | RNCP1 Titre"))
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.count == 11)
    #expect(PactTable.text(answers, of: result).contains("trouvé, rang 1 sur 1"))
  }

  @Test func whatIsNotFoundIsExplained() throws {
    let few = try answers(2).0[0]
    #expect(few.found == nil && few.reasons.first?.contains("trop peu demandé") == true)
    #expect(few.reasons.first?.contains("RNCP1 (60\u{A0}offres)") == true)
    let covered = try answers(30, ["Détenir le CACES R489 catégorie 1"]).0[0]
    #expect(covered.reasons.first?.contains("déjà couvert par RNCP1") == true)
    let (all, _) = try answers(30)
    #expect(all.dropFirst().allSatisfy { $0.found == nil && !$0.reasons.isEmpty || $0.found != nil })
    #expect(all[1].reasons.first?.contains("Aucune certification chargée ne mène") == true)
  }

  @Test func thousandsAreSpaced() throws {
    let engine = try EmbeddedEngine.shared.get()
    var input = InMemoryDemand(certifications: [])
    for i in 0..<1234 {
      input.add(occupation: "N1103", employer: "e\(i)", department: "67", demanded: ["caces-r489"])
    }
    let analysis = Analysis(extractor: engine.extractor, proposer: engine.proposer, tables: .none)
    let result = try analysis.run(input, today: try #require(CalendarDate("2026-06-01")))
    let answer = try PactExample.all[0].answer(
      in: result, lexicon: engine.extractor.lexicon, input: input)
    #expect(
      answer.demand.hasPrefix("1\u{202F}234\u{A0}offres distinctes collectées dans ces métiers\u{A0}: "))
    #expect(answer.demand.contains("dans 1\u{202F}234\u{A0}offres"))
    #expect(answer.demand.hasSuffix("dans 0\u{A0}offre."))
  }

  @Test func theEightExamplesOfThePactsAreThere() {
    let names = PactExample.all.map(\.name).joined(separator: " ")
    for word in [
      "commandes", "Gros œuvre", "aéronautique", "caisse", "Tertiaire", "tourisme", "nucléaire", "SST",
    ] {
      #expect(names.contains(word))
    }
  }
}
