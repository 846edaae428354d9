import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

/// Who sees small numbers: over every way in.
@Suite struct ReadershipTests {
  /// The table of months of one competency, where every month has few offers.
  private let address: String

  init() throws { address = try SiteFixture.shared.get().scarce + ".json" }

  private func seesAll(
    _ service: TestService, token: String? = nil, headers: [String: String] = [:], host: String = "localhost"
  ) async throws -> Bool {
    let page = try await service.send("GET", address, token: token, headers: headers, host: host)
    #expect(page.status == 200, "\(page.text)")
    let offers = try await service.send(
      "GET", "/api/v1/offers", token: token, headers: headers, host: host)
    let all = !page.text.contains("secret statistique")
    #expect(offers.status == (all ? 200 : 401))
    return all
  }

  @Test func theOwnerAndWhoIsKnownSeeAll() async throws {
    let service = try TestService.published(withOffers: true)
    #expect(try await seesAll(service))
    #expect(try await seesAll(service, host: "127.0.0.1:8080"))
    let open = try TestService.published(withOffers: true) { $0.host = "0.0.0.0" }
    #expect(try await seesAll(open, token: try open.token(.reader)))
  }

  @Test func nobodyInParticularSeesWhatIsPublished() async throws {
    #expect(try await !seesAll(try TestService.published(withOffers: true) { $0.host = "0.0.0.0" }))
    #expect(try await !seesAll(try TestService.published(withOffers: true) { $0.publishedOnly = true }))
    #expect(
      try await !seesAll(try TestService.published(withOffers: true) { $0.trustedHeader = "X-Remote-User" }))
    #expect(
      try await !seesAll(
        try TestService.published(withOffers: true) {
          $0.allowedHosts = ["localhost", "competences.exemple.fr"]
        }))
    let local = try TestService.published(withOffers: true)
    #expect(try await !seesAll(local, host: "competences.exemple.fr"))
    for mark in ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"] {
      #expect(try await !seesAll(local, headers: [mark: "for=192.0.2.1"]), "\(mark)")
    }
  }

  @Test func cachesKeepBothApart() async throws {
    let service = try TestService.published(withOffers: true)
    let forwarded = ["X-Forwarded-For": "192.0.2.1"]
    for path in [address, "/api/v1/candidates", "/api/v1/coverage", "/api/v1/referentials"] {
      let all = try await service.send("GET", path)
      let some = try await service.send("GET", path, headers: forwarded)
      #expect(all.status == 200 && some.status == 200, "\(path)")
      #expect(all.headers[.eTag] != some.headers[.eTag], "\(path)")
      #expect(
        some.headers[.vary]?.contains("Authorization") == true
          && some.headers[.vary]?.contains("Cookie") == true)
      let tag = try #require(all.headers[.eTag])
      let again = try await service.send(
        "GET", path, headers: forwarded.merging(["If-None-Match": tag]) { $1 })
      #expect(again.status == 200, "\(path)")
    }
  }

  @Test func dataOfTheInterfaceKeepSmallNumbersBack() async throws {
    let service = try TestService.published(withOffers: true) { $0.publishedOnly = true }
    let token = try service.token(.reader)
    for path in ["/api/v1/candidates", "/api/v1/coverage"] {
      let reply = try await service.send("GET", path)
      for figures in families(reply.json) {
        if let offers = figures["offers"] as? Int {
          #expect(offers == 0 || offers >= 10, "\(path) \(figures)")
          #expect((figures["employers"] as? Int ?? 0) >= 5, "\(path) \(figures)")
        } else {
          #expect(figures["demand"] as? Double == nil && figures["secret"] as? Bool == true)
        }
      }
    }
    // Other periods than everybody's would give months away.
    let window = "/api/v1/signals?window=2026-01..2026-03&reference=2025-01..2025-03"
    #expect(try await service.send("GET", window).status == 401)
    #expect(try await service.send("GET", window, token: token).status == 200)
    let signals = try await service.send("GET", "/api/v1/signals")
    #expect(signals.status == 200, "\(signals.text)")
    for row in (signals["rows"] as? [[String: Any]]) ?? [] {
      for name in ["offers_reference", "offers_recent"] {
        if let offers = row[name] as? Int { #expect(offers == 0 || offers >= 10, "\(row)") }
      }
    }
  }

  private func families(_ json: Any?) -> [[String: Any]] {
    let lists = (json as? [String: Any]).flatMap { $0["candidates"] ?? $0["certifications"] }
    return ((lists as? [[String: Any]]) ?? []).flatMap { $0["families"] as? [[String: Any]] ?? [] }
  }
}
