import ArgumentParser
import SkillMiner
import Taxonomy
import Testing

@testable import miner_daemon

@Suite struct CommandLineTests {
  private func exitCode(_ arguments: [String]) -> ExitCode? {
    do {
      _ = try MinerDaemon.parseAsRoot(arguments)
      return nil
    } catch {
      return MinerDaemon.exitCode(for: error)
    }
  }

  @Test func everySubcommandIsUnderstood() throws {
    let offers = try #require(
      try MinerDaemon.parseAsRoot([
        "import", "offers", "a.jsonl", "b.csv", "--store", "s.sqlite", "--format", "csv", "--columns",
        "title=intitulé, description=texte", "--source", "x", "--today", "2025-06-30",
      ]) as? ImportOffersCommand)
    #expect(offers.paths == ["a.jsonl", "b.csv"] && offers.format == .csv && offers.source == "x")
    #expect(offers.columns?.columns == ["title": "intitulé", "description": "texte"])
    #expect(try offers.clock.date().description == "2025-06-30")
    #expect(try MinerDaemon.parseAsRoot(["import", "taxonomy", "r.zip"]) is ImportTaxonomyCommand)
    #expect(try MinerDaemon.parseAsRoot(["import", "referential", "r"]) is ImportReferentialCommand)
    #expect(try MinerDaemon.parseAsRoot(["import", "territories", "r"]) is ImportTerritoriesCommand)
    #expect(try MinerDaemon.parseAsRoot(["import", "tension", "r"]) is ImportTensionCommand)
    #expect(try MinerDaemon.parseAsRoot(["extract", "--taxonomy", "s"]) is ExtractCommand)
    let doctor = try #require(try MinerDaemon.parseAsRoot(["doctor"]) as? DoctorCommand)
    #expect(doctor.options.store == "skillminer.sqlite")
  }

  @Test(arguments: [
    ["import", "offers"], ["import", "taxonomy", "a", "b"], ["doctor", "--format", "xml"], ["fais"],
    ["import", "offers", "x", "--columns", "sans-égal"], ["import", "offers", "x", "--today", "demain"],
    ["extract", "--taxonomy", "a", "--store", "b"], ["import", "offers", "x", "--columns", "a=b,a=c"],
  ])
  func aWrongCommandLineIsMisuse(arguments: [String]) {
    #expect(exitCode(arguments) == .validationFailure)
  }

  @Test func helpIsInFrenchWithExamples() {
    for help in [
      ImportTaxonomyCommand.helpMessage(), ImportReferentialCommand.helpMessage(),
      ImportOffersCommand.helpMessage(), ImportTerritoriesCommand.helpMessage(), ExtractCommand.helpMessage(),
      ImportTensionCommand.helpMessage(), SignalsCommand.helpMessage(), TermsCommand.helpMessage(),
      NeighboursCommand.helpMessage(), ObsolescenceCommand.helpMessage(),
      DoctorCommand.helpMessage(),
    ] {
      #expect(help.contains("Exemple") && help.contains("miner-daemon "))
    }
  }
}
