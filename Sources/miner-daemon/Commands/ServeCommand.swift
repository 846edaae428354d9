import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Sert les résultats dans un navigateur et à d’autres programmes, et reçoit les offres.",
    discussion: """
      L’analyse est refaite quand les données changent\u{A0}; l’ancienne est servie entre-temps. Par défaut, seul cet \
      ordinateur peut se connecter. Ctrl-C ou SIGTERM arrête le service, les réponses en cours étant achevées.

      Adresses\u{A0}: / (pages), /api/v1/ (interface, décrite à /api/v1/openapi.json), /health/live et /health/ready \
      (état), /metrics (mesures). Réglages\u{A0}: «\u{A0}miner-daemon settings\u{A0}» et docs/deploiement.md.

      Exemples\u{A0}:
        miner-daemon serve
        miner-daemon serve --port 0 --store demo.sqlite --today 2026-10-01
        miner-daemon serve --config /etc/skillminer/skillminer.conf --set log=all
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Option(
    name: .long, help: ArgumentHelp("Port d’écoute\u{A0}; 0 pour un port libre (8080).", valueName: "numéro"))
  var port: Int?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Adresse d’écoute (127.0.0.1)\u{A0}; 0.0.0.0 ouvre le service au réseau.", valueName: "adresse"))
  var host: String?
  @Flag(name: .long, help: "Demande un jeton pour lire aussi.")
  var requireToken = false
  @Flag(name: .long, help: "N’écrit rien\u{A0}: ni imports, ni jetons, ni sauvegardes.")
  var readOnly = false
  @Option(
    name: .long, help: ArgumentHelp("Dossier de dépôt (MAGASIN-spool).", valueName: "dossier"),
    completion: .directory)
  var spool: String?
  @Option(
    name: .long, help: ArgumentHelp("Fichier de réglages.", valueName: "fichier"), completion: .file())
  var config: String?
  @Option(
    name: .long, help: ArgumentHelp("Un réglage\u{A0}; peut être répété.", valueName: "clé=valeur"))
  var set: [String] = []

  func validate() throws {
    if let port, !(0...65535).contains(port) {
      throw ValidationError("«\u{A0}--port\u{A0}» attend un numéro de 0 à 65535.")
    }
    if let bad = set.first(where: { !$0.contains("=") }) {
      throw ValidationError("«\u{A0}--set \(bad)\u{A0}» n’est pas de la forme clé=valeur.")
    }
  }

  func run() async throws {
    var settings = try sources().settings()
    let map = try OutlineReader.read(
      regions: settings.regionOutlines, departments: settings.departmentOutlines)
    for finding in map.findings { Console.message(finding.description) }
    settings.outlines = map.outlines
    let clock = ServiceClock.system(today: clock.today == nil ? nil : try clock.date())
    let log = ServiceLog(level: settings.log, clock: clock) { Console.line($0) }
    let store = try options.open(readOnly ? .readOnly : .readWrite)
    if !settings.isLoopback, !settings.allowsNetwork, try store.tokens().allSatisfy({ $0.revoked != nil }) {
      throw CommandFailure(
        "Refusé\u{A0}: \(settings.host) est ouvert au réseau et ce magasin n’a aucun jeton. Créez-en un "
          + "(«\u{A0}miner-daemon token create\u{A0}»), ou ajoutez «\u{A0}--set open-network=oui\u{A0}».")
    }
    let folder = readOnly ? nil : try SpoolFolder(root: settings.spool ?? options.store + "-spool")
    let app = ServiceApp(store: store, settings: settings, clock: clock, log: log, spool: folder)
    try await ServiceProcess(app: app, parameters: analysis.parameters).run()
    Console.message("Serveur arrêté.")
  }

  private func sources() -> SettingSources {
    var sources = SettingSources(file: config, environment: ProcessInfo.processInfo.environment)
    sources.flags = set.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (key: String(sides[0]), value: sides.count == 2 ? String(sides[1]) : "")
    }
    if let port { sources.flags.append(("port", String(port))) }
    if let host { sources.flags.append(("host", host)) }
    if let spool { sources.flags.append(("spool", spool)) }
    if requireToken { sources.flags.append(("require-token", "oui")) }
    return sources
  }
}
