import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

/// A day of service in some seconds: arrivals in the spool, the nightly pull, backups, an analysis of each hour's data,
/// readers; memory stays flat.
///
/// `SKILLMINER_HOURS=168` lets a week pass and prints what each six hours left behind. From the second day on the same
/// offers come again: what grows then grows with time, not with the store.
@Suite struct DayOfServiceTests {
  private static let given = ProcessInfo.processInfo.environment["SKILLMINER_HOURS"].flatMap { Int($0) }
  private static let hours = max(24, given ?? 24)
  private static let start = 1_790_000_000
  private static let arrivals = 50

  @Test func aDayPasses() async throws {
    let (hours, start) = (Self.hours, Self.start)
    let offers = (0..<432).map {
      FakeFranceTravail.Offer(id: "F\($0)", created: start - 86400 + $0 * 400, department: "67")
    }
    let fake = FakeFranceTravail(
      offers: offers, faults: [2: .failure, 5: .ended, 9: .tooMany(retryAfter: 1)])
    try await fake.serve { addresses in
      let service = try TestService {
        $0.backupHours = 6
        $0.keptBackups = 3
        $0.spoolDays = 1
        $0.franceTravail = FranceTravailCredentials(client: "client", secret: "s&cret")
        $0.franceTravailAddresses = addresses
        $0.franceTravailHours = 12
      }
      let (app, spool) = (service.app, try #require(service.app.spool))
      try app.furnish()
      _ = try ReferentialImporter(store: app.store, today: app.clock.today())
        .importCertifications(try EmbeddedTaxonomy.certifications(), file: "certifications")
      let publisher = Publisher(app: app, parameters: AnalysisParameters())
      let publishing = Task { await publisher.run {} }
      defer { publishing.cancel() }
      var resident: [Int] = []
      for hour in 0..<hours {
        try service.folder.write(Self.lines(hour % 24), to: "spool/offers/h\(hour).jsonl")
        try SpoolWatcher(app: app, spool: spool).look()
        try Scheduler(app: app).tick()
        await service.work()
        try await Self.published(app)
        for path in ["/", "/api/v1/candidates", "/competences", "/metrics"] {
          let reply = try await service.send("GET", path)
          #expect(reply.status == 200, "\(hour): \(path)")
        }
        try Self.age(spool, to: app.clock.now().seconds)
        resident.append(Self.residentKiB())
        if Self.given != nil, hour % 6 == 5 || hour == 0 { try Self.tell(hour, service, resident[hour]) }
        service.clock.advance(seconds: 3600)
      }
      // After a warm third, or the day that brings the offers.
      #expect(resident[hours - 1] - resident[hours > 24 ? 24 : 8] < 60_000, "\(resident)")
      let jobs = try Self.jobs(app.store)
      #expect(jobs.allSatisfy { $0.state == .done }, "\(jobs.filter { $0.state != .done })")
      #expect(jobs.count { $0.kind == "offers" } == hours)
      #expect(jobs.count { $0.kind == "france-travail" } == (hours + 11) / 12)
      #expect(jobs.count { $0.kind == "backup" } == (hours + 5) / 6)
      #expect(try BackupRotation(app: app).files(spool).count == 3)
      // Files with contact data stay for a day; a report lies beside each.
      #expect(try spool.all(in: "done").count <= 2 * 26)
      let last = start + (hours - 1) / 12 * 12 * 3600
      let fetched = offers.count { $0.created <= last }
      #expect(try app.store.offerCount() == 24 * Self.arrivals + fetched)
      #expect(fake.refused == 0)
      #expect(try app.store.health().problems.isEmpty)
    }
  }

  /// Waits for the analysis of the hour that runs.
  private static func published(_ app: ServiceApp) async throws {
    for _ in 0..<6000 {
      if app.publication.latest?.made == app.clock.now() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("no analysis at \(app.clock.now())")
  }

  /// Files bear the time of the computer: those of this hour get that of the service.
  private static func age(_ spool: SpoolFolder, to seconds: Int) throws {
    for file in try spool.all(in: "done") where spool.modified("done", file) > seconds {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(seconds))], ofItemAtPath: spool.done(file))
    }
  }

  private static func jobs(_ store: Store) throws -> [JobRecord] {
    var all: [JobRecord] = []
    while true {
      let page = try store.jobs(before: all.last?.id, limit: 500)
      all += page
      if page.count < 500 { return all }
    }
  }

  private static func tell(_ hour: Int, _ service: TestService, _ resident: Int) throws {
    let store = service.app.store
    let jobs = try jobs(store)
    let backups = try service.app.spool?.files(in: "backups").count ?? 0
    print(
      "| \(hour + 1) | \(try store.offerCount()) | \(jobs.count { $0.kind == "offers" }) | "
        + "\(jobs.count { $0.kind == "france-travail" }) | \(jobs.count { $0.kind == "backup" }) (\(backups)) | "
        + "\(resident / 1024) |")
  }

  private static func lines(_ hour: Int) -> String {
    (0..<arrivals).map {
      "{\"id\":\"\(hour)-\($0)\",\"source\":\"essai\",\"title\":\"Soudeur\",\"date\":\"2026-09-01\","
        + "\"description\":\"Vous soudez les pièces \(hour) et \($0) en acier.\"}\n"
    }.joined()
  }

  /// Memory of the process; pages of the store that the system maps in are not its own.
  private static func residentKiB() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
