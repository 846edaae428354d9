import ArgumentParser
import SkillMiner

struct ModulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modules",
    abstract: "Propose des modules additionnels, avec les phrases des offres qui les justifient.",
    discussion: """
      Un module candidat réunit de une à six compétences demandées ensemble et absentes, en tout ou partie, des \
      blocs d’une certification. Le rapport HTML tient dans un seul fichier et s’imprime en A4.

      Exemples\u{A0}:
        miner-daemon modules
        miner-daemon modules --format html --output rapport.html
        miner-daemon modules --format json --today 2026-10-01
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    let result = try AnalysisRun.result(of: store, parameters: analysis.parameters, today: try clock.date())
    switch report.format {
    case .table: try report.write(CandidatesTable.text(result, limit: report.limit ?? 40))
    case .json: try report.write(CandidatesJSON.text(result))
    case .csv: try report.write(CandidatesCSV.text(result))
    case .html: try report.write(try ReportPages().candidates(result, limit: report.limit ?? 40))
    }
  }
}
