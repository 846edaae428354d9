import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The scenario of the portfolio through the interface of the service: from the draw to the copy that is sent, the next month's
/// offers, and what became of each of the ten. A debug program reads one offer in four.
@Suite(.serialized) struct PortfolioServiceTests {
  private let header = "date;organisme;territoire;metier_rome;observation;sens\n"

  @Test func fromTheDrawToTheNextMonth() async throws {
    let demo = try PortfolioDemo()
    let token = try Self.word(
      try demo.run(["token", "create", "--name", "Région", "--role", "administrator"]).text, prefix: "smt_")
    let server = try await Service(demo, token: token, today: "2026-09-02")
    defer { server.stop() }

    // A table of training supply first: the draw tells who teaches the gap.
    let supply = try await server.post(
      "/api/v1/supply?name=carif", csv: "organisme;intitule;departement\nCentre d’essai;CACES R489;67\n")
    #expect(supply.status == 201, "\(supply.text)")
    try await server.waitForAnalysis { $0.contains("Centre d’essai") }

    // Ten, by rule; three edits; one that saw an older revision is refused and told what changed.
    let drawn = try await server.post(
      "/api/v1/portfolios",
      json: ["id": "ge", "name": "Grand Est 2027", "region": "Grand Est", "count": 10, "perFiliere": 3])
    #expect(drawn.status == 201, "\(drawn.text)")
    let portfolio = try await server.get("/api/v1/portfolios/ge")
    #expect(try Self.pathways(portfolio).count == 10)
    let edits: [[String: Any]] = [
      ["seen": 1, "change": "retitle", "number": 1, "text": "Module un"],
      ["seen": 2, "change": "annotate", "number": 2, "text": "=1+1"],
      ["seen": 3, "change": "pin", "number": 3],
    ]
    for edit in edits {
      let reply = try await server.post("/api/v1/portfolios/ge/edits", json: edit)
      #expect(reply.status == 201, "\(reply.text)")
    }
    let stale = try await server.post("/api/v1/portfolios/ge/edits", json: edits[0])
    #expect(stale.status == 409 && stale.text.contains("REVUE-002") && stale.text.contains("Module un"))

    // Two files of field signals, one with a territory that does not exist.
    let branch = try await server.post(
      "/api/v1/field-signals?name=branche.csv",
      csv: header + "2026-08-20;Branche;67;D1106;On nous demande la tenue de caisse;manque\n"
        + "2026-08-21;Branche;Atlantide;;CACES R489;manque\n")
    #expect(branch.status == 201 && branch.text.contains("TERRAIN-010"), "\(branch.text)")
    let trainees = try await server.post(
      "/api/v1/field-signals?name=stagiaires.csv",
      csv: header + "2026-08-22;\"=cmd|' /C calc'!A0\";;;Nous avons vu le CACES R482 partout;manque\n")
    #expect(trainees.status == 201)

    // A forum fills in the sheet the service gives.
    let sheet = try await server.get("/api/v1/portfolios/ge/sheet").text
    let filled = sheet.split(separator: "\r\n").enumerated().map {
      $0.offset == 0 ? String($0.element) : $0.element.dropLast(4) + ",9,1,valider,Bien"
    }.joined(separator: "\r\n")
    let forum = try await server.post(
      "/api/v1/portfolios/ge/forums?forum=forum-strasbourg&date=2026-09-01", csv: filled + "\r\n")
    #expect(forum.status == 201, "\(forum.text)")
    let again = try await server.post("/api/v1/portfolios/ge/forums?forum=forum-strasbourg", csv: filled)
    #expect(again.status == 409)
    #expect(try await server.states("ge") == Array(repeating: "validated", count: 10))

    // Frozen, and sent.
    let revision = try await server.revision("ge")
    #expect(try await server.post("/api/v1/portfolios/ge/freeze", json: ["seen": revision]).status == 201)
    let fingerprint = try #require(try await server.frozen("ge"))
    let copy = try await server.get("/api/v1/portfolios/ge/frozen/\(fingerprint)")
    #expect(copy.status == 200 && copy.text.contains("Grand Est 2027"))
    let sent = try await server.post("/api/v1/portfolios/ge/sendings", json: ["why": "Envoi à la Dreets"])
    #expect(sent.status == 201, "\(sent.text)")
    #expect(try await server.states("ge") == Array(repeating: "sent", count: 10))
    let before = try await server.get("/api/v1/portfolios/ge/standings")
    #expect(before.status == 200)
    server.stop()

    // A new month of offers; the service says what changed for each of the ten, in JSON and on the page.
    #expect(try demo.run(["import", "offers", demo.later, "--today", "2026-10-01"]).status == 0)
    let later = try await Service(demo, token: token, today: "2026-10-01")
    defer { later.stop() }
    let standings = try await later.get("/api/v1/portfolios/ge/standings")
    let rows = try #require(standings.object["standings"] as? [[String: Any]])
    #expect(rows.count == 10)
    #expect(rows.allSatisfy { ["same", "recomposed", "vanished"].contains($0["outcome"] as? String ?? "") })
    #expect(rows.contains { !($0["changes"] as? [String] ?? []).isEmpty })
    #expect(try standings.object["unchanged"] as? Bool == false)
    let page = try await later.get("/portefeuilles/ge")
    #expect(page.status == 200 && page.text.contains("ne disent plus tout à fait la même chose"))
    later.stop()

    // The log replays to the same state.
    let replayed = try demo.run(["audit", "replay", "--into", demo.folder.path("rejoue.sqlite")])
    #expect(replayed.status == 0 && replayed.text.contains("Même état que"), "\(replayed.messages)")
  }

  @Test func whatCannotBeDoneIsSaid() async throws {
    let demo = try PortfolioDemo()
    let token = try Self.word(
      try demo.run(["token", "create", "--name", "Région", "--role", "administrator"]).text, prefix: "smt_")
    let server = try await Service(demo, token: token, today: "2026-09-02")
    defer { server.stop() }
    // Fewer than wanted is accepted, with the shortfall.
    let few = try await server.post(
      "/api/v1/portfolios",
      json: ["id": "peu", "name": "Peu", "filiere": "numerique", "count": 40, "allowExpired": true])
    #expect(few.status == 201, "\(few.text)")
    let standings = try await server.get("/api/v1/portfolios/peu/standings")
    #expect(try (standings.object["shortfall"] as? Int ?? 0) > 0)
    // Somebody else has the name, no such filière, no such candidate, no such change, nothing frozen.
    let draws: [([String: Any], Int)] = [
      (["id": "peu", "name": "Peu"], 409), (["id": "x", "name": "X", "filiere": "astronautique"], 422),
      (["id": "Ge !", "name": "X"], 422), (["id": "x", "name": "X", "pinned": ["RNCP1:absent"]], 422),
      (["id": "x", "name": "X", "count": 0], 400), (["name": "X"], 400),
      (["id": "x", "name": "X", "seen": 3], 404),
    ]
    for (body, status) in draws {
      let reply = try await server.post("/api/v1/portfolios", json: body)
      #expect(reply.status == status, "\(body) \(reply.text)")
    }
    let megabyte = String(repeating: "é", count: 1 << 19)
    let edits: [([String: Any], Int)] = [
      (["seen": 1, "change": "fly", "number": 1], 400), (["seen": 1, "change": "retitle", "number": 1], 400),
      (["seen": 1, "change": "remove", "number": 999], 404),
      (["seen": 1, "change": "annotate", "number": 1, "text": megabyte], 422),
      (["seen": 1, "change": "add", "key": "RNCP1:absent"], 422),
    ]
    for (body, status) in edits {
      let reply = try await server.post("/api/v1/portfolios/peu/edits", json: body)
      #expect(reply.status == status, "\(body.keys) \(reply.text.prefix(300))")
    }
    #expect(try await server.post("/api/v1/portfolios/peu/sendings", json: ["why": "x"]).status == 409)
    #expect(try await server.get("/api/v1/portfolios/absent/standings").status == 404)
    #expect(try await server.get("/api/v1/portfolios/peu/frozen/00").status == 404)
    #expect(try await server.post("/api/v1/supply", csv: "a;b\n1;2\n").status == 422)
    let forum = try await server.post("/api/v1/portfolios/peu/forums?forum=f", csv: "a,b\n1,2\n")
    #expect(forum.status == 422 && forum.text.contains("FORUM-001"))
  }

  private static func word(_ text: String, prefix: String) throws -> String {
    try #require(text.split { $0.isWhitespace }.map(String.init).first { $0.hasPrefix(prefix) })
  }

  private static func pathways(_ reply: Service.Reply) throws -> [[String: Any]] {
    let document = try #require(reply.object["document"] as? [String: Any])
    return try #require(document["pathways"] as? [[String: Any]])
  }
}

/// A running service.
private final class Service {
  struct Reply {
    let status: Int
    let text: String

    /// The answer as a JSON object.
    var object: [String: Any] {
      get throws { try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]) }
    }
  }

  private let process: Process
  private let token: String
  private let port: Int

  init(_ demo: PortfolioDemo, token: String, today: String) async throws {
    let name = "serve-\(today)-\(UUID().uuidString.prefix(4))"
    process = try Program.start(
      ["serve", "--store", demo.store, "--today", today, "--port", "0"], folder: demo.folder, name: name)
    self.token = token
    port = try await Program.port(demo.folder.path("\(name).err"), of: process)
    try await waitForAnalysis { _ in true }
  }

  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  func get(_ path: String) async throws -> Reply { try await send("GET", path) }

  func post(_ path: String, json: [String: Any]) async throws -> Reply {
    try await send(
      "POST", path, type: "application/json", body: try JSONSerialization.data(withJSONObject: json))
  }

  func post(_ path: String, csv: String) async throws -> Reply {
    try await send("POST", path, type: "text/csv", body: Data(csv.utf8))
  }

  /// Waits until the published candidates are as wanted.
  func waitForAnalysis(_ isThere: (String) -> Bool) async throws {
    for _ in 0..<1200 {
      let reply = try await get("/api/v1/candidates")
      if reply.status == 200, isThere(reply.text) { return }
      try await Task.sleep(for: .milliseconds(250))
    }
    Issue.record("the analysis is not published")
    throw CancellationError()
  }

  func document(_ id: String) async throws -> [String: Any] {
    try #require(try await get("/api/v1/portfolios/\(id)").object["document"] as? [String: Any])
  }

  func revision(_ id: String) async throws -> Int { try #require(try await document(id)["revision"] as? Int) }

  func frozen(_ id: String) async throws -> String? {
    (try await document(id)["frozen"] as? [[String: Any]])?.last?["fingerprint"] as? String
  }

  /// The last decision of each pathway.
  func states(_ id: String) async throws -> [String] {
    let pathways = try #require(try await document(id)["pathways"] as? [[String: Any]])
    return pathways.map { pathway in
      ((pathway["decisions"] as? [[String: Any]])?.last?["state"] as? String) ?? "proposed"
    }
  }

  private func send(_ method: String, _ path: String, type: String? = nil, body: Data? = nil) async throws
    -> Reply
  {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    request.timeoutInterval = 300
    request.cachePolicy = .reloadIgnoringLocalCacheData
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    if let type { request.setValue(type, forHTTPHeaderField: "Content-Type") }
    request.httpBody = body
    let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    let status = try #require(response as? HTTPURLResponse).statusCode
    return Reply(status: status, text: String(decoding: data, as: UTF8.self))
  }
}
