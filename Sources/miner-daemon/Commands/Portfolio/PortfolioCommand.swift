import ArgumentParser
import SkillMiner
import Taxonomy

/// The pathways a region or a branch proposes, from the draw to the evaluation.
struct PortfolioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Tire, discute, fige et transmet un portefeuille de parcours certifiants.",
    discussion: """
      États d’un parcours\u{A0}: proposé, en discussion (COT), validé, rejeté ou ajourné, transmis, évalué. Chaque \
      modification nomme la révision qu’elle a vue (--revision)\u{A0}; si d’autres ont changé le portefeuille entre-temps, \
      elle est refusée et ce qui a changé est dit.
      """,
    subcommands: [
      PortfolioDrawCommand.self, PortfolioShowCommand.self, PortfolioEditCommand.self,
      PortfolioDecideCommand.self,
      PortfolioCompareCommand.self, PortfolioFreezeCommand.self, PortfolioSendCommand.self,
      PortfolioEvaluateCommand.self,
    ])
}

/// The portfolio an act is about, and the revision it saw.
struct PortfolioOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Identifiant du portefeuille.", valueName: "identifiant")) var id: String
  @Option(
    name: .long,
    help: ArgumentHelp("Révision que vous avez lue\u{A0}; la présente sinon.", valueName: "nombre"))
  var revision: Int?

  /// The portfolio and the revision seen.
  func open(_ store: Store) throws -> (portfolio: Portfolio, seen: Int) {
    let portfolio = try store.portfolio(id)
    return (portfolio, revision ?? portfolio.revision)
  }
}
