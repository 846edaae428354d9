import Foundation
import HTTPTypes
import SkillMiner
import TestSupport
import Testing

@testable import miner_daemon

/// The OpenAPI document tells the truth about the router.
@Suite struct OpenAPITests {
  @Test func describesEveryRouteAndNoOther() throws {
    let service = try TestService()
    // Pages are for people; everything else is described.
    let routes = service.endpoints.filter {
      $0.path.hasPrefix("/api/") || $0.path.hasPrefix("/health/") || $0.path == "/metrics"
    }
    let described = Operations.all.map { Endpoint(method: $0.method, path: $0.path, access: $0.access) }
    #expect(Set(routes) == Set(described))
    #expect(described.count == Set(described).count)
    #expect(
      Set(service.endpoints.map { "\($0.method) \($0.path)" }).count == service.endpoints.count)
  }

  @Test func isWellFormedAndItsReferencesLead() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.text.utf8)) as? [String: Any])
    #expect(document["openapi"] as? String == "3.1.0")
    var identifiers: [String] = []
    func look(_ value: Any) {
      if let object = value as? [String: Any] {
        if let name = object["operationId"] as? String { identifiers.append(name) }
        if let reference = object["$ref"] as? String {
          var target: Any? = document
          for part in reference.split(separator: "/").dropFirst() {
            target = (target as? [String: Any])?[String(part)]
          }
          #expect(target != nil, "\(reference)")
        }
        for value in object.values { look(value) }
      } else if let list = value as? [Any] {
        for value in list { look(value) }
      }
    }
    look(document)
    #expect(identifiers.count == Operations.all.count)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func isServedWithATag() async throws {
    let service = try TestService()
    let first = try await service.send("GET", "/api/v1/openapi.json")
    #expect(first.status == 200)
    let tag = try #require(first.headers[.eTag])
    let again = try await service.send("GET", "/api/v1/openapi.json", headers: ["If-None-Match": tag])
    #expect(again.status == 304)
    #expect(again.text.isEmpty)
  }
}
