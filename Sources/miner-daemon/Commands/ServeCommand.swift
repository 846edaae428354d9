import ArgumentParser
import SkillMiner

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Sert les résultats dans un navigateur et à d’autres programmes, et reçoit les offres.",
    discussion: """
      L’analyse est refaite quand les données changent\u{A0}; l’ancienne est servie entre-temps. Par défaut, seul cet \
      ordinateur peut se connecter. Ctrl-C ou SIGTERM arrête le serveur, les réponses en cours étant achevées.

      Adresses\u{A0}: / (pages), /api/v1/ (interface, décrite à /api/v1/openapi.json), /health/live et /health/ready \
      (état), /metrics (mesures).

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
      "Adresse d’écoute\u{A0}; 0.0.0.0 ouvre le serveur au réseau.", valueName: "adresse"))
  var host = "127.0.0.1"
  @Flag(name: .long, help: "Demande un jeton pour lire aussi.")
  var requireToken = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("«\u{A0}--port\u{A0}» attend un numéro de 0 à 65535.")
    }
  }

  func run() async throws {
    var settings = ServiceSettings()
    settings.host = host
    settings.port = port
    settings.requiresToken = requireToken
    let clock = ServiceClock.system(today: clock.today == nil ? nil : try clock.date())
    let log = ServiceLog(level: settings.log, clock: clock) { Console.line($0) }
    let app = ServiceApp(
      store: try options.open(.readWrite), settings: settings, clock: clock, log: log)
    let publisher = Publisher(app: app, parameters: analysis.parameters)
    let host = host
    try await ServiceServer(app: app, routes: ServiceRoutes.router(app)).run { port in
      Console.message("À l’écoute, première analyse en cours… (Ctrl-C pour arrêter)")
      Task {
        await publisher.run {
          Console.message("Rapport\u{A0}: http://\(host):\(port)/")
        }
      }
    }
    Console.message("Serveur arrêté.")
  }
}
