import ArgumentParser
import SkillMiner
import Taxonomy

struct PortfolioShowCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Montre un portefeuille\u{A0}; avec --analyse, ce qui a changé pour chaque parcours.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Argument(help: ArgumentHelp("Identifiant\u{A0}; tous les portefeuilles sinon.", valueName: "identifiant"))
  var id: String?
  @Flag(name: .long, help: "Refait l’analyse et dit ce qui a changé pour chaque parcours.") var analyse =
    false
  @Flag(name: .long, help: "Ajoute l’historique des modifications.") var history = false
  @Option(name: .long, help: ArgumentHelp("table, csv ou json.", valueName: "format")) var format = Format
    .table
  @OptionGroup var file: OutputOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    guard let id else {
      for portfolio in try store.portfolios() {
        Console.output(
          "\(portfolio.id)\u{A0}: \(portfolio.name), \(portfolio.active.count) parcours, révision \(portfolio.revision)\n"
        )
      }
      return
    }
    let portfolio = try store.portfolio(id)
    var review: PortfolioReview?
    if analyse {
      var parameters = analysis.parameters
      parameters.territory = try PortfolioAnalysis.territory(of: portfolio.scope, in: store)
      parameters.supplyTerritory = try PortfolioAnalysis.region(of: portfolio.scope, in: store)
      review = PortfolioReview(
        portfolio, with: try AnalysisRun.result(of: store, parameters: parameters, today: try clock.date()))
    }
    var text: String
    switch format {
    case .table: text = PortfolioTable.text(portfolio, review: review)
    case .csv: text = PortfolioCSV.text(portfolio, review: review)
    case .json: text = try AuditJSON.text(portfolio) + "\n"
    }
    if history, format == .table {
      text += "\nHistorique\u{A0}:\n" + portfolio.changes(since: 0).map { "  \($0)\n" }.joined()
    }
    try file.write(text)
  }
}

struct PortfolioCompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Met deux portefeuilles côte à côte.")

  @OptionGroup var options: StoreOptions
  @Argument(help: ArgumentHelp("Premier portefeuille.", valueName: "identifiant")) var first: String
  @Argument(help: ArgumentHelp("Second portefeuille.", valueName: "identifiant")) var second: String

  func run() async throws {
    let store = try options.open(.readOnly)
    let (a, b) = (try store.portfolio(first), try store.portfolio(second))
    Console.output(PortfolioTable.text(PortfolioComparison(a, b), a, b))
  }
}
