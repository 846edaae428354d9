import Foundation
import SkillMiner
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The service is killed at random points while files are sent to it: what it acknowledged is never lost.
///
/// Three kills here; `SKILLMINER_KILLS=300` runs the campaign.
@Suite(.serialized) struct CrashTests {
  private static let kills = ProcessInfo.processInfo.environment["SKILLMINER_KILLS"].flatMap { Int($0) } ?? 3
  /// Longest life of a process in milliseconds: long enough for imports to be under way.
  private static let life = Program.isRelease ? 2_500 : 15_000

  @Test func nothingAcknowledgedIsLost() async throws {
    let folder = try ScratchFolder()
    let store = folder.path("m.sqlite")
    let token = try Program.run([
      "token", "create", "--store", store, "--role", "administrator", "--name", "Campagne",
    ]).text.trimmingCharacters(in: .newlines)
    var random = SeededGenerator(seed: 20_261_121)
    var acknowledged: Set<String> = []
    var sent = 0
    for round in 0..<Self.kills {
      let server = try start(store, folder, "round-\(round)")
      let port = try await Program.port(folder.path("round-\(round).err"), of: server, published: false)
      let end = Date(timeIntervalSinceNow: Double(Int.random(in: 50...Self.life, using: &random)) / 1000)
      let killer = Task {
        try await Task.sleep(for: .seconds(max(0, end.timeIntervalSinceNow)))
        kill(server.processIdentifier, SIGKILL)
      }
      var drops = 0
      while server.isRunning {
        let ids = (0..<3).map { "K\(sent)-\($0)" }
        sent += 1
        if await post(ids, port: port, token: token) { acknowledged.formUnion(ids) }
        try await Task.sleep(for: .milliseconds(150))
        if drops < 2 {
          // The spool takes over what was renamed into it.
          let dropped = ["D\(sent)"]
          let name = folder.path("m.sqlite-spool/offers/\(sent).jsonl")
          try Data(Self.lines(dropped).utf8).write(to: URL(filePath: name + ".part"))
          if rename(name + ".part", name) == 0 { acknowledged.formUnion(dropped) }
          drops += 1
        }
      }
      try await killer.value
      server.waitUntilExit()
      try verify(store, round: round)
    }

    let server = try start(store, folder, "last")
    let last = try await Program.port(folder.path("last.err"), of: server, published: false)
    try await finished(port: last, token: token)
    server.terminate()
    server.waitUntilExit()
    #expect(server.terminationStatus == 0)
    let doctor = try Program.run(["doctor", "--store", store])
    #expect(!doctor.text.contains("DOCTOR-001") && !doctor.text.contains("DOCTOR-002"), "\(doctor.text)")
    #expect(!doctor.text.contains("DOCTOR-005"), "\(doctor.text)")
    try verify(store, round: Self.kills)
    let kept = try Self.identifiers(of: store)
    let lost = acknowledged.subtracting(kept)
    #expect(lost.isEmpty, "\(lost.sorted().prefix(10)) of \(acknowledged.count)")
    #expect(try Store(path: store, access: .readOnly).offerCount() == kept.count)
    print(
      "kills: \(Self.kills), acknowledged: \(acknowledged.count), kept: \(kept.count), lost: \(lost.count)")
  }

  private func start(_ store: String, _ folder: ScratchFolder, _ name: String) throws -> Process {
    try Program.start(
      [
        "serve", "--store", store, "--port", "0", "--today", "2026-10-01", "--set", "rate=0", "--set",
        "spool-seconds=1", "--set", "backup-hours=1",
      ], folder: folder, name: name)
  }

  /// The store is whole, and every import's sums add up.
  private func verify(_ path: String, round: Int) throws {
    let health = try Store(path: path, access: .readOnly).health()
    let problems = health.problems.filter {
      ["DOCTOR-001", "DOCTOR-002", "DOCTOR-005"].contains($0.code)
    }
    #expect(problems.isEmpty, "round \(round): \(problems)")
  }

  private static func identifiers(of path: String) throws -> Set<String> {
    let store = try Store(path: path, access: .readOnly)
    var ids: Set<String> = []
    var before: Int64?
    repeat {
      let page = try store.offers(OfferSearch(), before: before, limit: 500)
      ids.formUnion(page.offers.map(\.identifier))
      before = page.next
    } while before != nil
    return ids
  }

  private static func lines(_ ids: [String]) -> String {
    ids.map {
      "{\"id\":\"\($0)\",\"source\":\"campagne\",\"title\":\"Soudeur\",\"description\":\"Vous soudez des pièces \($0).\","
        + "\"date\":\"2026-09-01\"}\n"
    }.joined()
  }

  /// Whether the service acknowledged a file.
  private func post(_ ids: [String], port: Int, token: String) async -> Bool {
    guard let url = URL(string: "http://127.0.0.1:\(port)/api/v1/offers?name=a.jsonl") else { return false }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.timeoutInterval = 10
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.httpBody = Data(Self.lines(ids).utf8)
    do {
      let (_, response) = try await URLSession.shared.data(for: request)
      return (response as? HTTPURLResponse)?.statusCode == 202
    } catch {
      return false
    }
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
