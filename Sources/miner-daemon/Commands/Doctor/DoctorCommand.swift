import ArgumentParser
import SkillMiner

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine le magasin\u{A0}: intégrité, version, taxonomie, journal des imports.",
    discussion: """
      Le code de retour est 1 si un problème est trouvé.

      Exemples\u{A0}:
        miner-daemon doctor
        miner-daemon doctor --store essai.sqlite --format json
        miner-daemon doctor offers
      """,
    subcommands: [
      DoctorTaxonomyCommand.self, DoctorReferentialCommand.self, DoctorOffersCommand.self,
      DoctorPerimetersCommand.self,
    ])

  /// How the result is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("table ou json.", valueName: "format"))
  var format = Format.table

  func run() async throws {
    let store = try options.open(.readOnly)
    let report = DoctorReport(
      path: options.store, health: try store.health(), imports: try store.imports(),
      findings: try store.imports().map { try store.findingCounts(import: $0.id) })
    Console.output(format == .json ? report.json : report.table)
    if !report.health.problems.isEmpty { throw ExitStatus.failed }
  }
}
