import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The server as it runs: a port of its own, answers, a busy port, the end.
@Suite struct ServeTests {
  @Test func answersUntilItIsTold() async throws {
    let folder = try ScratchFolder()
    let store = folder.path("demo.sqlite")
    let made = try Program.run(["demo", "--store", store, "--report", folder.path("r.html")])
    #expect(made.status == 0, "\(made.messages)")
    let arguments = ["serve", "--store", store, "--today", "2026-10-01", "--port"]
    let server = try Program.start(arguments + ["0"], folder: folder, name: "serve")
    defer { if server.isRunning { server.terminate() } }
    let port = try await Program.port(folder.path("serve.err"), of: server)

    let live = try await get("/health/live", port)
    #expect(live.status == 200)
    #expect(live.type.hasPrefix("application/json"))
    #expect(live.text.contains(#""status":"ok""#))

    let expected = try Reports(store: store, today: "2026-10-01")
    let candidates = try await get("/api/v1/candidates", port)
    #expect(candidates.body == expected.json)
    let home = try await get("/", port)
    #expect(home.status == 200 && home.type.hasPrefix("text/html"))
    #expect(home.text.contains("Observatoire des compétences"))
    let tag = try #require(candidates.tag)
    #expect(tag == "\"\(try Candidates(json: expected.json).fingerprint)\"")
    #expect(try await get("/api/v1/candidates", port, known: tag).status == 304)

    // People get a page that helps, programs a problem.
    let unknown = try await get("/nulle-part", port)
    #expect(unknown.status == 404 && unknown.type.hasPrefix("text/html"))
    let problem = try await get("/api/v1/nulle-part", port)
    #expect(problem.status == 404 && problem.type.hasPrefix("application/problem+json"))

    // One service a store, one service a port.
    let second = try Program.run(arguments + ["\(port)"])
    #expect(second.status == 1)
    #expect(second.messages.contains("STORE-007"))
    let other = try Program.run(["serve", "--store", folder.path("autre.sqlite"), "--port", "\(port)"])
    #expect(other.status == 1)
    #expect(other.messages.contains("Le port \(port) est déjà pris"))

    server.terminate()
    server.waitUntilExit()
    #expect(server.terminationReason == .exit)
    #expect(server.terminationStatus == 0)
  }

  private struct Reply {
    let status: Int
    let type: String
    let tag: String?
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private func get(_ path: String, _ port: Int, known tag: String? = nil) async throws -> Reply {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.cachePolicy = .reloadIgnoringLocalCacheData
    if let tag { request.setValue(tag, forHTTPHeaderField: "If-None-Match") }
    let (body, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return Reply(
      status: http.statusCode, type: http.value(forHTTPHeaderField: "Content-Type") ?? "",
      tag: http.value(forHTTPHeaderField: "ETag"), body: body)
  }
}
