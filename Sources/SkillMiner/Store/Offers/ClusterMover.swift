import GRDB

/// Moves offers into clusters, in their rows and in the facts of every extraction.
struct ClusterMover {
  private let head: Statement
  private let fact: Statement

  init(_ db: Database) throws {
    head = try db.makeStatement(sql: "UPDATE offer SET cluster = ? WHERE id = ?")
    fact = try db.makeStatement(
      sql: "UPDATE cube_fact SET cluster = ? WHERE extraction IN (SELECT id FROM extraction) AND offer = ?")
  }

  /// - Parameter kept: row of the offer that stands for the cluster.
  func move(_ offer: Int64, to kept: Int64) throws {
    try head.execute(arguments: [kept, offer])
    try fact.execute(arguments: [kept, offer])
  }
}
