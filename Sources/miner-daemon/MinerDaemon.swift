import ArgumentParser
import SkillMiner

@main
struct MinerDaemon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "miner-daemon",
    abstract: "Observatoire des compétences demandées\u{A0}: des offres d’emploi aux modules additionnels.",
    discussion: """
      Les résultats vont sur la sortie standard, la progression et les messages sur la sortie d’erreur.

      Codes de retour\u{A0}: 0 tout est fait\u{A0}; 1 la commande n’a pas pu faire (tout) son travail\u{A0}; \
      2 commande mal écrite.
      """,
    version: Version.current,
    subcommands: [
      ImportCommand.self,
      TaxonomyCommand.self,
      OffersCommand.self,
      ExtractCommand.self,
      EvaluateCommand.self,
      LexiconCommand.self,
      TokensCommand.self,
      AnalyseCommand.self,
      ModulesCommand.self,
      SignalsCommand.self,
      TermsCommand.self,
      NeighboursCommand.self,
      ObsolescenceCommand.self,
      PortfolioCommand.self,
      FieldCommand.self,
      ForumCommand.self,
      ReviewCommand.self,
      AuditCommand.self,
      DemoCommand.self,
      ServeCommand.self,
      SiteCommand.self,
      OpenDataCommand.self,
      SettingsCommand.self,
      TokenCommand.self,
      ArchiveCommand.self,
      BackupCommand.self,
      RestoreCommand.self,
      DoctorCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      ExitStatus.exit(error)
    }
  }
}
