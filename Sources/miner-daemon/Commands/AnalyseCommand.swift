import ArgumentParser
import SkillMiner
import Taxonomy

struct AnalyseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Compare les besoins des offres aux blocs de chaque certification.",
    discussion: """
      Pour chaque certification\u{A0}: les compétences demandées dans les offres collectées de ses métiers, avec \
      leur intervalle, et si ses blocs les couvrent (couverte, partielle, absente), phrase à l’appui.

      Exemples\u{A0}:
        miner-daemon analyse
        miner-daemon analyse --format csv --output couverture.csv
        miner-daemon analyse --from 2025-01-01 --min-demand 5
        miner-daemon analyse --perimeters perimetres.yaml --perimeter cot-nord
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var area: PerimeterOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    var parameters = analysis.parameters
    parameters.perimeter = try area.chosen(in: area.definitions())
    if let perimeter = parameters.perimeter {
      Console.message("Offres du périmètre «\u{A0}\(perimeter.name)\u{A0}» seules.")
    }
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: try clock.date())
    switch report.format {
    case .table: try report.write(CoverageTable.text(result, limit: report.limit ?? 12))
    case .json: try report.write(CoverageJSON.text(result))
    case .csv: try report.write(CoverageCSV.text(result))
    case .html: try report.write(try ReportPages().coverage(result))
    }
  }
}
