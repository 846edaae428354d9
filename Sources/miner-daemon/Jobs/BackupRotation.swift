import Foundation
import SkillMiner

/// Backups of the service: dated copies of the store, the oldest of which go.
struct BackupRotation {
  let app: ServiceApp

  private static let prefix = "skillminer-"

  /// Makes one, then removes those beyond the number to keep.
  ///
  /// - Returns: what came of it, as a JSON object.
  func make(_ report: (String, Int, Int?) throws -> Void) throws -> String {
    guard let spool = app.spool else { throw JobFailure("Ce service est en lecture seule.") }
    let stamp = app.clock.now().description.filter { $0 != ":" && $0 != "-" }
    let name = "\(Self.prefix)\(stamp).sqlite"
    try app.store.backup(to: spool.backup(name)) { try report("backup", $0, $1) }
    let all = try files(spool)
    for old in all.dropLast(app.settings.keptBackups) { unlink(spool.backup(old)) }
    return JSON.object([("file", .string(name)), ("kept", .integer(try files(spool).count))]).text
  }

  /// Names of the backups there are, oldest first.
  func files(_ spool: SpoolFolder) throws -> [String] {
    try spool.files(in: "backups").filter { $0.hasPrefix(Self.prefix) && $0.hasSuffix(".sqlite") }
  }
}
