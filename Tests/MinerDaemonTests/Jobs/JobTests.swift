import Foundation
import HTTPTypes
import SkillMiner
import Synchronization
import TestSupport
import Testing

@testable import miner_daemon

/// Jobs: what was taken in is done, once, whatever happens between.
@Suite struct JobTests {
  private static let offer =
    #"{"id":"A1","source":"essai","title":"Soudeur","description":"Vous soudez des pièces en acier.","date":"2026-09-01"}"#

  @Test func importsWhatIsDroppedIntoTheSpool() async throws {
    let service = try TestService()
    let (app, spool) = (service.app, try #require(service.app.spool))
    try service.folder.write(Self.offer + "\n", to: "spool/offers/a.jsonl")
    try service.folder.write("pas fini", to: "spool/offers/b.jsonl.part")
    try service.folder.write("caché", to: "spool/offers/.c.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: spool.inbox(.offers, "lien.jsonl"), withDestinationPath: "/etc/passwd")
    try SpoolWatcher(app: app, spool: spool).look()
    #expect(try app.store.jobs(before: nil, limit: 10).map(\.kind) == ["offers"])
    #expect(await JobRunner(app: app, lane: .writing).workOne())
    let job = try #require(try app.store.job(1))
    #expect(job.state == .done, "\(job.message ?? "")")
    #expect(job.result?.contains(#""ingested":1"#) == true)
    #expect(try app.store.offerCount() == 1)
    #expect(try spool.files(in: "work").isEmpty)
    #expect(try spool.files(in: "done").count == 2)
    // Then all offers are compared, once.
    #expect(await JobRunner(app: app, lane: .writing).workOne())
    #expect(try app.store.job(2)?.kind == "near-duplicates")
    #expect(try app.store.job(2)?.state == .done)
    #expect(!(await JobRunner(app: app, lane: .writing).workOne()))
  }

  @Test func aFileThatBringsNothingFailsWithItsReport() async throws {
    let service = try TestService()
    let (app, spool) = (service.app, try #require(service.app.spool))
    let textless = #"{"id":"A1","title":"Soudeur","description":""}"# + "\n"
    try service.folder.write(textless, to: "spool/offers/a.jsonl")
    try service.folder.write(textless + Self.offer + "\n", to: "spool/offers/b.jsonl")
    try SpoolWatcher(app: app, spool: spool).look()
    let runner = JobRunner(app: app, lane: .writing)
    #expect(await runner.workOne())
    #expect(await runner.workOne())
    let (bad, partial) = (try #require(try app.store.job(1)), try #require(try app.store.job(2)))
    #expect(bad.state == .failed && bad.message?.contains("[IMPORT-001]") == true, "\(bad.message ?? "")")
    #expect(bad.result?.contains("OFFRE-006") == true)
    #expect(partial.state == .done, "\(partial.message ?? "")")
    let report = try #require(try spool.files(in: "failed").first { $0.hasSuffix(".rapport.json") })
    let text = try String(contentsOfFile: spool.failed(report), encoding: .utf8)
    #expect(text.contains("IMPORT-001") && text.contains(#""quarantined":1"#), "\(text)")
    // The same through the interface.
    let token = try service.token(.contributor)
    let sent = try await service.send("POST", "/api/v1/offers?name=c.jsonl", token: token, body: textless)
    #expect(sent.status == 202)
    while await runner.workOne() {}
    let id = try #require(sent["id"] as? Int)
    let reply = try await service.send("GET", "/api/v1/jobs/\(id)", token: token)
    #expect(reply["state"] as? String == "failed" && reply.text.contains("IMPORT-001"), "\(reply.text)")
  }

  @Test func asksForOneAnalysisAfterARunOfJobs() async throws {
    let service = try TestService()
    let (app, spool) = (service.app, try #require(service.app.spool))
    let ear = Ear()
    let listener = Task { for await _ in app.dataChanged.rings { ear.rings.withLock { $0 += 1 } } }
    defer { listener.cancel() }
    func heard() async throws -> Int {
      try await Task.sleep(for: .milliseconds(100))
      return ear.rings.withLock { $0 }
    }
    try service.folder.write(Self.offer + "\n", to: "spool/offers/a.jsonl")
    try SpoolWatcher(app: app, spool: spool).look()
    let runner = JobRunner(app: app, lane: .writing)
    #expect(await runner.workOne())
    #expect(try await heard() == 0)
    #expect(await runner.workOne())
    #expect(try await heard() == 0)
    #expect(!(await runner.workOne()))
    #expect(try await heard() == 1)
    // A run without end does not keep the analysis away.
    try service.folder.write(Self.offer + "\n", to: "spool/offers/b.jsonl")
    try SpoolWatcher(app: app, spool: spool).look()
    #expect(await runner.workOne())
    service.clock.advance(seconds: JobRunner.longestRun)
    #expect(await runner.workOne())
    #expect(try await heard() == 2)
    #expect(!(await runner.workOne()))
    #expect(try await heard() == 2)
  }

  @Test func takesUpWhatADeadProcessLeft() async throws {
    let service = try TestService()
    let (app, spool) = (service.app, try #require(service.app.spool))
    // One file known to a job that ran, one moved in before its job was kept.
    try service.folder.write(Self.offer + "\n", to: "spool/work/offers.aaaa~a.jsonl")
    try service.folder.write(
      Self.offer.replacing("A1", with: "A2") + "\n", to: "spool/work/offers.bbbb~b.jsonl")
    var parameters = JobParameters()
    parameters.file = "offers.aaaa~a.jsonl"
    let id = try app.jobs.add(.offers, parameters, requester: nil, store: app.store, clock: app.clock)
    #expect(try app.store.claimJob(of: ["offers"], at: "2026-01-01T00:00:00Z")?.id == id)
    try JobRunner.recover(app)
    try SpoolWatcher(app: app, spool: spool).adoptOrphans()
    #expect(try app.store.openJobCount() == 2)
    let runner = JobRunner(app: app, lane: .writing)
    while await runner.workOne() {}
    #expect(try app.store.offerCount() == 2)
    #expect(try app.store.job(id)?.attempts == 2)
  }

  @Test func givesUpOnAJobThatKillsTheProcess() throws {
    let service = try TestService()
    let app = service.app
    let id = try app.jobs.add(.backup, JobParameters(), requester: nil, store: app.store, clock: app.clock)
    for _ in 0..<JobRunner.attempts {
      _ = try app.store.claimJob(of: ["backup"], at: "2026-01-01T00:00:00Z")
      try JobRunner.recover(app)
    }
    let job = try #require(try app.store.job(id))
    #expect(job.state == .failed)
    #expect(job.message != nil)
  }

  @Test func cancelsBeforeAndDuring() async throws {
    let service = try TestService()
    let token = try service.token(.contributor)
    let app = service.app
    let id = try app.jobs.add(.backup, JobParameters(), requester: nil, store: app.store, clock: app.clock)
    let reply = try await service.send("POST", "/api/v1/jobs/\(id)/cancel", token: token)
    #expect(reply.status == 202)
    #expect(reply["state"] as? String == "cancelled")
    #expect(try await service.send("POST", "/api/v1/jobs/\(id)/cancel", token: token).status == 409)
    app.jobs.board.cancel(7)
    #expect(throws: JobStopped.self) { try app.jobs.board.report(7, JobBoard.Progress()) }
  }

  @Test func backupsRotate() async throws {
    let service = try TestService {
      $0.backupHours = 24
      $0.keptBackups = 2
      $0.franceTravailHours = 0
    }
    let (app, runner) = (service.app, JobRunner(app: service.app, lane: .reading))
    for day in 0..<4 {
      try Scheduler(app: app).tick()
      try Scheduler(app: app).tick()
      #expect(await runner.workOne(), "day \(day)")
      #expect(!(await runner.workOne()))
      service.clock.advance(seconds: 86400)
    }
    let names = try BackupRotation(app: app).files(try #require(app.spool))
    #expect(names.count == 2)
    let copy = try Store(path: service.folder.path("spool/backups/\(names[1])"), access: .readOnly)
    #expect(try copy.jobs(before: nil, limit: 10).count == 4)
  }

  @Test func streamsTheEndOfAJob() async throws {
    let service = try TestService()
    let token = try service.token(.contributor)
    let app = service.app
    let id = try app.jobs.add(.backup, JobParameters(), requester: nil, store: app.store, clock: app.clock)
    #expect(await JobRunner(app: app, lane: .reading).workOne())
    let reply = try await service.send("GET", "/api/v1/jobs/\(id)/events", token: token)
    #expect(reply.text.hasPrefix("event: progress\ndata: {"))
    #expect(reply.text.contains(#""state":"done""#))
  }
}

/// Counts how often somebody asked for an analysis.
private final class Ear: Sendable {
  let rings = Mutex(0)
}
