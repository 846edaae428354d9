import Foundation
import HTTPTypes
import SkillMiner
import TestSupport
import Testing

@testable import miner_daemon

/// Every route against everybody: none forgets to ask.
@Suite struct AccessMatrixTests {
  @Test(arguments: [false, true]) func everyRouteAsksForItsRole(requiresToken: Bool) async throws {
    let service = try TestService { $0.requiresToken = requiresToken }
    var tokens: [(Role?, String?)] = [(nil, nil)]
    for role in Role.allCases { tokens.append((role, try service.token(role))) }
    for endpoint in service.endpoints {
      let path = endpoint.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
      let needed = endpoint.access.needed(requiresToken: requiresToken)
      for (role, token) in tokens {
        let reply = try await service.send(
          endpoint.method, "/" + path.joined(separator: "/"), token: token,
          headers: ["Content-Type": "application/json"], body: "{}")
        let who = "\(endpoint.method) \(endpoint.path) as \(role?.rawValue ?? "nobody"): \(reply.status)"
        if let needed {
          if let role {
            if role < needed {
              #expect(reply.status == 403, "\(who)")
            } else {
              #expect(reply.status != 403, "\(who)")
            }
          } else {
            #expect(reply.status == 401, "\(who)")
            #expect(reply.headers[.wwwAuthenticate] != nil, "\(who)")
          }
        } else {
          #expect(reply.status != 401 && reply.status != 403, "\(who)")
        }
        #expect(reply.status < 500 || reply.status == 503, "\(who)")
        #expect(reply.headers[.xContentTypeOptions] == "nosniff", "\(who)")
        #expect(reply.headers[.contentSecurityPolicy] != nil, "\(who)")
      }
    }
  }

  @Test func wrongCredentialsAreRefusedEvenWhereNoneAreNeeded() async throws {
    let service = try TestService()
    let good = try service.token(.reader)
    for bad in ["", "x", "smt_", good + "x", String(good.dropLast()), good.replacing(".", with: "")] {
      let reply = try await service.send("GET", "/health/live", token: bad)
      #expect(reply.status == 401, "\(bad)")
      #expect(reply.code == "API-004")
    }
    let basic = try await service.send("GET", "/health/live", headers: ["Authorization": "Basic eDp4"])
    #expect(basic.status == 401)
    #expect(try await service.send("GET", "/health/live", token: good).status == 200)
  }

  @Test func aRevokedOrExpiredTokenEnds() async throws {
    let service = try TestService()
    let token = try service.token(.reader)
    let short = try service.token(.reader, days: 1)
    #expect(try await service.send("GET", "/api/v1/jobs", token: token).status == 200)
    #expect(try await service.send("GET", "/api/v1/jobs", token: short).status == 200)
    let id = try #require(TokenText(token)?.id)
    #expect(try service.app.store.revokeToken(id, at: "2026-01-01T00:00:00Z"))
    #expect(try !service.app.store.revokeToken(id, at: "2026-01-02T00:00:00Z"))
    service.clock.advance(seconds: 10)
    #expect(try await service.send("GET", "/api/v1/jobs", token: token).status == 401)
    #expect(try await service.send("GET", "/api/v1/jobs", token: short).status == 200)
    service.clock.advance(seconds: 86400)
    #expect(try await service.send("GET", "/api/v1/jobs", token: short).status == 401)
  }

  @Test func guessingATokenIsSlow() async throws {
    let service = try TestService()
    let good = try service.token(.reader)
    let guess = String(good.dropLast(5)) + "AAAAA"
    var statuses: [Int] = []
    for _ in 0..<12 { statuses.append(try await service.send("GET", "/api/v1/jobs", token: guess).status) }
    #expect(statuses.prefix(10).allSatisfy { $0 == 401 })
    #expect(statuses.last == 429)
  }

  @Test func aSessionNeedsItsProofToChangeAnything() async throws {
    let service = try TestService()
    let token = try service.token(.administrator)
    let form = ["Content-Type": "application/x-www-form-urlencoded"]
    let refused = try await service.send("POST", "/connexion", headers: form, body: "jeton=faux")
    #expect(refused.status == 401)
    let foreign = try await service.send(
      "POST", "/connexion", headers: form.merging(["Sec-Fetch-Site": "cross-site"]) { $1 },
      body: "jeton=\(token)")
    #expect(foreign.status == 403)
    let entered = try await service.send("POST", "/connexion", headers: form, body: "jeton=\(token)")
    #expect(entered.status == 303)
    let header = try #require(entered.headers[.setCookie])
    #expect(header.contains("HttpOnly") && header.contains("SameSite=Strict"))
    let cookie = ["Cookie": String(header.prefix { $0 != ";" })]

    let session = try await service.send("GET", "/api/v1/session", headers: cookie)
    #expect(session["role"] as? String == "administrator")
    let csrf = try #require(session["csrf"] as? String)
    let bare = try await service.send("POST", "/api/v1/backups", headers: cookie)
    #expect(bare.status == 403)
    #expect(bare.code == "API-006")
    let wrong = try await service.send(
      "POST", "/api/v1/backups", headers: cookie.merging(["X-CSRF-Token": "x" + csrf]) { $1 })
    #expect(wrong.status == 403)
    let proven = try await service.send(
      "POST", "/api/v1/backups", headers: cookie.merging(["X-CSRF-Token": csrf]) { $1 })
    #expect(proven.status == 202)
    let left = try await service.send(
      "POST", "/deconnexion", headers: cookie.merging(form) { $1 }, body: "csrf=\(csrf)")
    #expect(left.status == 303)
    #expect(try await service.send("GET", "/api/v1/jobs", headers: cookie).status == 401)
  }

  @Test func headersOfAProxyAreBelievedOnlyFromIt() async throws {
    let service = try TestService {
      $0.trustedHeader = "X-Remote-User"
      $0.trustedRoleHeader = "X-Remote-Role"
    }
    // The peer of a test has no address, so it is no trusted proxy.
    let reply = try await service.send(
      "GET", "/api/v1/jobs", headers: ["X-Remote-User": "a", "X-Remote-Role": "administrator"])
    #expect(reply.status == 401)
  }

  @Test func answersUnderItsOwnNamesOnly() async throws {
    let service = try TestService { $0.allowedHosts = ["localhost", "127.0.0.1", "::1"] }
    #expect(try await service.send("GET", "/health/live", host: "localhost:8080").status == 200)
    #expect(try await service.send("GET", "/health/live", host: "[::1]:8080").status == 200)
    let foreign = try await service.send("GET", "/health/live", host: "attaquant.example")
    #expect(foreign.status == 421)
    #expect(foreign.code == "API-016")
  }

  @Test func aClientThatAsksTooMuchWaits() async throws {
    let service = try TestService {
      $0.rate = 1
      $0.burst = 3
    }
    for _ in 0..<3 { #expect(try await service.send("GET", "/api/v1/session").status == 200) }
    let fourth = try await service.send("GET", "/api/v1/session")
    #expect(fourth.status == 429)
    #expect(fourth.headers[.retryAfter] == "1")
    service.clock.advance(seconds: 2)
    #expect(try await service.send("GET", "/api/v1/session").status == 200)
  }
}
