import Foundation
import SkillMiner
import Taxonomy

/// One passage of the connector: fetch what is new since the last one, import it, remember how far it came.
struct FranceTravailPull {
  /// Setting of the store that holds the last second fetched.
  static let untilKey = "france-travail.until"
  /// Seconds fetched again: offers appear in the API a while after they were created.
  static let overlap = 6 * 3600

  let app: ServiceApp
  let report: (String, Int, Int?) throws -> Void

  /// - Returns: what came of it, as a JSON object.
  func run() throws -> String {
    guard let credentials = app.settings.franceTravail else {
      throw JobFailure(
        "Les identifiants de France Travail manquent. Donnez-les par FRANCE_TRAVAIL_CLIENT_ID et "
          + "FRANCE_TRAVAIL_CLIENT_SECRET, ou par un fichier (docs/deploiement.md).")
    }
    guard let spool = app.spool else { throw JobFailure("Ce service est en lecture seule.") }
    try app.furnish()
    let now = app.clock.now()
    let from = try start(now)
    let path = spool.work("france-travail.part")
    let (harvest, file) = try fetch(credentials, from: from, until: now, into: path)
    defer { unlink(file) }
    var outcome = "{\"imports\":[]}"
    if harvest.offers > 0 {
      let intake = OfferIntake(
        app: app, source: "france-travail", progress: { try report($0.phase.rawValue, $0.done, $0.total) })
      let result = try ImportOutcome(store: app.store, records: try intake.run(file))
      // A short period may well hold nothing but offers in other languages: that is no failure.
      if let failure = result.failure { throw JobFailure(failure) }
      outcome = result.json
    }
    try app.store.set(Self.untilKey, to: String(now.seconds))
    return JSON.object([
      ("from", .string(from.description)), ("until", .string(now.description)),
      ("fetched", .integer(harvest.offers)), ("overfull", .integer(harvest.overfull.count)),
      ("outcome", .raw(outcome)),
    ]).text
  }

  private func start(_ now: Timestamp) throws -> Timestamp {
    let oldest = now.seconds - app.settings.franceTravailDays * 86400
    let last = try app.store.setting(Self.untilKey).flatMap { Int($0) }.map { $0 - Self.overlap }
    // A clock that was set back must not make the period empty.
    return Timestamp(seconds: min(max(last ?? oldest, oldest), now.seconds - 1))
  }

  private func fetch(
    _ credentials: FranceTravailCredentials, from: Timestamp, until: Timestamp, into path: String
  ) throws -> (FranceTravailHarvest.Result, String) {
    let client = FranceTravailClient(
      credentials: credentials, addresses: app.settings.franceTravailAddresses,
      seed: UInt64(until.seconds)
    ) { seconds in
      // In small steps, so that the service stops when it is told to.
      for _ in 0..<max(1, Int(seconds * 5)) {
        try report("waiting", 0, nil)
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
    let file = try UploadFile(path: path, limit: Int.max)
    let departments = try app.store.territories().filter { $0.level == .department }.map(\.code).sorted()
    let harvest = try FranceTravailHarvest(
      client: client, departments: departments,
      write: { try file.append([UInt8]($0) + [0x0A]) },
      progress: { try report("downloading", $0, nil) }
    ).run(from: from, until: until)
    let whole = path.replacing(".part", with: ".jsonl")
    try file.finish(as: whole)
    for slice in harvest.overfull {
      app.log.note(
        "france-travail-overfull",
        [("from", "\(slice.from)"), ("until", "\(slice.until)"), ("department", slice.department ?? "")],
        isError: true)
    }
    return (harvest, whole)
  }
}
