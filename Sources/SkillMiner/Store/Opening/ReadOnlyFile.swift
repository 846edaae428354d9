import GRDB

/// A database file that is looked at and closed again.
enum ReadOnlyFile {
  /// Runs a body on a connection that changes nothing.
  static func read<T>(_ path: String, _ body: (Database) throws -> T) throws -> T {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration).read(body)
  }
}

extension Database {
  /// Names of the columns of a table, quoted, with commas between.
  ///
  /// - Parameter omitted: a column that is left out.
  func columnList(of table: String, in schema: String? = nil, without omitted: String? = nil) throws -> String
  {
    try columns(in: table, in: schema).filter { $0.name != omitted }.map { "\"\($0.name)\"" }
      .joined(separator: ", ")
  }
}
