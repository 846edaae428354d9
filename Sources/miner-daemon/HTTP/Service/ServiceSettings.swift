import SkillMiner

/// What an administrator chose; `SettingTable` says how.
struct ServiceSettings: Sendable {
  /// Address to listen on.
  var host = "127.0.0.1"
  /// Port to listen on; 0 lets the system choose.
  var port = 8080
  /// Whether an address others can reach may be used without any token.
  var allowsNetwork = false
  /// Whether reading what is published needs a token too.
  var requiresToken = false
  /// Whether nobody in particular sees small numbers, even on the computer the service runs on.
  var publishedOnly = false
  /// Names the service answers to beside those of this computer; empty when any will do.
  var allowedHosts: Set<String> = []
  /// Requests a second and client; 0 for no limit.
  var rate = 100
  /// Requests at once and client.
  var burst = 400
  /// Connections at once.
  var connections = 512
  /// Largest upload in MiB.
  var uploadLimit = 4096
  /// Whether cookies are sent over TLS only.
  var secureCookies = false
  /// Header in which an authenticating proxy names the person; `nil` when there is none.
  var trustedHeader: String?
  /// Header in which it gives the role.
  var trustedRoleHeader: String?
  /// Addresses of such proxies.
  var trustedProxies: Set<String> = ["127.0.0.1", "::1"]
  /// Folder in which files arrive; `nil` for the one beside the store.
  var spool: String?
  /// Seconds between two looks into it.
  var spoolSeconds = 2
  /// Days after which imported files are deleted.
  var spoolDays = 30
  /// Hours between two backups; 0 for none.
  var backupHours = 24
  /// Backups kept.
  var keptBackups = 7
  /// File with the credentials of France Travail.
  var franceTravailFile: String?
  /// The credentials, when there are any.
  var franceTravail: FranceTravailCredentials?
  /// Hours between two passages of the connector; 0 for none.
  var franceTravailHours = 24
  /// Days the first passage goes back.
  var franceTravailDays = 31
  /// Where the API lives.
  var franceTravailAddresses = FranceTravailClient.Addresses()
  /// File with the outlines of régions (GeoJSON); `nil` for tiles.
  var regionOutlines: String?
  /// File with the outlines of départements.
  var departmentOutlines: String?
  /// The outlines, once read.
  var outlines = MapOutlines.none
  /// What is logged.
  var log = ServiceLog.Level.errors

  /// Whether only programs of this computer can connect.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
