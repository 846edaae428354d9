import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner

/// Work in the background: list, state, events, cancel; and the journal of imports.
enum JobRoutes {
  /// Streams of events at once.
  static let streams = 50
  /// Longest time of a stream, in half seconds.
  static let ticks = 7200

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/jobs", .role(.reader)) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let before = try query.integer("cursor", in: 1...Int.max).map(Int64.init)
      let state = try query.choice("state", JobRecord.State.self)
      let jobs = try await app.blocking { try app.store.jobs(before: before, state: state, limit: limit) }
      let next = jobs.count == limit ? jobs.last.map { String($0.id) } : nil
      return Answer.fresh(
        Page(items: jobs.map { JobJSON.item($0, app.jobs.board.progress(of: $0.id)) }, next: next).text)
    }
    service.get("/api/v1/jobs/{id}", .role(.reader)) { _, context in
      let job = try await find(context, app)
      return Answer.fresh(JobJSON.item(job, app.jobs.board.progress(of: job.id)).text + "\n")
    }
    service.post("/api/v1/jobs/{id}/cancel", .role(.contributor)) { _, context in
      _ = try app.requireWritable()
      let job = try await find(context, app)
      let time = app.clock.now().description
      if !(try await app.blocking { try app.store.cancelQueuedJob(job.id, at: time) }) {
        guard !job.state.isFinal else { throw Problem(.conflict, "Ce travail est déjà terminé.") }
        app.jobs.board.cancel(job.id)
      }
      let now = try await find(context, app)
      return Answer.fresh(JobJSON.item(now, nil).text + "\n", status: .accepted)
    }
    service.get("/api/v1/jobs/{id}/events", .role(.reader)) { _, context in
      let job = try await find(context, app)
      return try events(job, app)
    }
    service.get("/api/v1/imports", .role(.reader)) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let before = try query.integer("cursor", in: 1...Int.max) ?? Int.max
      let all = try await app.blocking { try app.store.imports() }
      let page = Array(all.reversed().filter { $0.id < before }.prefix(limit))
      let next = page.count == limit ? page.last.map { String($0.id) } : nil
      return Answer.fresh(
        Page(items: page.map { .object(ImportOutcome.members($0)) }, next: next).text)
    }
  }

  private static func find(_ context: ServiceContext, _ app: ServiceApp) async throws -> JobRecord {
    let row = try PathValue.row(context, "id", of: "Ce travail")
    guard let job = try await app.blocking({ try app.store.job(row) }) else {
      throw Problem.unknown("Ce travail")
    }
    return job
  }

  /// One event for each change, until the job has ended.
  private static func events(_ job: JobRecord, _ app: ServiceApp) throws -> Response {
    guard app.jobs.board.enterStream(limit: streams) else {
      throw Problem(
        .busy, "Trop de personnes suivent des travaux. Interrogez l’état à la place.", retryAfter: 10)
    }
    let place = StreamPlace(board: app.jobs.board)
    let body = ResponseBody { writer in
      defer { withExtendedLifetime(place) {} }
      var last = ""
      for tick in 0..<ticks {
        guard let job = try await app.blocking({ try app.store.job(job.id) }) else { break }
        let text = JobJSON.item(job, app.jobs.board.progress(of: job.id)).text
        if text != last {
          try await writer.write(ByteBuffer(string: "event: progress\ndata: \(text)\n\n"))
          last = text
        } else if tick % 30 == 29 {
          // Keeps proxies from closing the connection.
          try await writer.write(ByteBuffer(string: ": \n\n"))
        }
        if job.state.isFinal { break }
        try await Task.sleep(for: .milliseconds(500))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"], body: body)
  }

  /// Gives a place back when the stream ends, however it ends.
  private final class StreamPlace: Sendable {
    private let board: JobBoard

    init(board: JobBoard) { self.board = board }

    deinit { board.leaveStream() }
  }
}
