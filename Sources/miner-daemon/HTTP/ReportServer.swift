import Glibc
import Hummingbird
import Logging
import NIOCore

/// Answers with one analysis until the process is told to stop (SIGTERM, SIGINT).
struct ReportServer {
  let analysis: PublishedAnalysis
  let host: String
  /// `0` lets the system choose.
  let port: Int

  /// Runs until stopped.
  ///
  /// - Parameter onReady: called with the port once the server listens.
  /// - Throws: `CommandFailure` when the address cannot be had.
  func run(onReady: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "miner-daemon")
    // Start and stop are told in French by the command; the library's notes would say them again.
    logger.logLevel = .warning
    let wanted = port
    let application = Application(
      router: Self.router(analysis),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "miner-daemon"),
      onServerRunning: { channel in onReady(channel.localAddress?.port ?? wanted) },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw Self.failure(error, host: host, port: port)
    }
  }

  static func router(_ analysis: PublishedAnalysis) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ProblemMiddleware())
    HealthRoutes.add(to: router)
    CandidateRoutes.add(analysis, to: router)
    return router
  }

  private static func failure(_ error: IOError, host: String, port: Int) -> CommandFailure {
    switch error.errnoCode {
    case EADDRINUSE:
      CommandFailure(
        "Le port \(port) est déjà pris. Arrêtez l’autre programme, donnez un autre port, "
          + "ou «\u{A0}--port 0\u{A0}» pour un port libre.")
    case EACCES:
      CommandFailure(
        "Le port \(port) est réservé au système. Donnez un port à partir de 1024, par exemple 8080.")
    case EADDRNOTAVAIL:
      CommandFailure(
        "L’adresse \(host) n’est pas à cet ordinateur. Donnez-en une autre avec «\u{A0}--host\u{A0}».")
    default:
      CommandFailure(
        "Le serveur n’a pas pu écouter sur \(host), port \(port) (\(error)). Vérifiez l’adresse et le port.")
    }
  }
}
