import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

@testable import miner_daemon

/// The API “Offres d’emploi v2” as it is documented, on this computer, with the faults it has.
///
/// Statuses and limits: 200 for all results, 206 for a part, 204 for none; ranges of at most 150 results, first place at
/// most 3000, last at most 3149; tokens that end; 429 with `Retry-After` when calls follow too fast; 5xx now and then.
final class FakeFranceTravail: Sendable {
  /// An offer the service holds.
  struct Offer: Sendable {
    let id: String
    let created: Int
    let department: String
  }

  /// What goes wrong, by number of the call to the search, from 1.
  enum Fault: Sendable {
    case tooMany(retryAfter: Int?)
    case failure
    case ended
    case cut
    case elsewhere
  }

  private struct State {
    var calls = 0
    var tokens = 0
    var valid = ""
    var refused = 0
    var port = 0
  }

  private let offers: [Offer]
  private let faults: [Int: Fault]
  private let state = Mutex(State())

  init(offers: [Offer], faults: [Int: Fault] = [:]) {
    self.offers = offers.sorted { ($1.created, $0.id) < ($0.created, $1.id) }
    self.faults = faults
  }

  var calls: Int { state.withLock { $0.calls } }
  var tokens: Int { state.withLock { $0.tokens } }
  /// Questions that broke a documented rule.
  var refused: Int { state.withLock { $0.refused } }

  /// Runs the service for the time of a body.
  func serve<Value: Sendable>(
    _ body: @escaping @Sendable (FranceTravailClient.Addresses) async throws -> Value
  ) async throws -> Value {
    let router = Router(context: BasicRequestContext.self)
    router.post("/token") { request, _ in try await self.token(request) }
    router.get("/search") { request, _ in self.search(request) }
    var logger = Logger(label: "fake")
    logger.logLevel = .critical
    let ready = Bell()
    let application = Application(
      router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        self.state.withLock { $0.port = channel.localAddress?.port ?? 0 }
        ready.ring()
      }, logger: logger)
    let server = Task { try await application.run() }
    defer { server.cancel() }
    for await _ in ready.rings { break }
    let port = state.withLock { $0.port }
    return try await body(
      FranceTravailClient.Addresses(
        token: "http://127.0.0.1:\(port)/token?realm=%2Fpartenaire", search: "http://127.0.0.1:\(port)/search"
      ))
  }

  private func token(_ request: Request) async throws -> Response {
    var request = request
    let body = try await request.collectBody(upTo: 1 << 12)
    let form = FormFields(bytes: Array(body.readableBytesView))
    guard form["grant_type"] == "client_credentials", form["client_id"] == "client",
      form["client_secret"] == "s&cret", form["scope"]?.contains("api_offresdemploiv2") == true
    else { return Response(status: .badRequest) }
    let token = state.withLock { state in
      state.tokens += 1
      state.valid = "jeton-\(state.tokens)"
      return state.valid
    }
    return Self.json("{\"access_token\":\"\(token)\",\"token_type\":\"Bearer\",\"expires_in\":1499}", .ok)
  }

  private func search(_ request: Request) -> Response {
    let (call, valid) = state.withLock { state in
      state.calls += 1
      return (state.calls, state.valid)
    }
    switch faults[call] {
    case .tooMany(let wait):
      var response = Response(status: .tooManyRequests)
      if let wait { response.headers[.retryAfter] = String(wait) }
      return response
    case .failure: return Response(status: .serviceUnavailable)
    case .ended: state.withLock { $0.valid = "aucun" }
    case .cut: return Self.json("{\"resultats\":[{\"id\":", .ok)
    case .elsewhere: return Response(status: .found, headers: [.location: "http://127.0.0.1:9/vol"])
    case nil: break
    }
    let now = state.withLock { $0.valid }
    guard request.headers[.authorization] == "Bearer \(valid)", valid == now else {
      return Response(status: .unauthorized)
    }
    return answer(FormFields(text: request.uri.query ?? ""))
  }

  private func answer(_ query: FormFields) -> Response {
    let range = (query["range"] ?? "").split(separator: "-").compactMap { Int($0) }
    guard range.count == 2, range[0] <= range[1], range[1] - range[0] < 150, range[0] <= 3000,
      range[1] <= 3149, let from = Self.seconds(query["minCreationDate"]),
      let until = Self.seconds(query["maxCreationDate"])
    else {
      state.withLock { $0.refused += 1 }
      return Response(status: .badRequest)
    }
    let department = query["departement"]
    let found = offers.filter {
      $0.created >= from && $0.created <= until && (department == nil || department == $0.department)
    }
    guard range[0] < found.count else {
      return Response(status: .noContent, headers: [.contentRange: "offres */\(found.count)"])
    }
    let last = min(range[1], found.count - 1)
    let items = found[range[0]...last].map {
      "{\"id\":\"\($0.id)\",\"intitule\":\"Soudeur\",\"description\":\"Vous soudez.\","
        + "\"dateCreation\":\"\(Timestamp(seconds: $0.created))\"}"
    }
    let isAll = range[0] == 0 && last == found.count - 1
    var response = Self.json(
      "{\"resultats\":[\(items.joined(separator: ","))],\"filtresPossibles\":[]}",
      isAll ? .ok : .partialContent)
    response.headers[.contentRange] = "offres \(range[0])-\(last)/\(found.count)"
    return response
  }

  private static func seconds(_ text: String?) -> Int? {
    guard let text, text.hasSuffix("Z") else { return nil }
    return (try? Date(text, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) }
  }

  private static func json(_ text: String, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json;charset=UTF-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
