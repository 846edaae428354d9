import GRDB

/// Shows a store and its archives as one to connections that read: temporary views stand before the tables of the store,
/// so that every query counts both.
enum ArchiveViews {
  static func add(to db: Database, archives: [String]) throws {
    guard !archives.isEmpty else { return }
    for (index, path) in archives.enumerated() {
      try db.execute(sql: "ATTACH DATABASE ? AS archive_\(index)", arguments: [path])
    }
    let schemas = ["main"] + archives.indices.map { "archive_\($0)" }
    for (table, _) in ArchiveFile.tables {
      let columns = try db.columnList(of: table, in: "main")
      let parts = schemas.map { "SELECT \(columns) FROM \($0).\(table)" }
      try db.execute(sql: "CREATE TEMP VIEW \(table) AS \(parts.joined(separator: " UNION ALL "))")
    }
    try db.execute(sql: SchemaPacking.views.replacing("CREATE VIEW", with: "CREATE TEMP VIEW"))
  }
}
