import ArgumentParser
import SkillMiner

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Montre les modules candidats dans un navigateur et les donne en JSON à d’autres programmes.",
    discussion: """
      L’analyse est faite une fois, au démarrage\u{A0}; relancez la commande après un import. Par défaut, seul cet \
      ordinateur peut se connecter. Ctrl-C ou SIGTERM arrête le serveur, les réponses en cours étant achevées.

      Adresses\u{A0}: / (rapport), /api/v1/candidates (JSON), /health/live (état).

      Exemples\u{A0}:
        miner-daemon serve
        miner-daemon serve --port 0 --store demo.sqlite --today 2026-10-01
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Option(
    name: .long, help: ArgumentHelp("Port d’écoute\u{A0}; 0 pour un port libre.", valueName: "numéro"))
  var port = 8080
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Adresse d’écoute\u{A0}; 0.0.0.0 ouvre le serveur au réseau, sans mot de passe.", valueName: "adresse"))
  var host = "127.0.0.1"

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("«\u{A0}--port\u{A0}» attend un numéro de 0 à 65535.")
    }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    let result = try AnalysisRun.result(of: store, parameters: analysis.parameters, today: try clock.date())
    let host = host
    try await ReportServer(analysis: try PublishedAnalysis(result), host: host, port: port).run { port in
      Console.message("Rapport\u{A0}: http://\(host):\(port)/ (Ctrl-C pour arrêter)")
    }
    Console.message("Serveur arrêté.")
  }
}
