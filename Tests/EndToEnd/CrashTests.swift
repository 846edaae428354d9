import Foundation
import SkillMiner
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The service is killed at random points, some of them while it starts, under a mixed load: offers sent and dropped
/// into the spool, corrected verdicts, observations, exports and backups. After each kill the store is whole, its sums
/// add up, and what was acknowledged is there.
///
/// Three kills here; `SKILLMINER_KILLS=300` runs the campaign.
@Suite(.serialized) struct CrashTests {
  private static let kills = ProcessInfo.processInfo.environment["SKILLMINER_KILLS"].flatMap { Int($0) } ?? 3
  /// Longest life of a process in milliseconds: long enough for imports to be under way.
  private static let life = Program.isRelease ? 2_500 : 15_000
  /// Longest life of one that is killed while it starts.
  private static let youth = Program.isRelease ? 400 : 3_000

  @Test func nothingAcknowledgedIsLost() async throws {
    let folder = try ScratchFolder()
    let store = folder.path("m.sqlite")
    let token = try Program.run([
      "token", "create", "--store", store, "--role", "administrator", "--name", "Campagne",
    ]).text.trimmingCharacters(in: .newlines)
    let certifications = SharedData.packageRoot.appending(path: "taxonomy-data/certifications").path
    #expect(try Program.run(["import", "referential", certifications, "--store", store]).status == 0)
    var random = SeededGenerator(seed: 20_261_121)
    var load = CrashLoad(token: token, spool: store + "-spool")
    var young = 0
    for round in 0..<Self.kills {
      let server = try start(store, folder, "round-\(round)")
      let isYoung = round > 0 && Int.random(in: 0..<5, using: &random) == 0
      young += isYoung ? 1 : 0
      let port =
        isYoung
        ? nil : try await Program.port(folder.path("round-\(round).err"), of: server, published: false)
      let life =
        isYoung
        ? Int.random(in: 1...Self.youth, using: &random) : Int.random(in: 50...Self.life, using: &random)
      let killer = Task {
        try await Task.sleep(for: .milliseconds(life))
        kill(server.processIdentifier, SIGKILL)
      }
      while server.isRunning {
        try await load.send(port: port, using: &random)
        try await Task.sleep(for: .milliseconds(port == nil ? 150 : Int.random(in: 5...150, using: &random)))
      }
      try await killer.value
      server.waitUntilExit()
      try verify(store, &load, "round \(round)")
    }

    let server = try start(store, folder, "last")
    let last = try await Program.port(folder.path("last.err"), of: server, published: false)
    try await finished(port: last, token: token)
    server.terminate()
    server.waitUntilExit()
    #expect(server.terminationStatus == 0)
    let kept = try verify(store, &load, "the end")
    let lost = try load.missingOffers(in: kept, again: true)
    #expect(lost.isEmpty, "\(lost.sorted().prefix(10)) of \(load.offers.count)")
    #expect(try kept.verifyAudit().findings.isEmpty)
    for id in load.jobs {
      let job = try #require(try kept.job(id))
      // What makes a table anew is given up after three deaths; a file never is.
      #expect(job.state == .done || job.attempts >= 3, "\(job)")
    }
    print(
      "kills: \(Self.kills) (\(young) while starting), acknowledged: \(load.offers.count) offers, "
        + "\(load.acts.count) decisions and observations, \(load.jobs.count) jobs; lost: \(lost.count)")
  }

  private func start(_ store: String, _ folder: ScratchFolder, _ name: String) throws -> Process {
    try Program.start(
      [
        "serve", "--store", store, "--port", "0", "--today", "2026-10-01", "--set", "rate=0", "--set",
        "spool-seconds=1", "--set", "backup-hours=1",
      ], folder: folder, name: name)
  }

  /// The store is whole, every import's sums add up, and nothing that was acknowledged is missing.
  @discardableResult
  private func verify(_ path: String, _ load: inout CrashLoad, _ when: String) throws -> Store {
    let store = try Store(path: path, access: .readOnly)
    let problems = try store.health().problems.filter {
      ["DOCTOR-001", "DOCTOR-002", "DOCTOR-005"].contains($0.code)
    }
    #expect(problems.isEmpty, "\(when): \(problems)")
    let lost = try load.lost(in: store)
    #expect(lost.isEmpty, "\(when): \(lost.sorted().prefix(10))")
    return store
  }

  /// Waits until no job waits or runs.
  private func finished(port: Int, token: String) async throws {
    // Each life leaves a handful of small files behind: the last server has them all to import.
    for _ in 0..<max(1200, Self.kills * 40) {
      var open = 0
      for state in ["queued", "running"] {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/api/v1/jobs?state=\(state)&limit=1"))
        var request = URLRequest(url: url)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        let (data, _) = try await URLSession.shared.data(for: request)
        open += String(decoding: data, as: UTF8.self).contains("\"id\"") ? 1 : 0
      }
      if open == 0 { return }
      try await Task.sleep(for: .milliseconds(500))
    }
    Issue.record("jobs do not end")
  }
}
