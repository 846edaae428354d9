import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

extension TestService {
  /// What a browser says of a form.
  static let form = ["Content-Type": "application/x-www-form-urlencoded"]

  /// A service that has published the analysis the tests of the pages share.
  ///
  /// - Parameter withOffers: whether pages look offers up in the store that was analysed, rather than in the empty one
  ///   of the service.
  static func published(
    withOffers: Bool = false, _ change: (inout ServiceSettings) -> Void = { _ in }
  ) throws -> TestService {
    let service = try TestService(change)
    let fixture = try SiteFixture.shared.get()
    let observatory = fixture.site.observatory
    service.app.publication.publish(
      try Published(
        analysis: try #require(observatory.result), engine: fixture.engine,
        store: withOffers ? observatory.store : service.app.store, made: service.app.clock.now()))
    return service
  }

  /// Signs in on the page.
  ///
  /// - Returns: the headers of whoever signed in, and what their forms must bring back.
  func signIn(_ role: Role, name: String = "Relectrice d’essai") async throws -> (
    headers: [String: String], csrf: String
  ) {
    let token = try token(role, name: name)
    let entered = try await send("POST", "/connexion", headers: Self.form, body: "jeton=\(token)")
    let cookie = try #require(entered.headers[.setCookie]?.split(separator: ";").first.map(String.init))
    let headers = Self.form.merging(["Cookie": cookie]) { $1 }
    let session = try await send("GET", "/api/v1/session", headers: headers)
    return (headers, try #require(session["csrf"] as? String))
  }

  /// Does the jobs that wait, lane by lane, until none does.
  func work() async {
    let runners = JobKind.Lane.allCases.map { JobRunner(app: app, lane: $0) }
    var isDone = false
    while !isDone {
      isDone = true
      for runner in runners { while await runner.workOne() { isDone = false } }
    }
  }
}
