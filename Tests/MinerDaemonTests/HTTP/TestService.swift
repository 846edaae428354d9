import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import SkillMiner
import Synchronization
import Taxonomy
import TestSupport

@testable import miner_daemon

/// A service without a network: requests go straight to its routes.
final class TestService: Sendable {
  let folder: ScratchFolder
  let app: ServiceApp
  /// All routes.
  let endpoints: [Endpoint]
  let clock: TestClock
  private let responder: any HTTPResponder<ServiceContext>

  /// An answer.
  struct Reply {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// The code of a problem.
    var code: String? { (json as? [String: Any])?["code"] as? String }
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(text.utf8)) }
    subscript(name: String) -> Any? { (json as? [String: Any])?[name] }
  }

  init(_ change: (inout ServiceSettings) -> Void = { _ in }) throws {
    folder = try ScratchFolder()
    var settings = ServiceSettings()
    settings.rate = 0
    settings.backupHours = 0
    change(&settings)
    clock = TestClock()
    let time = clock
    let service = ServiceClock(
      milliseconds: { time.milliseconds }, today: { Timestamp(seconds: time.milliseconds / 1000).day })
    app = ServiceApp(
      store: try Store(path: folder.path("m.sqlite"), access: .readWrite), settings: settings, clock: service,
      log: ServiceLog(level: .none, clock: service) { _ in },
      spool: try SpoolFolder(root: folder.path("spool")))
    let router = ServiceRoutes.router(app)
    endpoints = router.endpoints
    responder = router.responder()
  }

  /// A token of a role, as it is written in a header.
  func token(_ role: Role, name: String = "Essai", days: Int? = nil) throws -> String {
    let token = TokenText.make()
    try app.store.add(
      TokenRecord(
        id: token.id, name: name, role: role.rawValue, hash: SecretHash.hash(token.secret) ?? "",
        created: app.clock.now().description,
        expires: days.map { Timestamp(seconds: app.clock.now().seconds + $0 * 86400).description }))
    return token.text
  }

  func send(
    _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:],
    body: String = "", host: String = "localhost"
  ) async throws -> Reply {
    var fields = HTTPFields()
    for (name, value) in headers { fields[HeaderNames.name(name)] = value }
    if let token { fields[.authorization] = "Bearer \(token)" }
    let head = HTTPRequest(
      method: HTTPRequest.Method(rawValue: method) ?? .get, scheme: "http", authority: host, path: path,
      headerFields: fields)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    let context = ServiceContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await responder.respond(to: request, context: context)
    let writer = CollectingWriter()
    try await response.body.write(writer)
    return Reply(status: response.status.code, headers: response.headers, text: writer.text)
  }
}

/// A clock that stands still until it is set.
final class TestClock: Sendable {
  private let state = Mutex(1_790_000_000_000)

  var milliseconds: Int { state.withLock { $0 } }

  func advance(seconds: Int) { state.withLock { $0 += seconds * 1000 } }
}

/// Keeps what is written.
private final class CollectingWriter: ResponseBodyWriter, Sendable {
  private let state = Mutex("")

  var text: String { state.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws { state.withLock { $0 += String(buffer: buffer) } }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
