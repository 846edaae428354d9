import Foundation
import SkillMiner
import TestSupport
import HTTPTypes
import Testing

@testable import miner_daemon

/// A day of service in some seconds: arrivals in the spool, the nightly pull, backups; memory stays flat.
@Suite struct DayOfServiceTests {
  @Test func aDayPasses() async throws {
    let start = 1_790_000_000
    let offers = (0..<400).map {
      FakeFranceTravail.Offer(id: "F\($0)", created: start - 86400 + $0 * 400, department: "67")
    }
    let fake = FakeFranceTravail(offers: offers, faults: [2: .failure])
    try await fake.serve { addresses in
      let service = try TestService {
        $0.backupHours = 6
        $0.keptBackups = 3
        $0.franceTravail = FranceTravailCredentials(client: "client", secret: "s&cret")
        $0.franceTravailAddresses = addresses
        $0.franceTravailHours = 12
      }
      let (app, spool) = (service.app, try #require(service.app.spool))
      let runners = JobKind.Lane.allCases.map { JobRunner(app: app, lane: $0) }
      var early = 0
      for hour in 0..<24 {
        try service.folder.write(Self.lines(hour), to: "spool/offers/h\(hour).jsonl")
        try SpoolWatcher(app: app, spool: spool).look()
        try Scheduler(app: app).tick()
        for runner in runners { while await runner.workOne() {} }
        if hour == 7 { early = Self.residentKiB() }
        service.clock.advance(seconds: 3600)
      }
      #expect(Self.residentKiB() - early < 100_000)
      let jobs = try app.store.jobs(before: nil, limit: 500)
      #expect(jobs.allSatisfy { $0.state == .done }, "\(jobs.filter { $0.state != .done })")
      #expect(jobs.count { $0.kind == "france-travail" } == 2)
      #expect(jobs.count { $0.kind == "backup" } == 4)
      #expect(try BackupRotation(app: app).files(spool).count == 3)
      // 50 an hour, and what the connector saw until its second passage.
      let second = start + 12 * 3600
      let fetched = offers.count { $0.created <= second }
      #expect(try app.store.offerCount() == 24 * 50 + fetched)
      #expect(try app.store.health().problems.filter { $0.code != "DOCTOR-004" }.isEmpty)
    }
  }

  private static func lines(_ hour: Int) -> String {
    (0..<50).map {
      "{\"id\":\"\(hour)-\($0)\",\"source\":\"essai\",\"title\":\"Soudeur\",\"date\":\"2026-09-01\","
        + "\"description\":\"Vous soudez les pièces \(hour) et \($0) en acier.\"}\n"
    }.joined()
  }

  private static func residentKiB() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
