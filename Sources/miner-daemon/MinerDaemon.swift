import ArgumentParser
import SkillMiner

@main
struct MinerDaemon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "miner-daemon",
    abstract: "Observatoire des compétences demandées\u{A0}: des offres d’emploi aux modules additionnels.",
    version: Version.current)
}
