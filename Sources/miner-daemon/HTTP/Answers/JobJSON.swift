import SkillMiner

/// A job as programs see it: without the name of who asked for it, and without paths.
enum JobJSON {
  /// - Parameter live: what a running job says of itself, newer than what the store holds.
  static func item(_ job: JobRecord, _ live: JobBoard.Progress?) -> JSON {
    let parameters = job.knownParameters
    return .object([
      ("id", .integer(Int(job.id))), ("kind", .string(job.kind)), ("state", .string(job.state.rawValue)),
      ("name", .string(parameters?.name ?? parameters?.table)), ("created", .string(job.created)),
      ("started", .string(job.started)), ("finished", .string(job.finished)),
      ("attempts", .integer(job.attempts)), ("phase", .string(live?.phase ?? job.phase)),
      ("done", .integer(live?.done ?? job.done)), ("total", .integer(live?.total ?? job.total)),
      ("message", .string(job.message)), ("result", job.result.map { .raw($0) } ?? .null),
    ])
  }
}
