import Foundation
import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

/// Draws for a region: in the background when its offers are not counted yet.
@Suite struct RegionalDeskTests {
  private let body = #"{"id":"ge","name":"Grand Est 2027","region":"44","count":3,"allowExpired":true}"#

  private func draw(_ service: TestService, _ token: String, _ body: String) async throws -> TestService.Reply
  {
    try await service.send(
      "POST", "/api/v1/portfolios", token: token, headers: ["Content-Type": "application/json"], body: body)
  }

  @Test func aDrawWaitsForItsAnalysis() async throws {
    let service = try TestService.published(withOffers: true)
    let token = try service.token(.reviewer, name: "Relectrice")
    let taken = try await draw(service, token, body)
    #expect(taken.status == 202 && taken["kind"] as? String == "portfolio-draw", "\(taken.text)")
    #expect(taken["name"] as? String == "Grand Est 2027")
    let place = try #require(taken.headers[.location])
    #expect(try service.app.store.portfolios().isEmpty)
    // A second who asks waits for the same analysis.
    let other = body.replacing("\"ge\"", with: "\"ge-2\"")
    #expect(try await draw(service, token, other).status == 202)
    await service.work()
    let jobs = try service.app.store.jobs(before: nil, limit: 10)
    #expect(jobs.count { $0.kind == "regional-analysis" } == 1)
    #expect(jobs.allSatisfy { $0.state == .done }, "\(jobs)")
    let job = try await service.send("GET", place, token: token)
    #expect((job["result"] as? [String: Any])?["portfolio"] as? String == "ge")
    let portfolio = try service.app.store.portfolio("ge")
    #expect(portfolio.scope == PortfolioScope(kind: .region, name: "Grand Est", code: "44"))
    #expect(try service.app.store.audit(subject: "ge", after: 0, limit: 5).map(\.who) == ["Relectrice"])
    // Now it is at hand: drawn again at once, refused at once.
    let again = body.replacing("\"count\"", with: "\"seen\":1,\"count\"")
    #expect(try await draw(service, token, again).status == 201)
    #expect(try await draw(service, token, again).status == 409)
    #expect(try await service.send("GET", "/api/v1/portfolios/ge/standings", token: token).status == 200)
  }

  @Test func whatIsHeldAgainstItComesLater() async throws {
    let service = try TestService.published(withOffers: true)
    let token = try service.token(.reviewer)
    _ = try await draw(service, token, body)
    await service.work()
    // Another analysis is published: that of the region is to be made anew.
    let old = try service.app.publication.current()
    service.app.publication.publish(
      try Published(
        analysis: old.analysis, engine: old.engine, store: old.observatory.store,
        made: service.app.clock.now()))
    let early = try await service.send("GET", "/api/v1/portfolios/ge/standings", token: token)
    #expect(early.status == 503 && early.code == "API-009" && early.headers[.retryAfter] == "15")
    await service.work()
    #expect(try await service.send("GET", "/api/v1/portfolios/ge/standings", token: token).status == 200)
  }

  @Test func aDrawIsMadeOnce() async throws {
    let service = try TestService.published(withOffers: true)
    let app = service.app
    let request = try JSONDecoder().decode(PortfolioRequest.self, from: Data(body.utf8))
    let desk = RegionalDesk(app: app)
    let id = try app.jobs.add(
      .portfolioDraw, desk.parameters(request), requester: "Relectrice", store: app.store, clock: app.clock)
    await service.work()
    #expect(try app.store.job(id)?.state == .done)
    // The process died before the job was ended: it is taken up again.
    try app.store.requeueJob(id)
    await service.work()
    #expect(try app.store.job(id)?.state == .done)
    #expect(try app.store.audit(subject: "ge", after: 0, limit: 5).count == 1)
    // Somebody else's draw of that name is refused.
    let late = try app.jobs.add(
      .portfolioDraw, desk.parameters(request), requester: "Autre", store: app.store, clock: app.clock)
    await service.work()
    let refused = try #require(try app.store.job(late))
    #expect(refused.state == .failed && refused.message?.contains("REVUE-005") == true)
  }
}
