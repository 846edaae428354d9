import Foundation
import HTTPTypes
import SkillMiner
import TestSupport
import Testing

@testable import miner_daemon

/// What single routes answer, without an analysis.
@Suite struct RouteTests {
  @Test func tellsAWrongMethodFromAWrongPath() async throws {
    let service = try TestService()
    let path = try await service.send("GET", "/api/v1/nulle-part")
    #expect(path.status == 404)
    #expect(path.code == "API-001")
    let method = try await service.send("PUT", "/api/v1/offers/7")
    #expect(method.status == 405)
    #expect(method.headers[.allow] == "GET, HEAD")
    #expect(method.code == "API-002")
  }

  @Test func saysWhenTheFirstAnalysisIsNotReady() async throws {
    let service = try TestService()
    for path in ["/health/ready", "/api/v1/candidates", "/api/v1/coverage", "/api/v1/signals"] {
      let reply = try await service.send("GET", path)
      #expect(reply.status == 503)
      #expect(reply.code == "API-009")
      #expect(reply.headers[.retryAfter] != nil)
    }
  }

  @Test func refusesWhatItCannotRead() async throws {
    let service = try TestService()
    for query in [
      "limit=0", "limit=501", "limit=x", "limit=5&limit=6", "cursor=-1", "from=hier", "occupation=X",
      "territory=67",
      "q=%FF", "q=%2", "q=a%00b", "territory=planete:1",
    ] {
      let reply = try await service.send("GET", "/api/v1/offers?" + query)
      #expect(reply.status == 400, "\(query)")
      #expect(reply.code == "API-003", "\(query)")
    }
    let form = try await service.send(
      "GET", "/api/v1/candidates", headers: ["Accept": "image/png"])
    #expect(form.status == 503)
    for path in [
      "/api/v1/offers/0", "/api/v1/offers/abc", "/api/v1/offers/99999999999999999999",
      "/api/v1/offers/..%2f..%2fetc",
    ] {
      let reply = try await service.send("GET", path)
      #expect(reply.status == 404, "\(path)")
    }
  }

  @Test func listsSectorsOfALevel() async throws {
    let service = try TestService()
    func codes(_ query: String) async throws -> [String] {
      let reply = try await service.send("GET", "/api/v1/sectors" + query)
      #expect(reply.status == 200, "\(reply.text)")
      return (reply["items"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    }
    #expect(try await codes("").count == 88)
    #expect(try await codes("?level=section").joined() == "ABCDEFGHIJKLMNOPQRSTU")
    // Finer levels are there when they were imported.
    #expect(try await codes("?level=group").isEmpty)
    #expect(try await service.send("GET", "/api/v1/sectors?level=rue").status == 400)
  }

  @Test func takesAnUploadInPieces() async throws {
    let service = try TestService()
    let token = try service.token(.contributor)
    let begun = try await service.send("POST", "/api/v1/uploads?name=..%2F..%2Fa.jsonl", token: token)
    #expect(begun.status == 201)
    #expect(begun["name"] as? String == "a.jsonl")
    let address = try #require(begun.headers[.location])
    func piece(_ text: String, at offset: String) async throws -> TestService.Reply {
      try await service.send("PATCH", address, token: token, headers: ["Upload-Offset": offset], body: text)
    }
    #expect(try await piece("abc", at: "0").status == 204)
    let late = try await piece("abc", at: "0")
    #expect(late.status == 409)
    #expect(late.headers[HeaderNames.uploadOffset] == "3")
    #expect(try await piece("d", at: "x").status == 400)
    #expect(try await piece("def", at: "3").status == 204)
    #expect(try await service.send("GET", address, token: token)["offset"] as? Int == 6)
    let id = try #require(address.split(separator: "/").last)
    let taken = try await service.send("POST", "/api/v1/offers?upload=\(id)", token: token)
    #expect(taken.status == 202)
    #expect(try await service.send("GET", address, token: token).status == 404)
    let work = try #require(try service.app.spool?.files(in: "work"))
    #expect(work.count == 1)
    let bytes = try Data(contentsOf: URL(filePath: service.folder.path("spool/work/\(work[0])")))
    #expect(String(decoding: bytes, as: UTF8.self) == "abcdef")
  }

  @Test func refusesUploadsThatAreTooLargeOrEmpty() async throws {
    let service = try TestService { $0.uploadLimit = 1 }
    let token = try service.token(.contributor)
    let large = String(repeating: "x", count: (1 << 20) + 1)
    let reply = try await service.send("POST", "/api/v1/offers", token: token, body: large)
    #expect(reply.status == 413)
    let announced = try await service.send(
      "POST", "/api/v1/offers", token: token, headers: ["Content-Length": "5497558138880"])
    #expect(announced.status == 413)
    #expect(try await service.send("POST", "/api/v1/offers", token: token).status == 400)
    let parts = try await service.send(
      "POST", "/api/v1/offers", token: token, headers: ["Content-Type": "multipart/form-data; boundary=x"],
      body: "--x")
    #expect(parts.status == 415)
    #expect(try service.app.spool?.all(in: "uploads").isEmpty == true)
    #expect(try service.app.spool?.all(in: "work").isEmpty == true)
  }

  @Test func exportsLeadNowhereElse() async throws {
    let service = try TestService()
    let token = try service.token(.reader)
    try service.folder.write("secret", to: "spool/secret.txt")
    for name in ["..%2Fsecret.txt", "%2e%2e%2fsecret.txt", "..", "%00", "secret.txt"] {
      let reply = try await service.send("GET", "/api/v1/exports/\(name)", token: token)
      #expect(reply.status == 404 || reply.status == 400, "\(name)")
      #expect(!reply.text.contains("secret\n") && reply.text != "secret", "\(name)")
    }
  }

  @Test func problemsSayNothingOfTheInside() async throws {
    let service = try TestService()
    let reply = try await service.send("GET", "/api/v1/offers/abc")
    #expect(!reply.text.contains(service.folder.url.path))
    #expect(reply["request"] as? String == reply.headers[HeaderNames.requestID])
    #expect(reply.headers[.contentType]?.hasPrefix("application/problem+json") == true)
  }

  @Test func countsRequestsForPrometheus() async throws {
    let service = try TestService()
    _ = try await service.send("GET", "/health/live")
    let text = try await service.send("GET", "/metrics").text
    #expect(
      text.contains(
        "skillminer_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1\n"))
    #expect(text.contains("skillminer_request_duration_seconds_count 1\n"))
  }
}
