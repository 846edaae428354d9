/// What an administrator chose; see `docs/deploiement.md`.
struct ServiceSettings: Sendable {
  /// Address to listen on.
  var host = "127.0.0.1"
  /// Port to listen on; 0 lets the system choose.
  var port = 8080
  /// Whether reading what is published needs a token too.
  var requiresToken = false
  /// Names the service answers to; empty when any will do.
  var allowedHosts: Set<String> = []
  /// Requests a second and client; 0 for no limit.
  var rate = 100
  /// Requests at once and client.
  var burst = 400
  /// Connections at once.
  var connections = 512
  /// Largest upload in MiB.
  var uploadLimit = 4096
  /// What is logged.
  var log = ServiceLog.Level.errors
}
