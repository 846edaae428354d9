import GRDB

extension Store {
  /// Keeps a new job, queued.
  ///
  /// - Parameters:
  ///   - kind: what is to be done.
  ///   - parameters: a JSON object.
  ///   - requester: who asked for it.
  ///   - time: now (UTC, ISO 8601).
  public func addJob(_ kind: String, parameters: String, requester: String?, at time: String) throws -> Int64
  {
    try write { db in
      try db.execute(
        sql: "INSERT INTO job (kind, state, parameters, requester, created) VALUES (?, 'queued', ?, ?, ?)",
        arguments: [kind, parameters, requester, time])
      return db.lastInsertedRowID
    }
  }

  /// One job.
  public func job(_ id: Int64) throws -> JobRecord? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM job WHERE id = ?", arguments: [id]).map { try self.job($0) }
    }
  }

  /// Jobs, newest first.
  ///
  /// - Parameter before: row of the last job of the page before.
  public func jobs(before: Int64?, state: JobRecord.State? = nil, limit: Int) throws -> [JobRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM job WHERE id < ?1 AND (?2 IS NULL OR state = ?2) ORDER BY id DESC LIMIT ?3
          """, arguments: [before ?? Int64.max, state?.rawValue, limit]
      ).map { try self.job($0) }
    }
  }

  /// Begins the oldest queued job of some kinds.
  public func claimJob(of kinds: [String], at time: String) throws -> JobRecord? {
    let places = kinds.map { _ in "?" }.joined(separator: ", ")
    return try write { db in
      guard
        let id = try Int64.fetchOne(
          db, sql: "SELECT min(id) FROM job WHERE state = 'queued' AND kind IN (\(places))",
          arguments: StatementArguments(kinds))
      else { return nil }
      try db.execute(
        sql: """
          UPDATE job SET state = 'running', started = ?, attempts = attempts + 1, phase = NULL, done = 0,
            total = NULL, message = NULL WHERE id = ?
          """, arguments: [time, id])
      return try Row.fetchOne(db, sql: "SELECT * FROM job WHERE id = ?", arguments: [id]).map {
        try self.job($0)
      }
    }
  }

  /// Says how far a running job has come.
  public func progressJob(_ id: Int64, phase: String, done: Int, total: Int?) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET phase = ?, done = ?, total = ? WHERE id = ? AND state = 'running'",
        arguments: [phase, done, total, id])
    }
  }

  /// Ends a job.
  public func endJob(
    _ id: Int64, _ state: JobRecord.State, message: String? = nil, result: String? = nil, at time: String
  ) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = ?, message = ?, result = ?, finished = ? WHERE id = ?",
        arguments: [state.rawValue, message, result, time, id])
    }
  }

  /// Cancels a job that has not begun.
  ///
  /// - Returns: whether it was still queued.
  public func cancelQueuedJob(_ id: Int64, at time: String) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = 'cancelled', finished = ? WHERE id = ? AND state = 'queued'",
        arguments: [time, id])
      return db.changesCount > 0
    }
  }

  /// Queues a job again that was stopped on its way and is to go on later.
  public func requeueJob(_ id: Int64) throws {
    try write { try $0.execute(sql: "UPDATE job SET state = 'queued' WHERE id = ?", arguments: [id]) }
  }

  /// Queues again what a program that died left running; a job that has died too often fails.
  ///
  /// - Returns: how many jobs were queued again.
  public func recoverJobs(attempts: Int, message: String, at time: String) throws -> Int {
    try write { db in
      try db.execute(
        sql: """
          UPDATE job SET state = 'failed', message = ?, finished = ? WHERE state = 'running' AND attempts >= ?
          """, arguments: [message, time, attempts])
      try db.execute(sql: "UPDATE job SET state = 'queued' WHERE state = 'running'")
      return db.changesCount
    }
  }

  /// Number of jobs that wait or run.
  public func openJobCount() throws -> Int {
    try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM job WHERE state IN ('queued', 'running')") ?? 0
    }
  }

  private func job(_ row: Row) throws -> JobRecord {
    JobRecord(
      id: row["id"], kind: row["kind"], state: try decode(row, "state") { JobRecord.State(rawValue: $0) },
      parameters: row["parameters"], requester: row["requester"], created: row["created"],
      started: row["started"], finished: row["finished"], attempts: row["attempts"], phase: row["phase"],
      done: row["done"], total: row["total"], message: row["message"], result: row["result"])
  }
}
