import Foundation
import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

/// Observations typed in on the page: kept with who said so, refused with the column and the way out.
@Suite struct FieldFormsTests {
  private func service(_ role: Role) async throws -> (
    service: TestService, headers: [String: String], csrf: String
  ) {
    let service = try TestService.published()
    try service.app.furnish()
    let (headers, csrf) = try await service.signIn(role)
    return (service, headers, csrf)
  }

  private let good =
    "date=2026-11-20&sens=manque&observation=Conduire+un+chariot+%C3%A9l%C3%A9vateur+%3Cb%3E&role=entreprise&effectif=3"

  @Test func anObservationIsKeptAndShown() async throws {
    let (service, headers, csrf) = try await service(.contributor)
    let page = try await service.send("GET", "/signaux-terrain", headers: headers)
    #expect(page.status == 200 && page.text.contains("name=\"observation\""))
    let sent = try await service.send(
      "POST", "/signaux-terrain", headers: headers, body: good + "&csrf=\(csrf)")
    #expect(sent.status == 303 && sent.headers[.location] == "/signaux-terrain")
    let kept = try #require(try service.app.store.fieldSignals().first)
    #expect(kept.direction == .missing && kept.role == .company && kept.weight == 3)
    #expect(kept.date == "2026-11-20" && kept.words.contains("chariot"))
    // Twice the same is one.
    _ = try await service.send("POST", "/signaux-terrain", headers: headers, body: good + "&csrf=\(csrf)")
    #expect(try service.app.store.fieldSignals().count == 1)
    let shown = try await service.send("GET", "/signaux-terrain", headers: headers)
    #expect(shown.text.contains("&lt;b&gt;") && !shown.text.contains("élévateur <b>"))
  }

  @Test(arguments: [
    ("date=hier&sens=manque&observation=x", "TERRAIN-003"),
    ("date=2026-11-20&sens=peut-%C3%AAtre&observation=x", "TERRAIN-002"),
    ("date=2026-11-20&sens=manque", "TERRAIN-007"),
    ("date=2026-11-20&sens=manque&observation=x&metier_rome=Z9999", "TERRAIN-005"),
    ("date=2026-11-20&sens=manque&observation=x&certification=CAP", "TERRAIN-006"),
    ("date=2026-11-20&sens=manque&observation=x&effectif=-2", "TERRAIN-009"),
  ])
  func whatCannotBeUsedIsRefusedWithItsCode(body: String, code: String) async throws {
    let (service, headers, csrf) = try await service(.contributor)
    let reply = try await service.send(
      "POST", "/signaux-terrain", headers: headers, body: body + "&csrf=\(csrf)")
    #expect(reply.status == 400)
    #expect(reply.text.contains(code))
    #expect(try service.app.store.fieldSignals().isEmpty)
  }

  @Test func readersAndForgersAddNothing() async throws {
    let (service, headers, csrf) = try await service(.reader)
    let page = try await service.send("GET", "/signaux-terrain", headers: headers)
    #expect(!page.text.contains("name=\"observation\"") && page.text.contains("rôle de contributeur"))
    #expect(
      try await service.send("POST", "/signaux-terrain", headers: headers, body: good + "&csrf=\(csrf)")
        .status
        == 403)
    let other = try await self.service(.contributor)
    #expect(
      try await other.service.send("POST", "/signaux-terrain", headers: other.headers, body: good).status
        == 403)
    #expect(try other.service.app.store.fieldSignals().isEmpty)
  }
}
