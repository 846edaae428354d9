import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Listens and answers until the process is told to stop (SIGTERM, SIGINT); answers under way are finished.
struct ServiceServer {
  let app: ServiceApp
  let routes: ServiceRouter

  /// Runs until stopped.
  ///
  /// - Parameter onReady: called with the port once the server listens.
  /// - Throws: `CommandFailure` when the address cannot be had.
  func run(onReady: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "miner-daemon")
    // Start and stop are told in French by the command, requests by our own log.
    logger.logLevel = .critical
    let settings = app.settings
    let application = Application(
      responder: routes.responder(),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [HeadDeadline(limit: .seconds(60))], idleTimeout: .seconds(75),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: "miner-daemon",
        availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
      onServerRunning: { channel in onReady(channel.localAddress?.port ?? settings.port) },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw Self.failure(error, host: settings.host, port: settings.port)
    }
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
